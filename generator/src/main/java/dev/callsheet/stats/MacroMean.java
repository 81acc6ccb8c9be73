package dev.callsheet.stats;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The unweighted mean over groups, each group one number in [0,1] (metrics.md 3.5: macro mean).
 *
 * @param groups how many numbers entered
 * @param mean null without groups
 * @param standardError sd/√groups; null below two groups
 * @param interval mean ± t<sub>groups−1</sub> standard errors, clipped to [0,1]; null below two groups
 */
public record MacroMean(
        int groups,
        @Nullable Double mean,
        @Nullable Double standardError,
        @Nullable Interval interval) {

    /** The mean with its 95 % interval. The order of the shares does not matter: they are added up in sorted order. */
    public static MacroMean ofShares(Collection<Double> shares) {
        return ofShares(shares, Distributions.CONFIDENCE);
    }

    /** The mean with its interval at a confidence between 0 and 1. */
    public static MacroMean ofShares(Collection<Double> shares, double confidence) {
        Moments moments = Moments.EMPTY;
        for (double share :
                shares.stream().mapToDouble(Double::doubleValue).sorted().toArray()) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("a share must be in [0,1], was " + share);
            }
            moments = moments.plus(Moments.of(share));
        }
        Double sd = moments.sampleSd();
        if (sd == null) {
            return new MacroMean(shares.size(), shares.isEmpty() ? null : moments.mean(), null, null);
        }
        double standardError = sd / Math.sqrt(shares.size());
        Interval interval = StudentT.around(moments.mean(), standardError, shares.size() - 1L, confidence);
        return new MacroMean(shares.size(), moments.mean(), standardError, interval.withinUnit());
    }
}
