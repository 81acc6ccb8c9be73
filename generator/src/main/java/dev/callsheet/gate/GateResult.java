package dev.callsheet.gate;

import java.util.List;

/**
 * The verdict of the gate and what it rests on.
 *
 * @param verdict never {@link Verdict#WARN}
 * @param rules those that were asked, in the order of {@link GateRule}
 * @param limits in force
 */
public record GateResult(Verdict verdict, List<RuleResult> rules, GateLimits limits) {

    public GateResult {
        rules = List.copyOf(rules);
    }

    /**
     * A failed rule decides, then an inconclusive one; a warning does not. But of a night that was not fetched as a whole
     * nothing is said either way: what is missing may be what passed.
     */
    static GateResult of(List<RuleResult> rules, GateLimits limits) {
        if (rules.stream().anyMatch(GateResult::isOfAPart)) {
            return new GateResult(Verdict.INCONCLUSIVE, rules, limits);
        }
        Verdict verdict = Verdict.PASS;
        for (RuleResult rule : rules) {
            if (rule.verdict() == Verdict.FAIL) {
                verdict = Verdict.FAIL;
            } else if (rule.verdict() == Verdict.INCONCLUSIVE && verdict == Verdict.PASS) {
                verdict = Verdict.INCONCLUSIVE;
            }
        }
        return new GateResult(verdict, rules, limits);
    }

    private static boolean isOfAPart(RuleResult result) {
        return result.rule() == GateRule.FETCH_COMPLETE && result.verdict() == Verdict.INCONCLUSIVE;
    }

    /** The results of a verdict, in their order. */
    public List<RuleResult> with(Verdict verdict) {
        return rules.stream().filter(result -> result.verdict() == verdict).toList();
    }
}
