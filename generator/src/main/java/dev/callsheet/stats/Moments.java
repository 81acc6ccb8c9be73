package dev.callsheet.stats;

import org.jspecify.annotations.Nullable;

/**
 * Count, mean and sum of squared deviations of doubles, merged after Chan, Golub and LeVeque (metrics.md 6.3). Only for
 * values that are not short decimals; for those {@link ExactMoments} is exact. The last bits depend on the order of
 * merging, so the caller fixes the order.
 *
 * @param mean 0 when n is 0
 * @param m2 Σ(x − mean)², at least 0
 */
record Moments(long n, double mean, double m2) {

    static final Moments EMPTY = new Moments(0, 0, 0);

    static Moments of(double value) {
        return new Moments(1, value, 0);
    }

    Moments plus(Moments other) {
        if (n == 0 || other.n == 0) {
            return n == 0 ? other : this;
        }
        long total = Math.addExact(n, other.n);
        double delta = other.mean - mean;
        double share = (double) other.n / total;
        return new Moments(total, mean + delta * share, m2 + other.m2 + delta * delta * n * share);
    }

    /** The standard deviation with divisor n − 1; null below two values. */
    @Nullable
    Double sampleSd() {
        return n < 2 ? null : Math.sqrt(m2 / (n - 1));
    }
}
