package dev.callsheet.gate;

import java.util.List;

/**
 * The verdict of the gate and what it rests on.
 *
 * @param verdict never {@link Verdict#WARN}
 * @param rules those that were asked, in the order of {@link GateRule}
 * @param limits in force
 * @param mutes in the order of the configuration
 * @param unmuted what the verdict would be if nothing were muted
 */
public record GateResult(
        Verdict verdict, List<RuleResult> rules, GateLimits limits, List<Muted> mutes, Verdict unmuted) {

    public GateResult {
        rules = List.copyOf(rules);
        mutes = List.copyOf(mutes);
    }

    /** A mute and what it is worth on the report's night. */
    public record Muted(Mute mute, Mute.State state) {}

    /**
     * A failed rule decides, then an inconclusive one; a warning does not. But of a night that was not fetched as a whole
     * nothing is said either way: what is missing may be what passed.
     */
    static Verdict verdict(List<RuleResult> rules) {
        if (rules.stream().anyMatch(GateResult::isOfAPart)) {
            return Verdict.INCONCLUSIVE;
        }
        Verdict verdict = Verdict.PASS;
        for (RuleResult rule : rules) {
            if (rule.verdict() == Verdict.FAIL) {
                verdict = Verdict.FAIL;
            } else if (rule.verdict() == Verdict.INCONCLUSIVE && verdict == Verdict.PASS) {
                verdict = Verdict.INCONCLUSIVE;
            }
        }
        return verdict;
    }

    private static boolean isOfAPart(RuleResult result) {
        return result.rule() == GateRule.FETCH_COMPLETE && result.verdict() == Verdict.INCONCLUSIVE;
    }

    /** The results of a verdict, in their order. */
    public List<RuleResult> with(Verdict verdict) {
        return rules.stream().filter(result -> result.verdict() == verdict).toList();
    }

    /** The mutes of a state, in their order. */
    public List<Mute> with(Mute.State state) {
        return mutes.stream()
                .filter(muted -> muted.state() == state)
                .map(Muted::mute)
                .toList();
    }
}
