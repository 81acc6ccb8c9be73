package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.metrics.Variables;
import dev.callsheet.model.RunText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The page of one scenario: what it did, what failed and where, what it is. */
final class ScenarioPage {

    private static final int MOST_NIGHTS = 60;
    private static final int MOST_SQUARES = 60;
    private static final String ALL_RUNS = "runs";

    private ScenarioPage() {}

    /**
     * What the page shows.
     *
     * @param tonight attempts as squares; null when it did not run tonight
     * @param trend the pass rate over the nights; null where there are too few
     * @param pairs tables, one or two side by side
     */
    public record View(
            String headline,
            String tonightInWords,
            Evidence evidence,
            List<String> lead,
            @Nullable Cell tonight,
            @Nullable ScenarioTrend trend,
            Section nights,
            ScenarioLevel level,
            List<List<Section>> pairs,
            ScenarioDefinition definition,
            Section runs) {}

    /**
     * Makes the page.
     *
     * @param part of the table of runs, from 1
     * @param texts reads the text of a run
     */
    static Page make(PageContext context, ScenarioNumbers scenario, int part, Function<CorpusRun, RunText> texts) {
        ListedRuns newestFirst = ListedRuns.of(
                scenario.runs().stream().sorted(CorpusRun.NEWEST_FIRST).toList());
        Section runs = runs(context, newestFirst).section(context, SitePaths.scenario(scenario.id()), part);
        if (part > 1) {
            return RowsPage.make(context, context.label(scenario.id()), crumbs(context, scenario), runs);
        }
        LocalDate night = context.report().analysis().night();
        NightEntry tonight = scenario.entryOf(night);
        View view = new View(
                Verdicts.sentence(context.label(scenario.id()), scenario, night),
                tonight(scenario),
                Evidence.of(context, scenario),
                lead(scenario),
                tonight == null ? null : context.squares(tonight, MOST_SQUARES, "#" + ALL_RUNS),
                ScenarioTrend.of(scenario),
                nights(context, scenario),
                ScenarioLevel.of(scenario, night, context.report().analysis().rules()),
                pairs(
                        context,
                        scenario,
                        ScenarioVariables.of(
                                newestFirst.runs(),
                                texts,
                                context.report().analysis().rules())),
                ScenarioDefinition.of(context, scenario),
                runs);
        List<Link> crumbs = List.of(context.link(SitePaths.SCENARIOS, "Scenarios"));
        return new Page(
                context.here(), "scenario", Frames.ofRecord(context, context.label(scenario.id()), crumbs), view);
    }

    private static List<Link> crumbs(PageContext context, ScenarioNumbers scenario) {
        return List.of(
                context.link(SitePaths.SCENARIOS, "Scenarios"),
                context.link(SitePaths.scenario(scenario.id()), context.label(scenario.id())));
    }

    private static LongTable<CorpusRun> runs(PageContext context, ListedRuns newestFirst) {
        return new LongTable<>(
                ALL_RUNS,
                "All runs",
                newestFirst.note("newest first"),
                "All runs of the scenario, newest first",
                newestFirst.runs(),
                Tables.runs(context),
                newestFirst.otherwise("No run was loaded."));
    }

    private static String tonight(ScenarioNumbers scenario) {
        Tally tonight = scenario.tonight();
        if (tonight.total() == 0) {
            return "It did not run tonight.";
        }
        String beside = Words.beside(tonight);
        return "Tonight: "
                + (tonight.valid() == 0 ? "no result" : tonight.passed() + " of " + tonight.valid() + " passed")
                + (beside.isEmpty() ? "" : ", " + beside)
                + ".";
    }

    private static List<String> lead(ScenarioNumbers scenario) {
        List<String> lead = new ArrayList<>();
        if (!scenario.formerNames().isEmpty()) {
            lead.add("Formerly " + Words.formerNames(scenario) + ".");
        }
        String required = ScenariosPage.required(scenario);
        if (!required.isEmpty()) {
            lead.add(
                    required.startsWith("required")
                            ? "Required for promotion" + required.substring("required".length()) + "."
                            : "Disabled.");
        }
        if (scenario.definition() == null) {
            lead.add("Its own document was not loaded: name and figures come from its runs and sets.");
        }
        return lead;
    }

    private static Section nights(PageContext context, ScenarioNumbers scenario) {
        List<NightEntry> newestFirst = scenario.entries().stream()
                .sorted(Comparator.comparing(NightEntry::night).reversed())
                .toList();
        boolean sealed = newestFirst.stream().anyMatch(NightEntry::isSealed);
        return new LongTable<>(
                        "nights",
                        "Night by night",
                        sealed ? "each square is a run; of some nights only counts are kept" : "each square is a run",
                        "Nights of the scenario, newest first",
                        newestFirst,
                        List.of(
                                Table.Column.text("Night", e -> context.night(e.night())),
                                Table.Column.squares("Attempts", e -> context.squares(e, MOST_SQUARES, "#" + ALL_RUNS)),
                                Table.Column.number("Passed", e -> Words.fraction(e.tally())),
                                Table.Column.bars("95 % interval", e -> Bar.cell(Rate.of(e.tally()))),
                                Table.Column.text("Version", e -> Cell.text(String.join(", ", e.versions()))),
                                Table.Column.text("Note", e -> Cell.soft(note(context, scenario.decision(), e)))),
                        "No run with a date was loaded.")
                .only(MOST_NIGHTS, sealed ? "data/runs.csv but those" : "data/runs.csv");
    }

    /** What changed on the night, the runs that count in no rate, and those that count in no verdict. */
    private static String note(PageContext context, Decision decision, NightEntry entry) {
        String beside = Words.beside(entry.tally());
        long unjudged = context.report().analysis().errorSets().valid(entry);
        return Stream.of(
                        decision.changes().stream()
                                .filter(change -> change.night().equals(entry.night()))
                                .map(ScenarioPage::changed),
                        beside.isEmpty() ? Stream.<String>empty() : Stream.of(beside),
                        unjudged == 0
                                ? Stream.<String>empty()
                                : Stream.of(Format.count(unjudged, "result") + " not judged, of a batch of errors"))
                .flatMap(Function.identity())
                .collect(Collectors.joining("; "));
    }

    private static String changed(Decision.Change change) {
        return (change.isDrop() ? "▼ worse from here on: " : "▲ better from here on: ") + Words.fraction(change.after())
                + " after " + Words.fraction(change.before());
    }

    private static List<List<Section>> pairs(PageContext context, ScenarioNumbers scenario, Variables variables) {
        List<List<Section>> pairs = new ArrayList<>();
        ScenarioAssertions.of(context, scenario).forEach(section -> pairs.add(List.of(section)));
        List<Section> narrow = new ArrayList<>();
        Section twin = TwinComparison.of(context, scenario);
        if (twin != null) {
            narrow.add(twin);
        }
        narrow.addAll(ScenarioFailures.of(context, scenario));
        for (int i = 0; i < narrow.size(); i += 2) {
            pairs.add(List.copyOf(narrow.subList(i, Math.min(narrow.size(), i + 2))));
        }
        pairs.add(List.of(ScenarioTone.of(context, scenario)));
        if (!variables.byName().isEmpty()) {
            pairs.add(List.of(ScenarioVariables.section(context, variables)));
        }
        return pairs;
    }
}
