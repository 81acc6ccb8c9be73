package dev.callsheet.stats;

import org.jspecify.annotations.Nullable;

/**
 * Exact bounds of a pass rate and exact binomial tail probabilities (metrics.md 1.4, 2.5). The guarantee of a bound
 * holds at every rate, which is why decisions and gates rest on these and not on {@link Wilson}.
 */
public final class ExactBinomial {

    private ExactBinomial() {}

    /** The two-sided 95 % Clopper–Pearson interval; null for n = 0. */
    public static @Nullable Interval interval(long passed, long n) {
        return interval(passed, n, Distributions.CONFIDENCE);
    }

    /** The two-sided Clopper–Pearson interval at a confidence between 0 and 1; null for n = 0. */
    public static @Nullable Interval interval(long passed, long n, double confidence) {
        Trials.check(passed, n);
        double tail = Distributions.tail(confidence);
        return n == 0 ? null : new Interval(lower(passed, n, tail), upper(passed, n, tail));
    }

    /** The one-sided lower bound at a confidence between 0 and 1, exactly 0 when nothing passed; null for n = 0. */
    public static @Nullable Double lowerBound(long passed, long n, double confidence) {
        Trials.check(passed, n);
        double tail = Distributions.outside(confidence);
        return n == 0 ? null : lower(passed, n, tail);
    }

    /** The one-sided upper bound at a confidence between 0 and 1, exactly 1 when everything passed; null for n = 0. */
    public static @Nullable Double upperBound(long passed, long n, double confidence) {
        Trials.check(passed, n);
        double tail = Distributions.outside(confidence);
        return n == 0 ? null : upper(passed, n, tail);
    }

    /** P(X ≤ passed) for X ~ Binomial(n, rate), with a rate in [0,1]; 1 for n = 0. */
    public static double probabilityAtMost(long passed, long n, double rate) {
        Trials.check(passed, n);
        checkRate(rate);
        return passed == n ? 1 : Distributions.betaSurvival(rate, passed + 1.0, (double) (n - passed));
    }

    /** P(X ≥ passed) for X ~ Binomial(n, rate), with a rate in [0,1]; 1 for n = 0. */
    public static double probabilityAtLeast(long passed, long n, double rate) {
        Trials.check(passed, n);
        checkRate(rate);
        return passed == 0 ? 1 : Distributions.betaCdf(rate, (double) passed, n - passed + 1.0);
    }

    private static double lower(long passed, long n, double tail) {
        return passed == 0 ? 0 : Distributions.betaQuantile(tail, (double) passed, n - passed + 1.0);
    }

    private static double upper(long passed, long n, double tail) {
        return passed == n ? 1 : Distributions.betaUpperQuantile(tail, passed + 1.0, (double) (n - passed));
    }

    private static void checkRate(double rate) {
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate must be in [0,1], was " + rate);
        }
    }
}
