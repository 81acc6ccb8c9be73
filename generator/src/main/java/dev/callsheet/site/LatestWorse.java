package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What got worse, and whether it is real: first the scenarios whose fall chance does not explain, then those that passed
 * every run the night before and now did not, of which nobody can tell.
 */
final class LatestWorse {

    static final int MOST = 5;

    private LatestWorse() {}

    /**
     * A scenario that did worse.
     *
     * @param before the runs that tonight or the nights since the change are held against
     * @param after those runs
     */
    record Fallen(ScenarioNumbers scenario, boolean real, Rate before, Rate after) {

        /** "real, since 12 Apr". */
        Cell.State state(@Nullable LocalDate night) {
            return real
                    ? new Cell.State(Mark.FAIL, "real," + Verdicts.when(scenario.decision(), night))
                    : new Cell.State(Mark.OPEN, "cannot tell");
        }
    }

    /** Real falls first, in their order; then the others, the steepest first. */
    static List<Fallen> fallen(Analysis analysis) {
        NightNumbers tonight = analysis.tonight();
        Set<String> newly = tonight == null || tonight.changes() == null
                ? Set.of()
                : Set.copyOf(tonight.changes().newlyFailing());
        List<ScenarioNumbers> worse = analysis.changes().worse();
        return Stream.concat(
                        worse.stream().map(LatestWorse::real),
                        analysis.scenarios().stream()
                                .filter(s -> newly.contains(s.id()) && !worse.contains(s))
                                .map(LatestWorse::unclear)
                                .sorted(Comparator.comparing((Fallen f) -> f.after.passed() / (double) f.after.n())
                                        .thenComparing(f -> f.scenario.name())
                                        .thenComparing(f -> f.scenario.id())))
                .toList();
    }

    private static Fallen real(ScenarioNumbers scenario) {
        Decision decision = scenario.decision();
        return new Fallen(
                scenario,
                true,
                Objects.requireNonNull(decision.beforeEvent()),
                Objects.requireNonNull(decision.sinceEvent()));
    }

    private static Fallen unclear(ScenarioNumbers scenario) {
        Decision.TonightTest test = scenario.decision().tonight();
        return new Fallen(
                scenario, false, test == null ? scenario.earlier() : test.before(), Rate.of(scenario.tonight()));
    }

    static Section section(PageContext context, NightNumbers tonight) {
        List<Fallen> fallen = fallen(context.report().analysis());
        List<Table.Column<Fallen>> columns = new ArrayList<>(List.of(
                Table.Column.text("Scenario", f -> context.scenario(f.scenario.id())),
                Table.Column.number("Before", f -> Words.fraction(f.before)),
                Table.Column.number("After", f -> Words.fraction(f.after)),
                Table.Column.bars("Pass rate", f -> Bar.pair("before", f.before, "after", f.after)),
                Table.Column.text("Real?", f -> real(context, f))));
        if (context.leadsOn()) {
            columns.add(Table.Column.shortText("Look at", f -> LatestBlocks.worst(context, f.scenario)));
        }
        return new Section(
                "worse",
                "What got worse, and is it real?",
                fallen.isEmpty()
                        ? ""
                        : (fallen.size() > MOST ? MOST + " of " + Format.grouped(fallen.size()) + "; " : "")
                                + "pass rate with 95 % interval, before above, after below",
                Table.of(
                        "Scenarios that got worse, with what is known of each",
                        fallen.stream().limit(MOST).toList(),
                        columns),
                nothing(tonight),
                more(context, tonight));
    }

    /** How many scenarios there are is worth saying without a link, too. */
    private static List<Link> more(PageContext context, NightNumbers tonight) {
        int scenarios = context.report().analysis().scenarios().size();
        Link all = context.link(SitePaths.SCENARIOS, Format.count(scenarios, "scenario", "scenarios") + " in all");
        return context.leadsOn() && tonight.tally().failed() > 0
                ? List.of(context.link(SitePaths.night(tonight.night()), "everything that failed tonight"), all)
                : List.of(all);
    }

    static String nothing(NightNumbers tonight) {
        if (tonight.tally().valid() == 0) {
            return "There is no result to judge.";
        }
        if (tonight.tally().failed() == 0) {
            return "Nothing: no run failed tonight.";
        }
        return tonight.against() == null
                ? "It cannot be told yet: there is no earlier night to compare with."
                : "Nothing. What failed tonight had failed before, or has no night to be compared with.";
    }

    private static Cell real(PageContext context, Fallen fallen) {
        return Verdicts.label(
                fallen.state(context.report().analysis().night()),
                Verdicts.rule(context, fallen.real ? Verdicts.rule(fallen.scenario.decision()) : "rule-3-6"));
    }
}
