package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The first page of an input without a finished run: what was loaded instead, and where it is. */
final class LatestWithoutNight {

    private static final int MOST = 20;

    private LatestWithoutNight() {}

    /**
     * What the page shows.
     *
     * @param notices what a reader must know of the input and the report's memory
     * @param sections what was loaded, kind by kind; none of them empty
     */
    public record View(String headline, List<String> lead, List<Notice> notices, List<Section> sections) {}

    static Page make(PageContext context) {
        Analysis analysis = context.report().analysis();
        View view = new View(
                LatestVerdict.headline(analysis),
                lead(context, analysis),
                Notice.all(context),
                sections(context, analysis));
        String title = "Latest: " + view.headline();
        return new Page(context.here(), "latest-without-night", Frames.ofBar(context, title), view);
    }

    private static List<String> lead(PageContext context, Analysis analysis) {
        List<String> lead = new ArrayList<>();
        lead.add(GateSummary.of(context.report(), context::label).sentence());
        Tally runs = analysis.runs();
        if (runs.total() > 0) {
            lead.add(Format.count(runs.total(), "run") + (runs.total() == 1 ? " has" : " have")
                    + " no result that could be judged: " + Words.beside(runs) + ".");
        }
        if (!analysis.sets().isEmpty()) {
            boolean one = analysis.sets().size() == 1;
            lead.add("The figures of the simulation " + (one ? "set are" : "sets are")
                    + " the API's own; they count in no rate of this report and stand on the page of "
                    + (one ? "the set." : "each set."));
        }
        return lead;
    }

    private static List<Section> sections(PageContext context, Analysis analysis) {
        return Stream.of(
                        Tables.sets(context, "Simulation sets", "", analysis.sets(), "")
                                .only("data/simulation_sets.csv"),
                        Tables.batches(context, "Batches", "", analysis.batches(), "")
                                .only("data/batches.csv"),
                        scenarios(context, analysis.scenarios()))
                .filter(section -> !section.table().isEmpty())
                .toList();
    }

    private static Section scenarios(PageContext context, List<ScenarioNumbers> scenarios) {
        return new LongTable<>(
                        "scenarios",
                        "Scenarios",
                        "",
                        "Scenarios",
                        scenarios,
                        List.of(Table.Column.text("Scenario", (ScenarioNumbers s) -> context.scenario(s.id()))),
                        "")
                .only(MOST, "data/scenarios.csv")
                .with(context.more(context.link(SitePaths.SCENARIOS, "all scenarios")));
    }
}
