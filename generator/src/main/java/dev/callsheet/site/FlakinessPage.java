package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Cost;
import dev.callsheet.metrics.FlakeOutlook;
import dev.callsheet.metrics.Headline;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.stats.FlakeRisk;
import dev.callsheet.stats.PassHatK;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page of scenarios that pass and fail by turns: which are proven to, and what that costs while nothing changes. */
final class FlakinessPage {

    private static final int MOST_LISTED = 50;
    private static final int PASSES = 5;

    private FlakinessPage() {}

    /** From so many expected runs on tenths tell nothing. */
    private static final int MANY = 1_000;

    /**
     * What the page shows.
     *
     * @param costs what flakiness costs if nothing changes; empty when nothing ran tonight
     * @param rules where the costs come from
     * @param trend how many scenarios were flaky, night by night
     * @param curve pass^k
     * @param numbers those of the curve
     * @param others scenarios that the ranking leaves out
     */
    public record View(
            String headline,
            List<String> lead,
            Section mixed,
            List<Fact> costs,
            List<Link> rules,
            Figure trend,
            Figure curve,
            Section numbers,
            List<Section> others) {}

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
                headline(analysis),
                lead(analysis),
                section,
                costs(analysis.outlook()),
                List.of(Verdicts.rule(context, "rule-4-4"), Verdicts.rule(context, "rule-4-5")),
                Figures.flaky(context),
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

    /**
     * Scenarios that passed some runs and failed others: first those that are flaky, then those of which that is not
     * proven, then the rest; each by the failed runs to expect next night.
     */
    static List<ScenarioNumbers> mixed(Analysis analysis) {
        return analysis.scenarios().stream()
                .filter(scenario -> scenario.outcome() == Tally.Outcome.MIXED)
                .sorted(Comparator.comparing(FlakinessPage::group)
                        .thenComparing(scenario -> -expected(analysis, scenario))
                        .thenComparing(ScenarioNumbers::name)
                        .thenComparing(ScenarioNumbers::id))
                .toList();
    }

    private static int group(ScenarioNumbers scenario) {
        return switch (scenario.decision().headline()) {
            case FLAKY -> 0;
            case SUSPECT -> 1;
            case REGRESSED, BROKEN, INSUFFICIENT, INFRA, NO_DATA, NEW, FIXED, RELIABLE -> 2;
        };
    }

    private static double expected(Analysis analysis, ScenarioNumbers scenario) {
        return analysis.outlook().expected().getOrDefault(scenario.id(), 0.0);
    }

    private static String headline(Analysis analysis) {
        if (analysis.scenarios().stream().noneMatch(s -> s.window().valid() > 0)) {
            return "No scenario has a result.";
        }
        long flaky = analysis.count(Headline.FLAKY);
        long unproven = analysis.count(Headline.SUSPECT);
        String proven = flaky == 0
                ? "No scenario is proven flaky"
                : Format.count(flaky, "scenario is", "scenarios are") + " flaky";
        return unproven == 0
                ? proven + "."
                : proven + "; " + Format.grouped(unproven) + (flaky == 0 ? "" : " more")
                        + (unproven == 1 ? " is" : " are") + " mixed, which may be chance.";
    }

    private static List<String> lead(Analysis analysis) {
        FlakeRisk risk = analysis.outlook().allPass();
        if (risk == null) {
            return List.of();
        }
        List<String> lead = new ArrayList<>();
        lead.add("If nothing changes, a gate that wants every run to pass fails next night by chance alone with a "
                + "probability of " + Format.percent(risk.probability()) + ".");
        if (analysis.outlook().leftOut() > 0) {
            lead.add("Left out of that: " + Format.count(analysis.outlook().leftOut(), "scenario")
                    + " that got worse or " + (analysis.outlook().leftOut() == 1 ? "fails" : "fail")
                    + " mostly, which no gate should let pass.");
        }
        return lead;
    }

    private static List<Fact> costs(FlakeOutlook outlook) {
        List<Fact> costs = new ArrayList<>();
        if (outlook.allPass() != null) {
            costs.add(Fact.of("every run must pass", chance(outlook.allPass(), outlook.counted())));
        }
        if (outlook.required() != null) {
            costs.add(Fact.of(
                    "required, four in five", Format.percent(outlook.required().probability()) + " to fail by chance"));
        }
        double expected = outlook.expected().values().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        if (!outlook.expected().isEmpty()) {
            costs.add(Fact.of("failed runs to expect", runs(expected) + " next night, of all scenarios"));
        }
        costs.add(Fact.of("lost to flaky scenarios", time(outlook.cost().flake(), "failed run")));
        costs.add(Fact.of("lost to errors", time(outlook.cost().infrastructure(), "run")));
        Rate limit = outlook.cost().turnLimit();
        if (limit.n() > 0) {
            costs.add(Fact.of(
                    "met their turn limit",
                    Words.fraction(limit) + " runs; "
                            + Words.fraction(outlook.cost().turnLimitOfFailed()) + " of the failed, "
                            + Words.fraction(outlook.cost().turnLimitOfPassed()) + " of the passed"));
        }
        return costs;
    }

    private static String chance(FlakeRisk risk, int scenarios) {
        return Format.percent(risk.probability()) + " to fail by chance, over "
                + Format.count(scenarios, "scenario")
                + (risk.plugIn() == null
                        ? ""
                        : "; " + Format.percent(risk.plugIn()) + " if rates were just those seen");
    }

    private static String time(Cost.Time time, String what) {
        if (time.runs() == 0) {
            return "nothing";
        }
        Double minutes = time.minutes();
        String unknown = time.timed() == time.runs()
                ? ""
                : ", " + Format.grouped(time.runs() - time.timed()) + " of unknown duration";
        return (minutes == null ? "unknown time" : Format.decimal(minutes, 1) + " min") + " in "
                + Format.count(time.runs(), what) + unknown;
    }

    private static LongTable<ScenarioNumbers> mixed(
            PageContext context, Analysis analysis, List<ScenarioNumbers> mixed) {
        LocalDate night = analysis.night();
        List<Table.Column<ScenarioNumbers>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Scenario", s -> context.scenario(s.id())));
        columns.add(Table.Column.choice("Verdict", s -> Verdicts.label(context, s)));
        columns.add(Table.Column.squares("Tonight", s -> context.squares(s.entryOf(night))));
        if (night != null) {
            columns.add(Table.Column.drawn("30 days", s -> Strip.cell(s.entries(), night)));
        }
        columns.add(Table.Column.number("Passed", s -> Words.fraction(judged(s))));
        columns.add(Table.Column.bars("95 % interval", s -> Bar.cell(judged(s))));
        columns.add(Table.Column.number("Fails next", s -> next(analysis, s)));
        columns.add(Table.Column.number("pass^5", s -> passHat(judged(s))));
        columns.add(Table.Column.number("Flips", s -> flips(s.flips().flips())));
        columns.add(Table.Column.number("To settle", s -> more(s)));
        return new LongTable<>(
                "mixed",
                "Passed some, failed some",
                "flaky ones first, by failed runs to expect next night; passed and pass^5 since the last change, flips over "
                        + WindowWords.last(analysis) + "; to settle: how many more runs",
                "Scenarios that passed some runs and failed others",
                mixed,
                columns,
                "No scenario did both.");
    }

    static Rate judged(ScenarioNumbers scenario) {
        return scenario.decision().judged() == null
                ? Rate.of(0, 0)
                : scenario.decision().judged().rate();
    }

    private static String passHat(Rate rate) {
        return Format.percent(PassHatK.passHatK(rate.passed(), rate.n(), PASSES));
    }

    static String next(Analysis analysis, ScenarioNumbers scenario) {
        Double expected = analysis.outlook().expected().get(scenario.id());
        return expected == null ? Format.UNDEFINED : runs(expected);
    }

    private static String runs(double expected) {
        return expected < MANY ? Format.decimal(expected, 1) : Format.grouped(Math.round(expected));
    }

    private static String more(ScenarioNumbers scenario) {
        Long more = scenario.runsToDecide();
        return more == null ? Format.UNDEFINED : more == 0 ? "settled" : Format.grouped(more);
    }

    private static String flips(@Nullable Integer flips) {
        return flips == null ? Format.UNDEFINED : flips.toString();
    }

    private static List<Section> others(PageContext context, Analysis analysis) {
        List<Section> sections = new ArrayList<>();
        List<ScenarioNumbers> failing = analysis.scenarios().stream()
                .filter(scenario -> scenario.outcome() == Tally.Outcome.ALL_FAILED
                        && scenario.window().valid() > 1)
                .toList();
        if (!failing.isEmpty()) {
            sections.add(listed(context, "failing", "Fails every run", "neither flaky nor reliable", failing));
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
                                Table.Column.choice("Verdict", s -> Verdicts.label(context, s)),
                                Table.Column.number("Passed", s -> Words.fraction(s.window())),
                                Table.Column.bars("95 % interval", s -> Bar.cell(Rate.of(s.window())))),
                        "")
                .only(MOST_LISTED, "data/scenarios.csv");
    }
}
