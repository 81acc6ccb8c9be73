package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.AssertionNumbers;
import dev.callsheet.metrics.AssertionWords;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.Scenario;
import dev.callsheet.stats.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of one scenario. */
final class ScenarioPage {

    private ScenarioPage() {}

    /**
     * What the page shows.
     *
     * @param description Markdown of the scenario's own document, null when there is none; so is the prompt
     */
    public record View(
            String headline,
            List<String> lead,
            Section nights,
            List<Fact> level,
            List<Section> halves,
            List<Section> sections,
            @Nullable String description,
            @Nullable String prompt,
            List<Fact> definition) {}

    static Page make(PageContext context, ScenarioNumbers scenario) {
        View view = new View(
                headline(
                        context.label(scenario.id()),
                        scenario,
                        context.report().analysis().night()),
                lead(scenario),
                nights(context, scenario),
                level(scenario),
                List.of(assertions(scenario), tone(scenario)),
                List.of(new Section(
                        "runs",
                        "All runs",
                        "newest first",
                        Tables.runs(context, "All runs of the scenario, newest first", newestFirst(scenario.runs())),
                        "No run was loaded.")),
                scenario.definition() == null ? null : scenario.definition().description(),
                scenario.definition() == null ? null : scenario.definition().testerPrompt(),
                definition(scenario));
        List<Link> crumbs = List.of(context.link(SitePaths.SCENARIOS, "Scenarios"));
        return new Page(
                context.here(), "scenario", Frames.ofRecord(context, context.label(scenario.id()), crumbs), view);
    }

    private static String headline(String label, ScenarioNumbers scenario, @Nullable LocalDate night) {
        if (scenario.runs().isEmpty()) {
            return label + " was never run.";
        }
        Tally tonight = scenario.tonight();
        if (night == null || tonight.total() == 0) {
            return label + " did not run tonight.";
        }
        return tonight.valid() == 0
                ? label + " has no result tonight: " + Words.beside(tonight) + "."
                : label + " passed " + tonight.passed() + " of " + tonight.valid() + " tonight.";
    }

    private static List<String> lead(ScenarioNumbers scenario) {
        List<String> lead = new ArrayList<>();
        Rate earlier = scenario.earlier();
        if (earlier.n() > 0) {
            lead.add("On earlier nights it passed " + earlier.passed() + " of " + earlier.n() + " ("
                    + Format.percent(earlier.passed(), earlier.n()) + ", 95 % interval "
                    + Format.interval(earlier.interval()) + ").");
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
        Table table = Table.of(
                "Nights of the scenario, newest first",
                newestFirst,
                List.of(
                        Table.Column.text("Night", e -> context.night(e.night())),
                        Table.Column.text("Attempts", context::squares),
                        Table.Column.number("Passed", e -> Words.fraction(e.tally())),
                        Table.Column.bars("95 % interval", e -> Bar.cell(Rate.of(e.tally()))),
                        Table.Column.text("Beside", e -> Cell.soft(Words.beside(e.tally())))));
        return new Section("nights", "Night by night", "each square is a run", table, "No run with a date was loaded.");
    }

    private static List<Fact> level(ScenarioNumbers scenario) {
        Rate window = Rate.of(scenario.window());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("all runs", Words.outcome(scenario.window())));
        facts.add(Fact.of("passed", Words.fraction(window) + " (" + Format.percent(window.passed(), window.n()) + ")"));
        facts.add(Fact.of("95 % interval", Format.interval(window.interval())));
        String beside = Words.beside(scenario.window());
        facts.add(Fact.of("not counted", beside.isEmpty() ? "none" : beside));
        if (!scenario.passHat().isEmpty()) {
            facts.add(Fact.of("pass^k", passHat(scenario.passHat())));
        }
        if (scenario.flips().rate() != null) {
            facts.add(Fact.of(
                    "flips",
                    scenario.flips().flips() + " ("
                            + Format.decimal(scenario.flips().rate(), 2) + " a run)"));
        }
        add(facts, "score", scenario.score());
        if (scenario.turns() != null && scenario.turns().median() != null) {
            facts.add(
                    Fact.of("turns", "median " + Format.decimal(scenario.turns().median(), 1)));
        }
        if (scenario.duration() != null && scenario.duration().median() != null) {
            facts.add(Fact.of(
                    "duration",
                    "median " + Format.duration(Math.round(scenario.duration().median()))));
        }
        return facts;
    }

    private static String passHat(List<Double> values) {
        List<String> parts = new ArrayList<>();
        for (int k = 1; k <= Math.min(5, values.size()); k++) {
            parts.add("k=" + k + " " + Format.decimal(values.get(k - 1), 2));
        }
        return String.join(", ", parts);
    }

    private static void add(List<Fact> facts, String name, @Nullable Summary summary) {
        if (summary != null) {
            facts.add(Fact.of(
                    name,
                    "mean " + Format.score(summary.mean()) + ", sd " + Format.score(summary.sampleSd()) + ", "
                            + Format.score(summary.min()) + " to " + Format.score(summary.max())));
        }
    }

    private static Section assertions(ScenarioNumbers scenario) {
        Table table = Table.of(
                "Assertions of the scenario, most often failing first",
                scenario.assertions(),
                List.of(
                        Table.Column.text("Assertion", a -> Cell.text(AssertionWords.of(a.key(), a.definition()))),
                        Table.Column.number("Failed", a -> a.failed() + "/" + a.evaluated()),
                        Table.Column.number("Share", a -> Format.percent(a.failed(), a.evaluated())),
                        Table.Column.text("Weight", a -> Cell.soft(weight(a)))));
        return new Section("assertions", "What failed", "most often first", table, "No assertion result was loaded.");
    }

    private static String weight(AssertionNumbers assertion) {
        AssertionDefinition definition = assertion.definition();
        String unknown = assertion.unknown() == 0 ? "" : assertion.unknown() + " without a verdict";
        if (definition == null) {
            return unknown;
        }
        String weight = (definition.required() ? "required" : "optional") + ", weight "
                + definition.weight().stripTrailingZeros().toPlainString();
        return unknown.isEmpty() ? weight : weight + ", " + unknown;
    }

    private static Section tone(ScenarioNumbers scenario) {
        return new Section(
                "tone",
                "Tone",
                scenario.tone().scored() + " of " + scenario.tone().valid() + " runs scored",
                scenario.tone().scored() == 0
                        ? new Table("Tone dimensions", List.of(), List.of())
                        : Tables.tone(scenario.tone()),
                "No run of this scenario has a tone score.");
    }

    private static List<CorpusRun> newestFirst(List<CorpusRun> runs) {
        List<CorpusRun> reversed = new ArrayList<>(runs);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Fact> definition(ScenarioNumbers scenario) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("id", new Cell.Code(scenario.id())));
        code(facts, "pathway", scenario.pathwayId());
        code(facts, "persona", scenario.personaId());
        Scenario definition = scenario.definition();
        if (definition == null) {
            return facts;
        }
        text(facts, "category", definition.category());
        text(facts, "type", definition.scenarioType());
        text(facts, "caller", definition.testerName());
        text(
                facts,
                "most turns",
                definition.maxTurns() == null ? null : definition.maxTurns().toString());
        text(facts, "tone scored", definition.toneEnabled() == null ? null : definition.toneEnabled() ? "yes" : "no");
        for (AssertionDefinition assertion : definition.assertions()) {
            String config = assertion.config().stream()
                    .map(entry -> entry.name() + ": " + entry.value())
                    .collect(Collectors.joining("; "));
            String name = assertion.name() == null ? assertion.type() : assertion.name();
            facts.add(Fact.of("assertion", name + (config.isEmpty() ? "" : " – " + config)));
        }
        return facts;
    }

    private static void text(List<Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(Fact.of(name, value));
        }
    }

    private static void code(List<Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(new Fact(name, new Cell.Code(value)));
        }
    }
}
