package dev.callsheet.gate;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Cost;
import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.Event;
import dev.callsheet.metrics.FetchNumbers;
import dev.callsheet.metrics.FlakeOutlook;
import dev.callsheet.metrics.Headline;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.State;
import dev.callsheet.metrics.Tally;
import dev.callsheet.metrics.ToneBudget;
import dev.callsheet.metrics.ToneChange;
import dev.callsheet.stats.FlakeRisk;
import dev.callsheet.stats.Interval;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a report's night by the rules of metrics.md 9. Comparisons are of unrounded values. */
public final class Gate {

    private final Analysis analysis;
    private final GateLimits limits;
    private final List<ScenarioNumbers> worse;
    private final List<ScenarioNumbers> required;

    private Gate(Analysis analysis, GateLimits limits) {
        this.analysis = analysis;
        this.limits = limits;
        this.worse = analysis.changes().worse();
        this.required = analysis.scenarios().stream().filter(Gate::isRequired).toList();
    }

    /**
     * The verdict on the report's night. Of a night without a valid run only that is said, what was not fetched, and how
     * many runs erred: what earlier nights have shown is no verdict on it.
     */
    public static GateResult judge(Analysis analysis, GateLimits limits) {
        return new Gate(analysis, limits).judge();
    }

    private GateResult judge() {
        NightNumbers night = analysis.tonight();
        Tally tonight = night == null ? Tally.ZERO : night.tally();
        List<RuleResult> results = new ArrayList<>();
        RuleResult nightHasResults = nightHasResults(tonight);
        results.add(nightHasResults);
        if (analysis.fetch() != null && limits.incomplete() != null) {
            results.add(fetchComplete(analysis.fetch(), limits.incomplete()));
        }
        results.add(infrastructure(tonight));
        if (night != null && nightHasResults.verdict() == Verdict.PASS) {
            results.add(requiredWorse());
            results.add(requiredTonight());
            results.add(requiredEvidence());
            results.add(requiredUnproven());
            results.add(anyWorse());
            if (limits.suiteRate() != null) {
                results.add(suiteRate(night.rate().shown(), limits.suiteRate()));
            }
            results.add(flakyCount());
            results.add(toneDrop());
            results.add(toneBudget());
            results.add(turnLimit());
            results.add(flakeRisk());
        }
        return GateResult.of(results, limits);
    }

    private RuleResult nightHasResults(Tally tonight) {
        return RuleResult.measuring(
                GateRule.NIGHT_HAS_RESULTS,
                analysis.scenarios().stream().anyMatch(Gate::ranTonight) ? Verdict.PASS : Verdict.INCONCLUSIVE,
                null,
                null,
                tonight.valid(),
                tonight.total());
    }

    private static RuleResult fetchComplete(FetchNumbers fetch, Verdict ifNot) {
        return RuleResult.measuring(
                GateRule.FETCH_COMPLETE,
                fetch.complete() ? Verdict.PASS : ifNot,
                null,
                null,
                fetch.allMissing(),
                fetch.allAsked());
    }

    private RuleResult infrastructure(Tally tonight) {
        long ended = tonight.error() + tonight.cancelled();
        Double share = tonight.finished() == 0 ? null : ended / (double) tonight.finished();
        return RuleResult.measuring(
                GateRule.INFRASTRUCTURE,
                isAbove(share, limits.infrastructure()) ? Verdict.INCONCLUSIVE : Verdict.PASS,
                share,
                limits.infrastructure(),
                ended,
                tonight.finished());
    }

    private RuleResult requiredWorse() {
        List<ScenarioNumbers> found = Stream.concat(
                        worse.stream().filter(Gate::isRequired),
                        required.stream()
                                .filter(s -> s.decision().state() == State.BROKEN
                                        && s.decision().event() != Event.REGRESSED))
                .toList();
        return RuleResult.naming(GateRule.REQUIRED_WORSE, Verdict.FAIL, found, required);
    }

    private RuleResult requiredTonight() {
        List<ScenarioNumbers> ran = required.stream().filter(Gate::ranTonight).toList();
        return RuleResult.naming(
                GateRule.REQUIRED_TONIGHT,
                Verdict.FAIL,
                ran.stream()
                        .filter(s -> s.tonight().passed()
                                < FlakeOutlook.needed(
                                        Math.toIntExact(s.tonight().valid())))
                        .sorted(Comparator.comparing(
                                s -> s.tonight().passed() / (double) s.tonight().valid()))
                        .toList(),
                ran);
    }

    private RuleResult requiredEvidence() {
        return naming(GateRule.REQUIRED_EVIDENCE, Verdict.INCONCLUSIVE, s -> !ranTonight(s) || isUndecided(s, false));
    }

    private RuleResult requiredUnproven() {
        return naming(GateRule.REQUIRED_UNPROVEN, Verdict.PASS, s -> isUndecided(s, true));
    }

    private RuleResult naming(GateRule rule, Verdict ifAny, Predicate<ScenarioNumbers> which) {
        return RuleResult.naming(rule, ifAny, required.stream().filter(which).toList(), required);
    }

    private RuleResult anyWorse() {
        return RuleResult.naming(GateRule.ANY_WORSE, Verdict.FAIL, worse, judged());
    }

    private RuleResult suiteRate(Rate rate, double limit) {
        Interval interval = Objects.requireNonNull(rate.interval()); // the night has a valid run
        Verdict verdict =
                interval.low() >= limit ? Verdict.PASS : interval.high() < limit ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        return RuleResult.measuring(GateRule.SUITE_RATE, verdict, interval.low(), limit, rate.passed(), rate.n());
    }

    private RuleResult flakyCount() {
        List<ScenarioNumbers> judged = judged();
        List<ScenarioNumbers> flaky = judged.stream()
                .filter(s -> s.decision().headline() == Headline.FLAKY)
                .toList();
        BigDecimal limit = BigDecimal.valueOf(limits.flakyShare())
                .multiply(BigDecimal.valueOf(judged.size()))
                .max(BigDecimal.valueOf(limits.flakyCount()));
        return new RuleResult(
                GateRule.FLAKY_COUNT,
                BigDecimal.valueOf(flaky.size()).compareTo(limit) > 0 ? Verdict.WARN : Verdict.PASS,
                (double) flaky.size(),
                limit.doubleValue(),
                (long) flaky.size(),
                (long) judged.size(),
                flaky.stream().map(ScenarioNumbers::id).toList());
    }

    /**
     * However long ago it fell: the newest firm change parts today's level from the last one, and a small fall is seen
     * to be firm only after many nights.
     */
    private RuleResult toneDrop() {
        ToneChange change = analysis.toneEvidence().overall().firm();
        Double shift = change == null ? null : change.shift().value();
        return new RuleResult(
                GateRule.TONE_DROP,
                shift != null && shift <= -limits.toneDrop() ? Verdict.WARN : Verdict.PASS,
                shift,
                -limits.toneDrop(),
                null,
                null,
                List.of());
    }

    private RuleResult toneBudget() {
        ToneBudget budget = analysis.toneEvidence().budget();
        return RuleResult.measuring(
                GateRule.TONE_BUDGET,
                budget.overspent() ? Verdict.WARN : Verdict.PASS,
                budget.lowerBound(),
                analysis.rules().toneBudget(),
                budget.bad().passed(),
                budget.bad().n());
    }

    /**
     * Of tonight alone: a run is held against the limit that its scenario has today, which for runs of earlier nights
     * may have been another; and a limit that was raised must not warn for weeks.
     */
    private RuleResult turnLimit() {
        Cost tonight = analysis.outlook().costTonight();
        return RuleResult.measuring(
                GateRule.TURN_LIMIT,
                warnAbove(tonight.turnLimitAtLeast(), limits.turnLimit()),
                tonight.turnLimitAtLeast(),
                limits.turnLimit(),
                tonight.turnLimit().passed(),
                tonight.turnLimit().n());
    }

    private RuleResult flakeRisk() {
        FlakeRisk risk = analysis.outlook().allPass();
        Double probability = risk == null ? null : risk.probability();
        return new RuleResult(
                GateRule.FLAKE_RISK,
                warnAbove(probability, limits.flakeRisk()),
                probability,
                limits.flakeRisk(),
                null,
                null,
                List.of());
    }

    /** Scenarios of which something can be said. */
    private List<ScenarioNumbers> judged() {
        return analysis.scenarios().stream()
                .filter(s -> s.decision().judged() != null)
                .toList();
    }

    private static boolean isRequired(ScenarioNumbers scenario) {
        return Objects.equals(scenario.required(), true);
    }

    /** Whether it has a valid run tonight that is evidence: not one of a batch of which nearly all runs erred. */
    private static boolean ranTonight(ScenarioNumbers scenario) {
        return scenario.tonight().valid() > 0 && !scenario.decision().onlyErrorsTonight();
    }

    /** Whether it has too few runs to say how it stands, which all passed or, if not, all failed. */
    private static boolean isUndecided(ScenarioNumbers scenario, boolean passed) {
        Decision decision = scenario.decision();
        return decision.state() == State.INSUFFICIENT
                && decision.judged() != null
                && decision.judged().rate().passed() > 0 == passed;
    }

    private static boolean isAbove(@Nullable Double value, double limit) {
        return value != null && value > limit;
    }

    private static Verdict warnAbove(@Nullable Double value, double limit) {
        return isAbove(value, limit) ? Verdict.WARN : Verdict.PASS;
    }
}
