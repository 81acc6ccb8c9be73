package dev.callsheet.stats;

import org.jspecify.annotations.Nullable;

/** Student's t interval of a mean (metrics.md 5.3). */
public final class StudentT {

    private StudentT() {}

    /** The 95 % interval of a mean; null below two values. */
    public static @Nullable Interval interval(long n, double mean, double sampleSd) {
        return interval(n, mean, sampleSd, Distributions.CONFIDENCE);
    }

    /**
     * The interval mean ± t<sub>n−1</sub> · sd/√n at a confidence between 0 and 1; null below two values. It is not
     * clipped to the range of the values, and it is a single point when all values agree.
     *
     * @param sampleSd the standard deviation with divisor n − 1, at least 0; not looked at below two values
     */
    public static @Nullable Interval interval(long n, double mean, double sampleSd, double confidence) {
        return n < 2 ? null : around(mean, sampleSd / Math.sqrt((double) n), n - 1, confidence);
    }

    /** mean ± t<sub>df</sub> · standard error, for df ≥ 1. */
    static Interval around(double mean, double standardError, long df, double confidence) {
        double half = -Distributions.tQuantile(Distributions.tail(confidence), (double) df) * standardError;
        return new Interval(mean - half, mean + half);
    }
}
