package dev.callsheet.stats;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The mean over runs that are clustered by scenario, with an error that allows for runs of one scenario resembling each
 * other (metrics.md 3.5). The target is the population of scenarios, not this fixed suite run again.
 *
 * <p>The values are scores in [0,1], or outcomes as 0 and 1. All sums are exact integers, and the macro mean adds its
 * numbers in sorted order, so the order of clusters moves no bit. When every value is the same, all errors are 0 and
 * the interval is a single point: it then states no uncertainty, and {@link Wilson} or {@link ExactBinomial} should
 * stand beside it.
 *
 * @param n values in all clusters
 * @param clusters clusters with at least one value; the others are left out
 * @param mean Σx/n; null without values
 * @param naiveError the standard error as if all values were independent, sd/√n; null below two values
 * @param cr0Error √Σ(cluster sum of residuals)²/n, without small-sample correction; null below two clusters
 * @param standardError cr0Error · √(G/(G − 1)); null below two clusters
 * @param designEffect (standardError/naiveError)²; null when either is, or when naiveError is 0
 * @param interval mean ± t<sub>G−1</sub> standard errors, clipped to [0,1]; null below two clusters
 * @param macro the unweighted mean of the cluster means
 */
public record ClusteredMean(
        long n,
        int clusters,
        @Nullable Double mean,
        @Nullable Double naiveError,
        @Nullable Double cr0Error,
        @Nullable Double standardError,
        @Nullable Double designEffect,
        @Nullable Interval interval,
        MacroMean macro) {

    /** The mean with 95 % intervals. The clusters must have equally many decimals. */
    public static ClusteredMean of(Collection<ExactMoments> clusters) {
        return of(clusters, Distributions.CONFIDENCE);
    }

    /** The mean with intervals at a confidence between 0 and 1. */
    public static ClusteredMean of(Collection<ExactMoments> clusters, double confidence) {
        List<ExactMoments> filled = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (ExactMoments cluster : clusters) {
            Double mean = cluster.mean();
            if (mean != null) {
                if (!cluster.withinUnit()) {
                    throw new IllegalArgumentException(
                            "values must be in [0,1], were " + cluster.min() + " to " + cluster.max());
                }
                filled.add(cluster);
                means.add(mean);
            }
        }
        MacroMean macro = MacroMean.ofShares(means, confidence);
        if (filled.isEmpty()) {
            return new ClusteredMean(0, 0, null, null, null, null, null, null, macro);
        }
        return of(filled, macro, confidence);
    }

    private static ClusteredMean of(List<ExactMoments> filled, MacroMean macro, double confidence) {
        int decimals = filled.get(0).decimals();
        ExactMoments all = new ExactMoments(decimals);
        filled.forEach(all::merge);

        BigInteger n = BigInteger.valueOf(all.n());
        double mean = Ratio.of(all.sum(), n, decimals);
        Double naive =
                all.n() < 2 ? null : Math.sqrt(Ratio.of(all.deviations(), times(n, n, all.n() - 1), 2 * decimals));
        if (filled.size() < 2) {
            return new ClusteredMean(all.n(), filled.size(), mean, naive, null, null, null, null, macro);
        }
        // n times the residual sum of a cluster is an integer: n·(Σ of the cluster) − (size of the cluster)·Σ.
        BigInteger residuals = BigInteger.ZERO;
        for (ExactMoments cluster : filled) {
            BigInteger residual = n.multiply(cluster.sum())
                    .subtract(BigInteger.valueOf(cluster.n()).multiply(all.sum()));
            residuals = residuals.add(residual.pow(2));
        }
        long g = filled.size();
        double cr0 = Math.sqrt(Ratio.of(residuals, n.pow(4), 2 * decimals));
        BigInteger corrected = residuals.multiply(BigInteger.valueOf(g));
        double error = Math.sqrt(Ratio.of(corrected, times(n.pow(2), n.pow(2), g - 1), 2 * decimals));
        Double designEffect = all.deviations().signum() == 0
                ? null
                : Ratio.of(
                        corrected.multiply(BigInteger.valueOf(all.n() - 1)),
                        times(n.pow(2), all.deviations(), g - 1),
                        0);
        Interval interval = StudentT.around(mean, error, g - 1, confidence).withinUnit();
        return new ClusteredMean(all.n(), filled.size(), mean, naive, cr0, error, designEffect, interval, macro);
    }

    private static BigInteger times(BigInteger a, BigInteger b, long c) {
        return a.multiply(b).multiply(BigInteger.valueOf(c));
    }
}
