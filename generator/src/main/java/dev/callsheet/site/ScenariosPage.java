package dev.callsheet.site;

import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The page of all scenarios. */
final class ScenariosPage {

    private ScenariosPage() {}

    public record View(String headline, Section scenarios) {}

    /** @param part of the table, from 1 */
    static Page make(PageContext context, int part) {
        List<ScenarioNumbers> scenarios = context.report().analysis().scenarios();
        Section section = table(context, scenarios).section(context, SitePaths.SCENARIOS, part);
        if (part > 1) {
            return RowsPage.make(
                    context, "All scenarios", List.of(context.link(SitePaths.SCENARIOS, "Scenarios")), section);
        }
        View view = new View(headline(scenarios), section);
        return new Page(context.here(), "scenarios", Frames.ofBar(context, "Scenarios"), view);
    }

    private static String headline(List<ScenarioNumbers> scenarios) {
        long allPassed = count(scenarios, Tally.Outcome.ALL_PASSED);
        long mixed = count(scenarios, Tally.Outcome.MIXED);
        long allFailed = count(scenarios, Tally.Outcome.ALL_FAILED);
        long none = count(scenarios, Tally.Outcome.NONE);
        String all = Format.count(scenarios.size(), "scenario");
        if (none == scenarios.size()) {
            return all + (none == 1 ? " without a result." : ", none with a result.");
        }
        return all + ": " + Format.grouped(allPassed) + " passed every run, " + Format.grouped(mixed) + " passed some, "
                + Format.grouped(allFailed) + " passed none"
                + (none == 0
                        ? "."
                        : ", " + Format.grouped(none) + (none == 1 ? " has no result." : " have no result."));
    }

    private static long count(List<ScenarioNumbers> scenarios, Tally.Outcome outcome) {
        return scenarios.stream()
                .filter(scenario -> scenario.outcome() == outcome)
                .count();
    }

    private static LongTable<ScenarioNumbers> table(PageContext context, List<ScenarioNumbers> scenarios) {
        LocalDate night = context.report().analysis().night();
        String nights = Words.nights(context.report().analysis().rules());
        List<Table.Column<ScenarioNumbers>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Scenario", s -> name(context, s)));
        columns.add(Table.Column.shortText("Required", s -> Cell.soft(required(s))));
        columns.add(Table.Column.text("Verdict", s -> Verdicts.label(context, s)));
        if (night != null) {
            columns.add(Table.Column.drawn("30 days", s -> Strip.cell(s.entries(), night)));
        }
        columns.add(Table.Column.number("Earlier", s -> Words.fraction(s.earlier())));
        columns.add(Table.Column.number("Tonight", s -> Words.fraction(s.tonight())));
        columns.add(Table.Column.bars("Pass rate", s -> Bar.cell(s.earlier(), Rate.of(s.tonight()))));
        columns.add(Table.Column.number("pass^5", s -> passHat(s, 5)));
        columns.add(Table.Column.number(
                "Score", s -> Format.score(s.score() == null ? null : s.score().mean())));
        columns.add(Table.Column.number("Tone", s -> Format.score(s.tone().meanOverall())));
        return new LongTable<>(
                "all",
                "All scenarios",
                "over the last " + nights
                        + " with a result; pass rate with 95 % interval, earlier nights above, tonight below; "
                        + "columns of the strip are nights, as high as their pass rate",
                "Scenarios with their runs of tonight and of the last " + nights + " with a result",
                scenarios,
                columns,
                "No scenario was loaded.");
    }

    private static Cell name(PageContext context, ScenarioNumbers scenario) {
        return scenario.formerNames().isEmpty()
                ? context.scenario(scenario.id())
                : new Cell.Links(List.of(
                        context.link(SitePaths.scenario(scenario.id()), context.label(scenario.id())),
                        Link.plain("formerly " + Words.formerNames(scenario))));
    }

    static String required(ScenarioNumbers scenario) {
        String required = Objects.equals(scenario.required(), true) ? "required" : "";
        boolean disabled = Objects.equals(scenario.enabled(), false);
        return disabled ? (required.isEmpty() ? "disabled" : required + ", disabled") : required;
    }

    static String passHat(ScenarioNumbers scenario, int k) {
        return scenario.passHat().size() < k
                ? Format.UNDEFINED
                : Format.percent(scenario.passHat().get(k - 1));
    }
}
