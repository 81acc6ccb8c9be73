package dev.callsheet.site;

import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.Mute;
import dev.callsheet.gate.RuleResult;
import dev.callsheet.gate.Verdict;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.ToneChange;
import dev.callsheet.metrics.ToneTrend;
import dev.callsheet.report.Report;
import dev.callsheet.stats.Interval;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The gate in sentences: its verdict with the first reason, and the evidence of every rule. */
final class GateWords {

    private static final String TONE = "overall tone";

    private final Analysis analysis;
    private final GateResult gate;
    private final GateScenarios scenarios;

    /** @param label what scenarios are called, by id */
    GateWords(Report report, UnaryOperator<String> label) {
        this.analysis = report.analysis();
        this.gate = report.gate();
        this.scenarios = new GateScenarios(report, label);
    }

    /** "Gate failed because Cancel an appointment, required for promotion, passed 1 of 5 tonight after 81 of 81." */
    String sentence() {
        return switch (gate.verdict()) {
                    case PASS, WARN -> "Gate passed";
                    case FAIL -> "Gate failed because " + firstReason(Verdict.FAIL);
                    case INCONCLUSIVE ->
                        "Gate inconclusive: " + firstReason(Verdict.INCONCLUSIVE)
                                + (gate.with(Verdict.FAIL).isEmpty()
                                        ? ""
                                        : "; on what is there it would fail because " + firstReason(Verdict.FAIL));
                }
                + muted() + ".";
    }

    /** Nothing is muted without a word: "; 1 scenario is muted, else it would fail". */
    private String muted() {
        int muted = gate.with(Mute.State.ACTIVE).size();
        if (muted == 0) {
            return "";
        }
        String otherwise = switch (gate.unmuted()) {
            case PASS, WARN -> ", else it would pass";
            case FAIL -> ", else it would fail";
            case INCONCLUSIVE -> ", else it would be inconclusive";
        };
        return "; " + Format.count(muted, "scenario") + (muted == 1 ? " is" : " are") + " muted"
                + (gate.unmuted() == gate.verdict() ? "" : otherwise);
    }

    private String firstReason(Verdict verdict) {
        return found(gate.with(verdict).get(0));
    }

    /** The evidence of a rule in one sentence. */
    String sentence(RuleResult result) {
        String sentence = (result.verdict() == Verdict.PASS ? nothingFound(result) : found(result)) + ".";
        return sentence.startsWith(TONE) && result.rule() == GateRule.TONE_DROP ? Words.capital(sentence) : sentence;
    }

    /** Why a rule does not pass. What can decide the gate begins with a name or a figure, so that it fits any sentence. */
    private String found(RuleResult result) {
        return switch (result.rule()) {
            case NIGHT_HAS_RESULTS -> withoutResults();
            case FETCH_COMPLETE -> fetch();
            case INFRASTRUCTURE -> ended(result) + ", more than " + GateFigures.limit(result);
            case REQUIRED_WORSE -> scenarios.worse(result);
            case REQUIRED_TONIGHT -> scenarios.tooFewPassed(result);
            case REQUIRED_EVIDENCE -> scenarios.undecided(result);
            case REQUIRED_UNPROVEN -> scenarios.unproven(result);
            case ANY_WORSE -> scenarios.worse(result);
            case SUITE_RATE ->
                suiteRate(result)
                        + (suiteInterval().high() < Objects.requireNonNull(result.limit())
                                ? ", below "
                                : ", which does not settle whether it reaches ")
                        + GateFigures.limit(result);
            case FLAKY_COUNT -> flaky(result);
            case TONE_DROP ->
                toneFall(result) + "; a fall of " + leastFall(result)
                        + (result.verdict() == Verdict.FAIL ? " fails the gate" : " is a warning");
            case TONE_BUDGET -> badRuns(result);
            case TURN_LIMIT -> turnLimit(result);
            case FLAKE_RISK -> flakeRisk(result);
        };
    }

    private String nothingFound(RuleResult result) {
        return switch (result.rule()) {
            case NIGHT_HAS_RESULTS ->
                GateFigures.counted(result, "run") + (GateFigures.count(result) == 1 ? " has" : " have") + " a result";
            case FETCH_COMPLETE -> fetch();
            case INFRASTRUCTURE ->
                result.value() == null
                        ? "No run finished"
                        : ended(result) + "; at most " + GateFigures.limit(result) + " may";
            case REQUIRED_WORSE -> scenarios.none(result, "got worse or is broken");
            case REQUIRED_TONIGHT ->
                scenarios.none(
                        result,
                        "passed fewer than " + GateFigures.requiredShare(gate.limits()) + " of its runs tonight");
            case REQUIRED_EVIDENCE ->
                scenarios.none(result, "is without a result tonight, and none failed all of too few runs");
            case REQUIRED_UNPROVEN -> scenarios.unproven(result);
            case ANY_WORSE -> "Of " + Format.count(GateFigures.n(result), "scenario") + " none got worse";
            case SUITE_RATE -> suiteRate(result) + "; " + GateFigures.limit(result) + " are required";
            case FLAKY_COUNT -> flaky(result);
            case TONE_DROP -> noToneDrop(result);
            case TONE_BUDGET -> result.value() == null ? "No run has an overall tone score" : badRuns(result);
            case TURN_LIMIT -> result.value() == null ? "No run of tonight has a known turn limit" : turnLimit(result);
            case FLAKE_RISK -> result.value() == null ? "No scenario could fail by flakiness alone" : flakeRisk(result);
        };
    }

    private String withoutResults() {
        NightNumbers tonight = analysis.tonight();
        Set<String> muted =
                gate.with(Mute.State.ACTIVE).stream().map(Mute::scenario).collect(Collectors.toSet());
        if (analysis.scenarios().stream()
                .anyMatch(scenario ->
                        muted.contains(scenario.id()) && scenario.tonight().valid() > 0)) {
            return "every scenario with a result tonight is muted";
        }
        return tonight == null ? "no finished run was loaded" : Headlines.unjudged(tonight.tally());
    }

    private String fetch() {
        return FetchWords.evidence(Objects.requireNonNull(analysis.fetch())); // or the rule is not asked
    }

    private static String ended(RuleResult result) {
        return GateFigures.counted(result, "run") + " errored or " + (GateFigures.count(result) == 1 ? "was" : "were")
                + " cancelled, " + GateFigures.percent(result);
    }

    private String suiteRate(RuleResult result) {
        Interval interval = suiteInterval();
        return GateFigures.counted(result, "run") + " passed, 95 % interval from "
                + GateFigures.percent(result, interval.low()) + " to " + GateFigures.percent(result, interval.high());
    }

    private Interval suiteInterval() {
        return Objects.requireNonNull(
                Objects.requireNonNull(analysis.tonight()).rate().shown().interval());
    }

    private static String flaky(RuleResult result) {
        return GateFigures.counted(result, "scenario") + (GateFigures.count(result) == 1 ? " is" : " are")
                + " flaky; at most " + (long) Math.floor(Objects.requireNonNull(result.limit())) + " may be";
    }

    private String noToneDrop(RuleResult result) {
        ToneTrend trend = analysis.toneEvidence().overall();
        if (trend.isTooShort()) {
            return TONE + ": too few nights with a score to see a change";
        }
        if (result.value() == null) {
            return TONE + " has not changed for certain";
        }
        return result.value() < 0
                ? toneFall(result) + "; only a fall of " + leastFall(result)
                        + (gate.limits().ifNot(GateRule.TONE_DROP) == Verdict.FAIL
                                ? " fails the gate"
                                : " is a warning")
                : TONE + " did not fall";
    }

    private String toneFall(RuleResult result) {
        ToneChange change =
                Objects.requireNonNull(analysis.toneEvidence().overall().firm());
        return TONE + " fell by " + GateFigures.fall(result) + Verdicts.when(change.since(), analysis.night());
    }

    private static String leastFall(RuleResult result) {
        return BigDecimal.valueOf(-Objects.requireNonNull(result.limit())).toPlainString();
    }

    private String badRuns(RuleResult result) {
        return GateFigures.counted(result, "scored run") + " of the last "
                + Format.count(analysis.toneEvidence().budget().nights(), "night") + " sounded bad" + atLeast(result);
    }

    private static String turnLimit(RuleResult result) {
        return GateFigures.counted(result, "run") + " of tonight met the turn limit" + atLeast(result);
    }

    /** What the counts prove, and what is allowed. */
    private static String atLeast(RuleResult result) {
        return (GateFigures.count(result) == 0
                        ? "; "
                        : ", which proves a share of at least " + GateFigures.percent(result) + "; ")
                + GateFigures.limit(result) + " may";
    }

    private static String flakeRisk(RuleResult result) {
        return "A gate that wants every run to pass would fail by flakiness alone with a probability of "
                + GateFigures.percent(result) + "; up to " + GateFigures.limit(result) + " is no warning";
    }
}
