package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.stats.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The first page: what the newest night shows. It states facts; whether a change is real it does not judge. */
final class LatestPage {

    private static final int MOST_FAILED = 8;
    private static final int MOST_MIXED = 5;
    private static final double EXAMPLE_RATE = 0.9;

    private LatestPage() {}

    /**
     * What the page shows.
     *
     * @param big tonight's pass rate
     * @param range its interval in words
     * @param trend the chart of the nights; null when there is none
     */
    public record View(
            String headline,
            List<String> lead,
            Section failed,
            Link all,
            String big,
            String range,
            List<Fact> facts,
            List<Section> left,
            List<Section> right,
            @Nullable Figure trend) {}

    static Page make(PageContext context, @Nullable ChartSpec trend) {
        Analysis analysis = context.report().analysis();
        LocalDate night = analysis.night();
        NightNumbers tonight = analysis.tonight();
        View view = new View(
                tonight == null ? "No finished run was loaded." : Headlines.ofTonight(tonight.tally()),
                tonight == null ? List.of() : lead(analysis, tonight),
                failed(context, analysis, tonight),
                context.link(
                        SitePaths.SCENARIOS,
                        "all " + Format.count(analysis.scenarios().size(), "scenario")),
                tonight == null
                        ? Format.UNDEFINED
                        : Format.percent(
                                tonight.tally().passed(), tonight.tally().valid()),
                tonight == null ? "" : range(tonight),
                tonight == null ? List.of() : facts(context, analysis, tonight),
                left(context, analysis),
                night == null ? List.of() : right(context, analysis, night),
                Figures.trend(context, trend));
        String title = "Latest: " + view.headline();
        return new Page(context.here(), "latest", Frames.ofBar(context, title), view);
    }

    private static List<String> lead(Analysis analysis, NightNumbers tonight) {
        List<String> lead = new ArrayList<>();
        if (tonight.against() != null && tonight.changes() != null) {
            lead.add(Headlines.ofChanges(tonight.against(), tonight.changes()));
        }
        long repeats = analysis.scenarios().stream()
                .mapToLong(scenario -> scenario.tonight().valid())
                .max()
                .orElse(0);
        if (tonight.changes() != null && repeats > 0) {
            long shareFailing = Math.round(100 * (1 - Math.pow(EXAMPLE_RATE, (double) repeats)));
            lead.add("Such a list is a fact, not a finding: with "
                    + Format.count(repeats, "run") + " a night, a scenario that passes nine calls in ten still fails "
                    + "at least one on " + shareFailing + " nights of 100. Compare the intervals below.");
        }
        return lead;
    }

    private static String range(NightNumbers tonight) {
        Interval interval = tonight.rate().shown().interval();
        return interval == null
                ? ""
                : "between " + Format.interval(interval).replace(" to ", " and ")
                        + " if the scenarios are a sample of what callers do";
    }

    private static List<Fact> facts(PageContext context, Analysis analysis, NightNumbers tonight) {
        Tally tally = tonight.tally();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("night", context.night(tonight.night())));
        facts.add(Fact.of("passed", Format.grouped(tally.passed())));
        facts.add(Fact.of("failed", Format.grouped(tally.failed())));
        String beside = Words.beside(tally);
        facts.add(Fact.of("not counted", beside.isEmpty() ? "none" : beside));
        facts.add(Fact.of(
                "scenarios", tonight.scenarios() + " of " + analysis.scenarios().size() + " ran"));
        List<ScenarioNumbers> required = analysis.scenarios().stream()
                .filter(scenario -> Objects.equals(scenario.required(), true))
                .toList();
        if (!required.isEmpty()) {
            long clean = required.stream()
                    .filter(scenario -> scenario.tonight().outcome() == Tally.Outcome.ALL_PASSED)
                    .count();
            facts.add(Fact.of("required", clean + " of " + required.size() + " passed every run"));
        }
        facts.add(Fact.of("mixed", Format.grouped(tonight.mixed())));
        return facts;
    }

    private static Section failed(PageContext context, Analysis analysis, @Nullable NightNumbers tonight) {
        RunChanges changes = tonight == null ? null : tonight.changes();
        Set<String> newly = changes == null ? Set.of() : Set.copyOf(changes.newlyFailing());
        LocalDate against = tonight == null ? null : tonight.against();
        String before = against == null ? "" : "on " + Format.shortDate(against);
        List<ScenarioNumbers> failing = analysis.scenarios().stream()
                .filter(scenario -> scenario.tonight().failed() > 0)
                .sorted(Comparator.comparing((ScenarioNumbers s) -> !Objects.equals(s.required(), true))
                        .thenComparing(s -> !newly.contains(s.id()))
                        .thenComparing(
                                s -> s.tonight().passed() / (double) s.tonight().valid())
                        .thenComparing(ScenarioNumbers::name)
                        .thenComparing(ScenarioNumbers::id))
                .toList();
        String note = failing.size() > MOST_FAILED
                ? MOST_FAILED + " of " + failing.size() + "; pass rate with 95 % interval, earlier above, tonight below"
                : "pass rate with 95 % interval, earlier nights above, tonight below";
        Table table = Table.of(
                "Scenarios that failed at least one run tonight",
                failing.stream().limit(MOST_FAILED).toList(),
                List.of(
                        Table.Column.text("Scenario", s -> context.scenario(s.id())),
                        Table.Column.text("Note", s -> Cell.soft(note(s, newly, before))),
                        Table.Column.number("Earlier", s -> Words.fraction(s.earlier())),
                        Table.Column.number("Tonight", s -> Words.fraction(s.tonight())),
                        Table.Column.bars("Pass rate", s -> Bar.cell(s.earlier(), Rate.of(s.tonight()))),
                        Table.Column.shortText("Look at", s -> worst(context, s))));
        String otherwise = tonight == null || tonight.tally().valid() == 0
                ? "There is no result to show."
                : "No run failed tonight.";
        return new Section("failed", "What failed tonight", note, table, otherwise);
    }

    private static String note(ScenarioNumbers scenario, Set<String> newly, String before) {
        String required = ScenariosPage.required(scenario);
        String fresh = newly.contains(scenario.id()) ? "passed every run " + before : "";
        return required.isEmpty() || fresh.isEmpty() ? required + fresh : required + ", " + fresh;
    }

    private static Cell worst(PageContext context, ScenarioNumbers scenario) {
        return scenario.worst() == null
                ? Cell.soft("")
                : context.cell(SitePaths.run(scenario.worst().id()), "worst run");
    }

    private static List<Section> left(PageContext context, Analysis analysis) {
        List<ScenarioNumbers> mixed = analysis.scenarios().stream()
                .filter(scenario -> scenario.outcome() == Tally.Outcome.MIXED)
                .sorted(Comparator.comparing((ScenarioNumbers s) -> s.window().failed())
                        .reversed()
                        .thenComparing(ScenarioNumbers::name)
                        .thenComparing(ScenarioNumbers::id))
                .toList();
        String note = mixed.size() > MOST_MIXED
                ? "most failures first, " + MOST_MIXED + " of " + mixed.size()
                : "most failures first";
        Table table = Table.of(
                "Scenarios that passed some runs and failed others",
                mixed.stream().limit(MOST_MIXED).toList(),
                List.of(
                        Table.Column.text("Scenario", s -> context.scenario(s.id())),
                        Table.Column.shortText("Tonight", s -> tonight(context, s, analysis.night())),
                        Table.Column.number("All nights", s -> Words.fraction(s.window())),
                        Table.Column.number("pass^5", s -> ScenariosPage.passHat(s, 5))));
        Section tone = new Section(
                "tone",
                "Tone tonight",
                analysis.tone().scored() + " of " + analysis.tone().valid() + " runs scored",
                analysis.tone().scored() == 0
                        ? new Table("Tone dimensions", List.of(), List.of())
                        : Tables.tone(analysis.tone()),
                "No run of tonight has a tone score.");
        return List.of(new Section("mixed", "Passed some, failed some", note, table, "No scenario did both."), tone);
    }

    private static Cell tonight(PageContext context, ScenarioNumbers scenario, @Nullable LocalDate night) {
        return context.squares(scenario.entries().stream()
                .filter(entry -> entry.night().equals(night))
                .findFirst()
                .orElse(null));
    }

    private static List<Section> right(PageContext context, Analysis analysis, LocalDate night) {
        List<ScenarioNumbers> idle = analysis.scenarios().stream()
                .filter(scenario -> scenario.tonight().valid() == 0)
                .toList();
        List<Section> sections = new ArrayList<>();
        if (!idle.isEmpty()) {
            sections.add(new Section(
                    "idle",
                    "Without a result tonight",
                    "",
                    Table.of(
                            "Scenarios without a result tonight",
                            idle.stream().limit(MOST_FAILED).toList(),
                            List.of(
                                    Table.Column.text("Scenario", s -> context.scenario(s.id())),
                                    Table.Column.text("Tonight", s -> Words.outcome(s.tonight())),
                                    Table.Column.text("Note", s -> Cell.soft(ScenariosPage.required(s))))),
                    ""));
        }
        sections.add(new Section(
                "batches",
                "Batches",
                "",
                Tables.batches(context, NightPage.batches(context, night)),
                "No batch was created on this night."));
        sections.add(new Section(
                "sets",
                "Simulation sets",
                "",
                Tables.sets(context, NightPage.sets(context, night)),
                "No simulation set was created on this night."));
        return sections;
    }
}
