package dev.callsheet.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How far the mean of one group of values lies from that of another, after Welch, and how far the groups overlap, after
 * Cliff (metrics.md 5.5). The order of the values within a group does not matter.
 *
 * @param value mean of the later group less that of the earlier
 * @param interval 95 % interval of it; null when a group has fewer than two values, a single point when neither has
 *     any spread
 * @param df Welch's degrees of freedom; null when there is no interval or no spread
 * @param p of the two-sided test that the means are the same; null as df
 * @param cliffsDelta the probability that a later value is larger than an earlier one, less that it is smaller
 */
public record Shift(
        double value,
        @Nullable Interval interval,
        @Nullable Double df,
        @Nullable Double p,
        double cliffsDelta) {

    /** The shift between two groups; null when either has no value. */
    public static @Nullable Shift between(double[] earlier, double[] later) {
        if (earlier.length == 0 || later.length == 0) {
            return null;
        }
        double[] before = sorted(earlier);
        double[] now = sorted(later);
        double value = mean(now) - mean(before);
        double delta = delta(before, now);
        if (before.length < 2 || now.length < 2) {
            return new Shift(value, null, null, null, delta);
        }
        double ofBefore = squaredError(before);
        double ofNow = squaredError(now);
        double squared = ofBefore + ofNow;
        if (squared == 0) {
            return new Shift(value, new Interval(value, value), null, null, delta);
        }
        double error = Math.sqrt(squared);
        double df = squared * squared / (ofBefore * ofBefore / (before.length - 1) + ofNow * ofNow / (now.length - 1));
        double half = -Distributions.tQuantile(Distributions.tail(Distributions.CONFIDENCE), df) * error;
        double p = 2 * TDistribution.of(df).survivalProbability(Math.abs(value) / error);
        return new Shift(value, new Interval(value - half, value + half), df, p, delta);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    private static double mean(double[] values) {
        return MeanScan.mean(values, 0, values.length);
    }

    /** The square of the standard error of the mean; exactly 0 when all values are the same. */
    private static double squaredError(double[] sorted) {
        int n = sorted.length;
        if (sorted[0] == sorted[n - 1]) {
            return 0;
        }
        double mean = mean(sorted);
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (n - 1) / n;
    }

    private static double delta(double[] before, double[] now) {
        long balance = 0;
        int smaller = 0;
        int notLarger = 0;
        for (double value : now) {
            while (smaller < before.length && before[smaller] < value) {
                smaller++;
            }
            while (notLarger < before.length && before[notLarger] <= value) {
                notLarger++;
            }
            balance += smaller - (before.length - notLarger);
        }
        return (double) balance / ((double) before.length * now.length);
    }
}
