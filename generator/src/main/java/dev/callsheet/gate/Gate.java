package dev.callsheet.gate;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Cost;
import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.Event;
import dev.callsheet.metrics.FetchNumbers;
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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges a report's night by the rules of metrics.md 9. Comparisons are of unrounded values. */
public final class Gate {

    private final Analysis analysis;
    private final GateLimits limits;
    private final List<RuleResult> results = new ArrayList<>();
    private final Set<String> requiredHere;
    /** Without the muted ones. */
    private final List<ScenarioNumbers> scenarios;

    private final List<ScenarioNumbers> worse;
    private final List<ScenarioNumbers> required;
    /** Ids of the configuration that no scenario has. */
    private final List<String> unknown;

    private Gate(Analysis analysis, GateLimits limits, Set<String> muted) {
        this.analysis = analysis;
        this.limits = limits;
        this.scenarios = analysis.scenarios().stream()
                .filter(scenario -> !muted.contains(scenario.id()))
                .toList();
        this.worse = analysis.changes().worse().stream()
                .filter(scenario -> !muted.contains(scenario.id()))
                .toList();
        this.requiredHere = new HashSet<>(limits.required());
        this.required = scenarios.stream().filter(this::isRequired).toList();
        Set<String> known =
                analysis.scenarios().stream().map(ScenarioNumbers::id).collect(Collectors.toSet());
        this.unknown = limits.required().stream()
                .filter(id -> !known.contains(id))
                .distinct()
                .toList();
    }

    /** The verdict when nothing is muted. */
    public static GateResult judge(Analysis analysis, GateLimits limits) {
        return judge(analysis, limits, List.of());
    }

    /**
     * The verdict on the report's night. Of a night without a valid run only that is said, what was not fetched, and how
     * many runs erred: what earlier nights have shown is no verdict on it.
     */
    public static GateResult judge(Analysis analysis, GateLimits limits, List<Mute> mutes) {
        List<GateResult.Muted> states = mutes.stream()
                .map(mute -> new GateResult.Muted(mute, mute.on(analysis)))
                .toList();
        Set<String> muted = states.stream()
                .filter(mute -> mute.state() == Mute.State.ACTIVE)
                .map(mute -> mute.mute().scenario())
                .collect(Collectors.toSet());
        List<RuleResult> rules = new Gate(analysis, limits, muted).rules();
        Verdict verdict = GateResult.verdict(rules);
        Verdict unmuted = muted.isEmpty() ? verdict : GateResult.verdict(new Gate(analysis, limits, Set.of()).rules());
        return new GateResult(verdict, rules, limits, states, unmuted);
    }

    private List<RuleResult> rules() {
        NightNumbers night = analysis.tonight();
        Tally tonight = night == null ? Tally.ZERO : night.tally();
        RuleResult nightHasResults = nightHasResults(tonight);
        results.add(nightHasResults);
        FetchNumbers fetch = analysis.fetch();
        if (fetch != null) {
            ask(GateRule.FETCH_COMPLETE, ifNot -> fetchComplete(fetch, ifNot));
        }
        ask(GateRule.INFRASTRUCTURE, ifNot -> infrastructure(tonight, ifNot));
        if (night != null && nightHasResults.verdict() == Verdict.PASS) {
            ask(GateRule.REQUIRED_WORSE, this::requiredWorse);
            ask(GateRule.REQUIRED_TONIGHT, this::requiredTonight);
            ask(GateRule.REQUIRED_EVIDENCE, this::requiredEvidence);
            ask(GateRule.REQUIRED_UNPROVEN, this::requiredUnproven);
            ask(GateRule.ANY_WORSE, this::anyWorse);
            ask(GateRule.SUITE_RATE, ifNot -> suiteRate(night.rate().shown(), ifNot));
            ask(GateRule.FLAKY_COUNT, this::flakyCount);
            ask(GateRule.TONE_DROP, this::toneDrop);
            ask(GateRule.TONE_BUDGET, this::toneBudget);
            ask(GateRule.TURN_LIMIT, this::turnLimit);
            ask(GateRule.FLAKE_RISK, this::flakeRisk);
        }
        return results;
    }

    /** Asks a rule unless it is off. */
    private void ask(GateRule rule, Function<Verdict, RuleResult> result) {
        Verdict ifNot = limits.ifNot(rule);
        if (ifNot != null) {
            results.add(result.apply(ifNot));
        }
    }

    private RuleResult nightHasResults(Tally tonight) {
        return RuleResult.measuring(
                GateRule.NIGHT_HAS_RESULTS,
                scenarios.stream().anyMatch(Gate::ranTonight) ? Verdict.PASS : Verdict.INCONCLUSIVE,
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

    private RuleResult infrastructure(Tally tonight, Verdict ifNot) {
        long ended = tonight.error() + tonight.cancelled();
        Double share = tonight.finished() == 0 ? null : ended / (double) tonight.finished();
        return RuleResult.measuring(
                GateRule.INFRASTRUCTURE,
                isAbove(share, limits.infrastructure()) ? ifNot : Verdict.PASS,
                share,
                limits.infrastructure(),
                ended,
                tonight.finished());
    }

    private RuleResult requiredWorse(Verdict ifNot) {
        List<ScenarioNumbers> found = Stream.concat(
                        worse.stream().filter(this::isRequired),
                        required.stream()
                                .filter(s -> s.decision().state() == State.BROKEN
                                        && s.decision().event() != Event.REGRESSED))
                .toList();
        return RuleResult.naming(GateRule.REQUIRED_WORSE, ifNot, found, required);
    }

    private RuleResult requiredTonight(Verdict ifNot) {
        List<ScenarioNumbers> ran = required.stream().filter(Gate::ranTonight).toList();
        return RuleResult.naming(
                GateRule.REQUIRED_TONIGHT,
                ifNot,
                ran.stream()
                        .filter(s ->
                                s.tonight().passed() < limits.needed(s.tonight().valid()))
                        .sorted(Comparator.comparing(
                                s -> s.tonight().passed() / (double) s.tonight().valid()))
                        .toList(),
                ran);
    }

    /** A scenario that the configuration requires and nobody knows has no result either. */
    private RuleResult requiredEvidence(Verdict ifNot) {
        List<String> named = Stream.concat(
                        unknown.stream(),
                        required.stream()
                                .filter(s -> !ranTonight(s) || isUndecided(s, false))
                                .map(ScenarioNumbers::id))
                .toList();
        return new RuleResult(
                GateRule.REQUIRED_EVIDENCE,
                named.isEmpty() ? Verdict.PASS : ifNot,
                null,
                null,
                (long) named.size(),
                (long) required.size() + unknown.size(),
                named);
    }

    private RuleResult requiredUnproven(Verdict ifNot) {
        return RuleResult.naming(
                GateRule.REQUIRED_UNPROVEN,
                ifNot,
                required.stream().filter(s -> isUndecided(s, true)).toList(),
                required);
    }

    private RuleResult anyWorse(Verdict ifNot) {
        return RuleResult.naming(GateRule.ANY_WORSE, ifNot, worse, judged());
    }

    /** What is not settled is no failure, but where the rule only warns it does so then, too. */
    private RuleResult suiteRate(Rate rate, Verdict ifNot) {
        Interval interval = Objects.requireNonNull(rate.interval()); // the night has a valid run
        double limit = limits.suiteRate();
        Verdict verdict = interval.low() >= limit
                ? Verdict.PASS
                : interval.high() < limit || ifNot == Verdict.WARN ? ifNot : Verdict.INCONCLUSIVE;
        return RuleResult.measuring(GateRule.SUITE_RATE, verdict, interval.low(), limit, rate.passed(), rate.n());
    }

    private RuleResult flakyCount(Verdict ifNot) {
        List<ScenarioNumbers> judged = judged();
        List<ScenarioNumbers> flaky = judged.stream()
                .filter(s -> s.decision().headline() == Headline.FLAKY)
                .toList();
        BigDecimal limit = BigDecimal.valueOf(limits.flakyShare())
                .multiply(BigDecimal.valueOf(judged.size()))
                .max(BigDecimal.valueOf(limits.flakyCount()));
        return new RuleResult(
                GateRule.FLAKY_COUNT,
                BigDecimal.valueOf(flaky.size()).compareTo(limit) > 0 ? ifNot : Verdict.PASS,
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
    private RuleResult toneDrop(Verdict ifNot) {
        ToneChange change = analysis.toneEvidence().overall().firm();
        Double shift = change == null ? null : change.shift().value();
        return new RuleResult(
                GateRule.TONE_DROP,
                shift != null && shift <= -limits.toneDrop() ? ifNot : Verdict.PASS,
                shift,
                -limits.toneDrop(),
                null,
                null,
                List.of());
    }

    private RuleResult toneBudget(Verdict ifNot) {
        ToneBudget budget = analysis.toneEvidence().budget();
        return RuleResult.measuring(
                GateRule.TONE_BUDGET,
                budget.overspent() ? ifNot : Verdict.PASS,
                budget.lowerBound(),
                analysis.rules().toneBudget(),
                budget.bad().passed(),
                budget.bad().n());
    }

    /**
     * Of tonight alone: a run is held against the limit that its scenario has today, which for runs of earlier nights
     * may have been another; and a limit that was raised must not warn for weeks.
     */
    private RuleResult turnLimit(Verdict ifNot) {
        Cost tonight = analysis.outlook().costTonight();
        return RuleResult.measuring(
                GateRule.TURN_LIMIT,
                isAbove(tonight.turnLimitAtLeast(), limits.turnLimit()) ? ifNot : Verdict.PASS,
                tonight.turnLimitAtLeast(),
                limits.turnLimit(),
                tonight.turnLimit().passed(),
                tonight.turnLimit().n());
    }

    private RuleResult flakeRisk(Verdict ifNot) {
        FlakeRisk risk = analysis.outlook().allPass();
        Double probability = risk == null ? null : risk.probability();
        return new RuleResult(
                GateRule.FLAKE_RISK,
                isAbove(probability, limits.flakeRisk()) ? ifNot : Verdict.PASS,
                probability,
                limits.flakeRisk(),
                null,
                null,
                List.of());
    }

    /** Scenarios of which something can be said. */
    private List<ScenarioNumbers> judged() {
        return scenarios.stream().filter(s -> s.decision().judged() != null).toList();
    }

    /** Whether promotion requires it, or the configuration does. */
    private boolean isRequired(ScenarioNumbers scenario) {
        return Objects.equals(scenario.required(), true) || requiredHere.contains(scenario.id());
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
}
