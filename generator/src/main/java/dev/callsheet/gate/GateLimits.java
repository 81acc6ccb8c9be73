package dev.callsheet.gate;

import org.jspecify.annotations.Nullable;

/**
 * The limits of the gate's rules; the defaults are those of metrics.md 9. The allowed share of bad-sounding runs is one
 * of {@link dev.callsheet.metrics.Rules}, since the budget is a number of its own.
 *
 * @param infrastructure share of tonight's finished runs that may err or be cancelled, from 0 to 1
 * @param suiteRate the suite's pass rate that is to be reached, from 0 to 1; null to not ask for any
 * @param flakyCount how many scenarios may be flaky in any suite, at least 0
 * @param flakyShare of scenarios that may be flaky, where that is more, from 0 to 1
 * @param toneDrop the smallest fall of the overall tone score that is a warning, above 0
 * @param turnLimit share of runs that may meet their turn limit, from 0 to 1
 * @param flakeRisk the probability that flakiness alone fails a night that is no warning yet, from 0 to 1
 * @param incomplete the verdict on a night whose fetch is incomplete, {@link Verdict#INCONCLUSIVE} or {@link Verdict#WARN};
 *     null to not ask
 */
public record GateLimits(
        double infrastructure,
        @Nullable Double suiteRate,
        int flakyCount,
        double flakyShare,
        double toneDrop,
        double turnLimit,
        double flakeRisk,
        @Nullable Verdict incomplete) {

    public static final GateLimits DEFAULT =
            new GateLimits(0.10, null, 1, 0.02, 0.03, 0.05, 0.20, Verdict.INCONCLUSIVE);

    /** The same with another verdict on a night whose fetch is incomplete. */
    public GateLimits with(@Nullable Verdict ifIncomplete) {
        return new GateLimits(
                infrastructure, suiteRate, flakyCount, flakyShare, toneDrop, turnLimit, flakeRisk, ifIncomplete);
    }
}
