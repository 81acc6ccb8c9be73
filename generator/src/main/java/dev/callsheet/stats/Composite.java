package dev.callsheet.stats;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Whether a figure can be a mean, some mean, or another middle of its parts (metrics.md 5.2). All values are whole
 * billionths and all comparisons exact: whether a figure rounded to two decimals lies within half of the last of them
 * must not depend on the rounding of doubles.
 *
 * @param mean of the parts, as are median and trimmedMean (without the lowest and the highest part)
 * @param residual the figure less the mean
 * @param withinEnvelope whether some weighted mean of the parts rounds to the figure
 * @param meanExplains whether the plain mean does, as do median and trimmed mean for the two that follow
 */
public record Composite(
        double mean,
        double median,
        double trimmedMean,
        double residual,
        boolean withinEnvelope,
        boolean meanExplains,
        boolean medianExplains,
        boolean trimmedMeanExplains) {

    private static final double ONE = 1e9;
    /** Half of the last of two decimals. */
    private static final long ROUNDING = 5_000_000;

    /**
     * Compares a figure with its parts.
     *
     * @param parts at least three, in billionths as is the figure
     */
    public static Composite of(long[] parts, long figure) {
        if (parts.length < 3) {
            throw new IllegalArgumentException("a composite needs three parts, had " + parts.length);
        }
        long[] sorted = parts.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        long sum = LongStream.of(sorted).sum();
        long trimmed = sum - sorted[0] - sorted[n - 1];
        long middle = sorted[(n - 1) / 2] + sorted[n / 2];
        return new Composite(
                sum / (ONE * n),
                middle / (ONE * 2),
                trimmed / (ONE * (n - 2)),
                (figure * n - sum) / (ONE * n),
                figure >= sorted[0] - ROUNDING && figure <= sorted[n - 1] + ROUNDING,
                rounds(sum, n, figure),
                rounds(middle, 2, figure),
                rounds(trimmed, n - 2, figure));
    }

    /** Whether sum/n lies within half a unit of the figure's last decimal. */
    private static boolean rounds(long sum, int n, long figure) {
        return Math.abs(figure * n - sum) <= ROUNDING * n;
    }
}
