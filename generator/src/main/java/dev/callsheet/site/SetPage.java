package dev.callsheet.site;

import dev.callsheet.metrics.SetNumbers;
import dev.callsheet.model.Score;
import dev.callsheet.model.SimulationSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The page of one simulation set: the API's figures beside ours. */
final class SetPage {

    private SetPage() {}

    public record View(String headline, Cell state, List<String> lead, List<Fact> facts, List<Section> sections) {}

    static Page make(PageContext context, SetNumbers numbers) {
        SimulationSet set = numbers.set();
        View view = new View(
                headline(numbers),
                set.status() == null ? Cell.soft("no status") : Words.state(set.status()),
                lead(numbers),
                facts(context, numbers),
                sections(context, numbers));
        return new Page(
                context.here(),
                "simulation-set",
                Frames.ofRecord(context, "Simulation set " + set.id(), Frames.crumbsOf(context, numbers.night())),
                view);
    }

    private static String headline(SetNumbers numbers) {
        if (numbers.scenarios().isEmpty()) {
            return "A simulation set without statistics.";
        }
        long disagreeing = numbers.scenarios().stream()
                .filter(entry -> !entry.disagreements().isEmpty())
                .count();
        String scenarios = Format.count(numbers.scenarios().size(), "scenario");
        long computed = numbers.scenarios().stream()
                .filter(entry -> entry.tally().finished() > 0)
                .count();
        if (computed == 0) {
            return "Simulation set of " + scenarios + "; none of its runs was loaded.";
        }
        return "Simulation set of " + scenarios
                + (disagreeing == 0
                        ? "; its figures agree with the runs loaded."
                        : "; " + disagreeing + (disagreeing == 1 ? " disagrees" : " disagree")
                                + " with the runs loaded.");
    }

    private static List<String> lead(SetNumbers numbers) {
        List<String> lead = new ArrayList<>();
        lead.add("Runs name no simulation set: the runs of its scenarios created within its time span are taken as its "
                + "own. The API's figures stand beside ours and are never added to them.");
        if ("PASSED".equals(numbers.set().status())
                && numbers.scenarios().stream()
                        .anyMatch(entry ->
                                entry.api().failed() != null && entry.api().failed() > 0)) {
            lead.add("The set's status is PASSED although runs failed: the status is no measure of quality.");
        }
        return lead;
    }

    private static List<Fact> facts(PageContext context, SetNumbers numbers) {
        SimulationSet set = numbers.set();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("id", new Cell.Code(set.id())));
        facts.add(new Fact("night", context.night(numbers.night())));
        facts.add(Fact.of("created", context.time(set.createdAt())));
        facts.add(Fact.of("completed", context.time(set.completedAt())));
        if (set.simulationsPerScenario() != null) {
            facts.add(Fact.of("simulations", set.simulationsPerScenario() + " a scenario"));
        }
        SimulationSet.Overall overall = set.overall();
        if (overall != null) {
            facts.add(Fact.of("API average rate", text(overall.averagePassRate())));
            facts.add(Fact.of(
                    "API flaky",
                    overall.flakyCount() == null
                            ? Format.UNDEFINED
                            : overall.flakyCount().toString()));
            facts.add(Fact.of(
                    "API “reliable”",
                    overall.reliableCount() == null
                            ? Format.UNDEFINED
                            : overall.reliableCount() + " always pass or always fail"));
        }
        return facts;
    }

    private static List<Section> sections(PageContext context, SetNumbers numbers) {
        Table scenarios = Table.of(
                "Scenarios of the set: the API's figures and ours",
                numbers.scenarios(),
                List.of(
                        Table.Column.text(
                                "Scenario", e -> context.scenario(e.api().scenarioId())),
                        Table.Column.number("API passed", e -> fraction(e.api())),
                        Table.Column.number("Our count", e -> Words.fraction(e.tally())),
                        Table.Column.bars("95 % interval", e -> Bar.cell(e.computed())),
                        Table.Column.number("API mean", e -> text(e.api().meanScore())),
                        Table.Column.number(
                                "Our mean",
                                e -> Format.score(
                                        e.score() == null ? null : e.score().mean())),
                        Table.Column.text("Spread", e -> Cell.soft(spread(e))),
                        Table.Column.text("Confidence", e -> Cell.soft(confidence(e))),
                        Table.Column.text("Disagreements", SetPage::disagreements),
                        Table.Column.shortText(
                                "Worst run", e -> worst(context, e.api().worstRunId()))));
        List<SetNumbers.PerScenario> failing = numbers.scenarios().stream()
                .filter(entry -> !entry.api().failureModes().isEmpty())
                .toList();
        Table modes = Table.of(
                "Failure modes as the API words them",
                failing,
                List.of(
                        Table.Column.text(
                                "Scenario", e -> context.scenario(e.api().scenarioId())),
                        Table.Column.text(
                                "Failure modes",
                                e -> Cell.text(String.join("; ", e.api().failureModes())))));
        return List.of(
                new Section(
                        "scenarios",
                        "Scenarios",
                        "API figures beside ours",
                        scenarios,
                        "The set has no statistics yet."),
                new Section("modes", "Failure modes", "the API's words", modes, "The API names none."));
    }

    private static String fraction(SimulationSet.PerScenario api) {
        String passed = api.passed() == null ? Format.UNDEFINED : api.passed().toString();
        return passed + "/"
                + (api.totalRuns() == null ? Format.UNDEFINED : api.totalRuns().toString());
    }

    private static String spread(SetNumbers.PerScenario entry) {
        SimulationSet.PerScenario api = entry.api();
        return api.minScore() == null && api.maxScore() == null
                ? Format.UNDEFINED
                : text(api.minScore()) + " to " + text(api.maxScore()) + ", sd " + text(api.stddevScore());
    }

    private static String confidence(SetNumbers.PerScenario entry) {
        String api = entry.api().confidence() == null
                ? Format.UNDEFINED
                : entry.api().confidence();
        return entry.confidence() == null || entry.confidence().equals(api)
                ? "API " + api
                : "API " + api + ", ours " + entry.confidence();
    }

    private static Cell disagreements(SetNumbers.PerScenario entry) {
        if (entry.tally().finished() == 0) {
            return Cell.soft("no runs loaded");
        }
        return entry.disagreements().isEmpty()
                ? Cell.soft("none")
                : Cell.text(entry.disagreements().stream()
                        .map(d -> d.field() + " " + d.api() + ", by the runs " + d.computed())
                        .collect(Collectors.joining("; ")));
    }

    private static Cell worst(PageContext context, @Nullable String runId) {
        return runId == null ? Cell.soft("none") : context.cell(SitePaths.run(runId), shortened(runId));
    }

    private static String shortened(String id) {
        return id.length() <= 8 ? id : id.substring(0, 8) + "…";
    }

    private static String text(@Nullable Score score) {
        return score == null ? Format.UNDEFINED : Format.score(score.value());
    }
}
