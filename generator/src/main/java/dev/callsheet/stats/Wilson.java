package dev.callsheet.stats;

import org.jspecify.annotations.Nullable;

/** Wilson's score interval of a pass rate, the interval shown beside every rate (metrics.md 1.2). */
public final class Wilson {

    private Wilson() {}

    /** The 95 % interval; null for n = 0. */
    public static @Nullable Interval interval(long passed, long n) {
        return interval(passed, n, Distributions.CONFIDENCE);
    }

    /**
     * The interval at a confidence between 0 and 1, without continuity correction; null for n = 0. It begins at exactly
     * 0 when nothing passed and ends at exactly 1 when everything did, which the formula itself misses by rounding.
     */
    public static @Nullable Interval interval(long passed, long n, double confidence) {
        Trials.check(passed, n);
        double z = -Distributions.normalQuantile(Distributions.tail(confidence));
        if (n == 0) {
            return null;
        }
        double rate = (double) passed / n;
        double spread = z * z / n;
        double centre = (rate + spread / 2) / (1 + spread);
        double half = z / (1 + spread) * Math.sqrt(rate * (1 - rate) / n + spread / (4.0 * n));
        return new Interval(passed == 0 ? 0 : Math.max(0, centre - half), passed == n ? 1 : Math.min(1, centre + half));
    }
}
