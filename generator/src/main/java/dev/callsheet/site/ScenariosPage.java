package dev.callsheet.site;

import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import java.util.List;
import java.util.Objects;

/** The page of all scenarios. */
final class ScenariosPage {

    private ScenariosPage() {}

    public record View(String headline, Section scenarios) {}

    static Page make(PageContext context) {
        List<ScenarioNumbers> scenarios = context.report().analysis().scenarios();
        View view = new View(
                headline(scenarios),
                new Section(
                        "all",
                        "All scenarios",
                        "pass rate with 95 % interval, earlier nights above, tonight below",
                        table(context, scenarios),
                        "No scenario was loaded."));
        return new Page(context.here(), "scenarios", Frames.ofBar(context, "Scenarios"), view);
    }

    private static String headline(List<ScenarioNumbers> scenarios) {
        long allPassed = count(scenarios, Tally.Outcome.ALL_PASSED);
        long mixed = count(scenarios, Tally.Outcome.MIXED);
        long allFailed = count(scenarios, Tally.Outcome.ALL_FAILED);
        long none = count(scenarios, Tally.Outcome.NONE);
        return Format.count(scenarios.size(), "scenario") + ": " + allPassed + " passed every run, " + mixed
                + " passed some, " + allFailed + " passed none"
                + (none == 0 ? "." : ", " + none + (none == 1 ? " has no result." : " have no result."));
    }

    private static long count(List<ScenarioNumbers> scenarios, Tally.Outcome outcome) {
        return scenarios.stream()
                .filter(scenario -> scenario.outcome() == outcome)
                .count();
    }

    private static Table table(PageContext context, List<ScenarioNumbers> scenarios) {
        return Table.of(
                "Scenarios with their runs of tonight and of all nights in the window",
                scenarios,
                List.of(
                        Table.Column.text("Scenario", s -> context.scenario(s.id())),
                        Table.Column.text("Required", s -> Cell.soft(required(s))),
                        Table.Column.text("All runs", s -> Words.outcome(s.window())),
                        Table.Column.number("Earlier", s -> Words.fraction(s.earlier())),
                        Table.Column.number("Tonight", s -> Words.fraction(s.tonight())),
                        Table.Column.bars("Pass rate", s -> Bar.cell(s.earlier(), Rate.of(s.tonight()))),
                        Table.Column.number("pass^5", s -> passHat(s, 5)),
                        Table.Column.number(
                                "Score",
                                s -> Format.score(
                                        s.score() == null ? null : s.score().mean())),
                        Table.Column.number("Tone", s -> Format.score(s.tone().meanOverall()))));
    }

    static String required(ScenarioNumbers scenario) {
        String required = Objects.equals(scenario.required(), true) ? "required" : "";
        boolean disabled = Objects.equals(scenario.enabled(), false);
        return disabled ? (required.isEmpty() ? "disabled" : required + ", disabled") : required;
    }

    static String passHat(ScenarioNumbers scenario, int k) {
        return scenario.passHat().size() < k
                ? Format.UNDEFINED
                : Format.decimal(scenario.passHat().get(k - 1), 2);
    }
}
