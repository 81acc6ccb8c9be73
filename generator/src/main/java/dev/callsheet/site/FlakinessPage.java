package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of scenarios that pass and fail by turns. It ranks facts; it does not say which rate is proven. */
final class FlakinessPage {

    private static final int MOST_LISTED = 50;

    private FlakinessPage() {}

    /**
     * What the page shows.
     *
     * @param curve pass^k
     * @param numbers those of the curve
     * @param others scenarios that the ranking leaves out
     */
    public record View(
            String headline, List<String> lead, Section mixed, Figure curve, Section numbers, List<Section> others) {}

    /** @param part of the table of mixed scenarios, from 1 */
    static Page make(PageContext context, int part) {
        Analysis analysis = context.report().analysis();
        List<ScenarioNumbers> mixed = mixed(analysis);
        Section section = mixed(context, analysis, mixed).section(context, SitePaths.FLAKINESS, part);
        if (part > 1) {
            return RowsPage.make(
                    context, "Flakiness", List.of(context.link(SitePaths.FLAKINESS, "Flakiness")), section);
        }
        Figure curve = Figures.passHat(context);
        View view = new View(
                headline(analysis, mixed.size()),
                lead(mixed, analysis.rules()),
                section,
                curve.alone(),
                new Section(
                        "numbers",
                        "In numbers",
                        "a scenario counts where it has k runs",
                        curve.numbers(),
                        "No scenario has a result."),
                others(context, analysis));
        return new Page(context.here(), "flakiness", Frames.ofBar(context, "Flakiness"), view);
    }

    /** Scenarios that passed some runs and failed others, most failed runs to expect a night first. */
    static List<ScenarioNumbers> mixed(Analysis analysis) {
        return analysis.scenarios().stream()
                .filter(scenario -> scenario.outcome() == Tally.Outcome.MIXED)
                .sorted(Comparator.comparing((ScenarioNumbers s) -> failedANight(s, analysis.rules()))
                        .reversed()
                        .thenComparing(ScenarioNumbers::name)
                        .thenComparing(ScenarioNumbers::id))
                .toList();
    }

    /** Failed runs over nights with a result: what a night costs while nothing changes. */
    private static double failedANight(ScenarioNumbers scenario, Rules rules) {
        return scenario.window().failed() / (double) scenario.windowNights(rules);
    }

    private static String headline(Analysis analysis, int mixed) {
        long failing = allFailed(analysis).size();
        if (analysis.scenarios().stream().noneMatch(s -> s.window().valid() > 0)) {
            return "No scenario has a result.";
        }
        String start = mixed == 0
                ? "No scenario passed some runs and failed others"
                : Format.count(mixed, "scenario") + " passed some runs and failed others";
        return failing == 0 ? start + "." : start + "; " + Format.grouped(failing) + " failed every run.";
    }

    private static List<String> lead(List<ScenarioNumbers> mixed, Rules rules) {
        return mixed.isEmpty()
                ? List.of()
                : List.of("These are facts over the last " + Words.nights(rules) + " with a result. A scenario "
                        + "may be here because it is unsteady or because it changed: its nights tell which.");
    }

    private static LongTable<ScenarioNumbers> mixed(
            PageContext context, Analysis analysis, List<ScenarioNumbers> mixed) {
        LocalDate night = analysis.night();
        List<Table.Column<ScenarioNumbers>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Scenario", s -> context.scenario(s.id())));
        columns.add(Table.Column.text("Tonight", s -> context.squares(s.entryOf(night))));
        if (night != null) {
            columns.add(Table.Column.drawn("30 days", s -> Strip.cell(s.entries(), night)));
        }
        columns.add(Table.Column.number("Passed", s -> Words.fraction(s.window())));
        columns.add(Table.Column.bars("95 % interval", s -> Bar.cell(Rate.of(s.window()))));
        columns.add(Table.Column.number("Failed a night", s -> Format.decimal(failedANight(s, analysis.rules()), 2)));
        columns.add(Table.Column.number("pass^2", s -> ScenariosPage.passHat(s, 2)));
        columns.add(Table.Column.number("pass^3", s -> ScenariosPage.passHat(s, 3)));
        columns.add(Table.Column.number("pass^5", s -> ScenariosPage.passHat(s, 5)));
        columns.add(Table.Column.number("Flips", s -> flips(s.flips().flips())));
        return new LongTable<>(
                "mixed",
                "Passed some, failed some",
                "most failed runs a night first; columns of the strip are nights, as high as their pass rate",
                "Scenarios that passed some runs and failed others",
                mixed,
                columns,
                "No scenario did both.");
    }

    private static String flips(@Nullable Integer flips) {
        return flips == null ? Format.UNDEFINED : flips.toString();
    }

    private static List<Section> others(PageContext context, Analysis analysis) {
        List<Section> sections = new ArrayList<>();
        List<ScenarioNumbers> failing = allFailed(analysis);
        if (!failing.isEmpty()) {
            sections.add(listed(context, "failing", "Failed every run", "neither flaky nor reliable", failing));
        }
        List<ScenarioNumbers> once = analysis.scenarios().stream()
                .filter(scenario -> scenario.window().valid() == 1)
                .toList();
        if (!once.isEmpty()) {
            sections.add(listed(context, "once", "Ran only once", "one run cannot show whether it varies", once));
        }
        return sections;
    }

    private static Section listed(
            PageContext context, String id, String title, String note, List<ScenarioNumbers> scenarios) {
        return new LongTable<>(
                        id,
                        title,
                        note,
                        title,
                        scenarios,
                        List.of(
                                Table.Column.text("Scenario", (ScenarioNumbers s) -> context.scenario(s.id())),
                                Table.Column.number("Passed", s -> Words.fraction(s.window())),
                                Table.Column.bars("95 % interval", s -> Bar.cell(Rate.of(s.window())))),
                        "")
                .only(MOST_LISTED, "data/scenarios.csv");
    }

    /** Those of one run are left out: one failure shows nothing steady. */
    private static List<ScenarioNumbers> allFailed(Analysis analysis) {
        return analysis.scenarios().stream()
                .filter(scenario -> scenario.outcome() == Tally.Outcome.ALL_FAILED
                        && scenario.window().valid() > 1)
                .toList();
    }
}
