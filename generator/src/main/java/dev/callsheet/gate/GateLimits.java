package dev.callsheet.gate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the gate's rules ask for, and what they give where it is not met; the defaults are those of metrics.md 9. The
 * allowed share of bad-sounding runs is one of {@link dev.callsheet.metrics.Rules}, since the budget is a number of its
 * own.
 *
 * @param ifNot the verdict of a rule that is not met; a rule without one is not asked. {@link
 *     GateRule#NIGHT_HAS_RESULTS} is always asked, and inconclusive
 * @param infrastructure share of tonight's finished runs that may err or be cancelled, from 0 to 1
 * @param requiredShare share of tonight's runs that a required scenario must pass, above 0 to 1
 * @param suiteRate the suite's pass rate that is to be reached, from 0 to 1
 * @param flakyCount how many scenarios may be flaky in any suite, at least 0
 * @param flakyShare of scenarios that may be flaky, where that is more, from 0 to 1
 * @param toneDrop the smallest fall of the overall tone score that counts, above 0
 * @param turnLimit share of runs that may meet their turn limit, from 0 to 1
 * @param flakeRisk the probability that flakiness alone fails a night that is no warning yet, from 0 to 1
 * @param required ids of scenarios that are required beside those that promotion requires
 */
public record GateLimits(
        Map<GateRule, Verdict> ifNot,
        double infrastructure,
        double requiredShare,
        double suiteRate,
        int flakyCount,
        double flakyShare,
        double toneDrop,
        double turnLimit,
        double flakeRisk,
        List<String> required) {

    public static final GateLimits DEFAULT = new GateLimits(
            Map.ofEntries(
                    Map.entry(GateRule.FETCH_COMPLETE, Verdict.INCONCLUSIVE),
                    Map.entry(GateRule.INFRASTRUCTURE, Verdict.INCONCLUSIVE),
                    Map.entry(GateRule.REQUIRED_WORSE, Verdict.FAIL),
                    Map.entry(GateRule.REQUIRED_TONIGHT, Verdict.FAIL),
                    Map.entry(GateRule.REQUIRED_EVIDENCE, Verdict.INCONCLUSIVE),
                    Map.entry(GateRule.REQUIRED_UNPROVEN, Verdict.PASS),
                    Map.entry(GateRule.ANY_WORSE, Verdict.FAIL),
                    Map.entry(GateRule.FLAKY_COUNT, Verdict.WARN),
                    Map.entry(GateRule.TONE_DROP, Verdict.WARN),
                    Map.entry(GateRule.TONE_BUDGET, Verdict.WARN),
                    Map.entry(GateRule.TURN_LIMIT, Verdict.WARN),
                    Map.entry(GateRule.FLAKE_RISK, Verdict.WARN)),
            0.10,
            0.80,
            0.80,
            1,
            0.02,
            0.03,
            0.05,
            0.20,
            List.of());

    public GateLimits {
        ifNot = Map.copyOf(ifNot);
        required = List.copyOf(required);
    }

    /** The verdict of a rule that is not met; null when it is not asked. */
    public @Nullable Verdict ifNot(GateRule rule) {
        return ifNot.get(rule);
    }

    /** How many of a required scenario's runs must pass, rounded up: 4 of 5. */
    public long needed(long runs) {
        return BigDecimal.valueOf(requiredShare)
                .multiply(BigDecimal.valueOf(runs))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    /** The same with another verdict of a rule; null to not ask it. */
    public GateLimits with(GateRule rule, @Nullable Verdict verdict) {
        Map<GateRule, Verdict> changed = new EnumMap<>(GateRule.class);
        changed.putAll(ifNot);
        if (verdict == null) {
            changed.remove(rule);
        } else {
            changed.put(rule, verdict);
        }
        return new GateLimits(
                changed,
                infrastructure,
                requiredShare,
                suiteRate,
                flakyCount,
                flakyShare,
                toneDrop,
                turnLimit,
                flakeRisk,
                required);
    }
}
