package dev.callsheet.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean of differences, one for each scenario that has a figure on both sides (metrics.md 3.6). Pairing takes the
 * difficulty of scenarios out of the comparison. The differences are added in the order of the list, which the caller
 * fixes.
 *
 * @param pairs how many differences entered
 * @param mean null without pairs
 * @param standardError sd/√pairs; null below two pairs
 * @param interval mean ± t<sub>pairs−1</sub> standard errors, not clipped; a point when all differences agree; null
 *     below two pairs
 * @param p two-sided, of Student's t; null below two pairs, and when all differences agree but are not 0, where t is
 *     infinite and claims more than the data can
 * @param signFlipP two-sided and exact, over all 2<sup>pairs</sup> signs; null without pairs and above
 *     {@value #MOST_FLIPPED}
 */
public record PairedDifference(
        int pairs,
        @Nullable Double mean,
        @Nullable Double standardError,
        @Nullable Interval interval,
        @Nullable Double p,
        @Nullable Double signFlipP) {

    /** Up to so many pairs all signs are tried. */
    static final int MOST_FLIPPED = 20;

    private static final double POWER = 0.8;

    // Differences of quotients differ in their last bits where they should not.
    private static final double SAME = 1e-12;
    private static final double TIE = 1e-9;

    /** The mean with its 95 % interval. */
    public static PairedDifference of(List<Double> differences) {
        return of(differences, Distributions.CONFIDENCE);
    }

    /**
     * The mean with its interval at a confidence between 0 and 1.
     *
     * @param differences finite, after − before
     */
    public static PairedDifference of(List<Double> differences, double confidence) {
        double[] d = differences.stream().mapToDouble(Double::doubleValue).toArray();
        Moments moments = Moments.EMPTY;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (double value : d) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("a difference must be finite, was " + value);
            }
            moments = moments.plus(Moments.of(value));
            min = Math.min(min, value);
            max = Math.max(max, value);
        }
        Double sd = moments.sampleSd();
        if (sd == null) {
            return new PairedDifference(
                    d.length, d.length == 0 ? null : moments.mean(), null, null, null, signFlipP(d));
        }
        double error = max - min <= SAME ? 0 : sd / Math.sqrt(d.length);
        long df = d.length - 1L;
        Interval interval = StudentT.around(moments.mean(), error, df, confidence);
        return new PairedDifference(
                d.length, moments.mean(), error, interval, p(moments.mean(), error, df), signFlipP(d));
    }

    /**
     * The smallest true mean that a comparison with this error would have told from none with a power of 80 %: 2.8
     * standard errors, more with few pairs. Null below two pairs, and without an error, which promises too much.
     */
    public @Nullable Double smallestVisible() {
        return standardError == null || standardError == 0
                ? null
                : (Double) (standardError
                        * (Distributions.tQuantile(1 - Distributions.tail(Distributions.CONFIDENCE), pairs - 1.0)
                                + Distributions.tQuantile(POWER, pairs - 1.0)));
    }

    private static @Nullable Double p(double mean, double error, long df) {
        if (error == 0) {
            return mean == 0 ? 1.0 : null;
        }
        return 2 * Distributions.tSurvival(Math.abs(mean) / error, (double) df);
    }

    private static @Nullable Double signFlipP(double[] d) {
        if (d.length == 0 || d.length > MOST_FLIPPED) {
            return null;
        }
        // Every sum is one of the first half plus one of the second: a single addition for each of the 2^20.
        double[] first = signedSums(d, 0, d.length / 2);
        double[] second = signedSums(d, d.length / 2, d.length);
        double observed = Math.abs(first[0] + second[0]) - TIE;
        int extreme = 0;
        for (double a : first) {
            for (double b : second) {
                extreme += Math.abs(a + b) >= observed ? 1 : 0;
            }
        }
        return (double) extreme / (first.length * second.length);
    }

    /** The sums of the values from one index to another with all signs, the given signs first. */
    private static double[] signedSums(double[] d, int from, int to) {
        double[] sums = new double[1 << (to - from)];
        for (int signs = 0; signs < sums.length; signs++) {
            for (int i = from; i < to; i++) {
                sums[signs] += (signs >> (i - from) & 1) == 0 ? d[i] : -d[i];
            }
        }
        return sums;
    }
}
