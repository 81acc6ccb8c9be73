package dev.callsheet.stats;

import java.util.Arrays;
import java.util.List;

/**
 * The distribution of the largest G² over all splits when nothing changed: every arrangement of the outcomes over the
 * runs is equally likely (metrics.md 4.2). It is the distribution of independent runs of any one rate, given how many
 * outcomes of a kind there are in all; so the outcomes are dealt out as if independent, which is fast, and the condition
 * is put upon what is counted.
 */
final class PassScanNull {

    /** Above this many steps a report would wait for its p-values; see {@link #probability}. */
    private static final long MOST_STEPS = 50_000_000;

    private final int[] runs;
    private final int fewest;
    private final int all;
    /** How often the rarer outcome occurs; G² is the same for both. */
    private final int rare;

    private final Trials total;
    private final double[] logFactorial;
    /** Logarithms of the rate at which rare outcomes are dealt out, and of that of the others: any would do. */
    private final double logRate;

    private final double logOtherRate;

    PassScanNull(List<Trials> nights, int fewest) {
        this.runs =
                nights.stream().mapToInt(night -> Math.toIntExact(night.n())).toArray();
        this.fewest = fewest;
        this.all = Arrays.stream(runs).reduce(0, Math::addExact);
        long passed = nights.stream().mapToLong(Trials::passed).sum();
        this.rare = Math.toIntExact(Math.min(passed, all - passed));
        this.total = new Trials(rare, all);
        this.logRate = Math.log((rare + 0.5) / (all + 1.0));
        this.logOtherRate = Math.log((all - rare + 0.5) / (all + 1.0));
        this.logFactorial = new double[all + 1];
        for (int i = 2; i <= all; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
    }

    /**
     * P(G² ≥ threshold at some admissible split), exactly: the outcomes are dealt out night by night, and what has
     * crossed the threshold is counted and put aside. Where that could take more than {@value #MOST_STEPS} steps, the sum
     * of the probabilities of the single splits stands in, which is never smaller.
     */
    double probability(double threshold) {
        return (rare + 1L) * (all + runs.length) > MOST_STEPS ? sumOverSplits(threshold) : dealtOut(threshold);
    }

    /** P(G² ≥ threshold at this one split), the index of the first night after it. */
    double probabilityAt(int split, double threshold) {
        int before = Arrays.stream(runs, 0, split).sum();
        int low = Math.max(0, rare - (all - before));
        int high = Math.min(rare, before);
        double p = 0;
        // G² falls and then rises with the number of rare outcomes before the split, so both tails end where it is low.
        for (; low <= high && statistic(low, before) >= threshold; low++) {
            p += Math.exp(logProbability(low, before) + logRest(low, before));
        }
        for (; high > low && statistic(high, before) >= threshold; high--) {
            p += Math.exp(logProbability(high, before) + logRest(high, before));
        }
        return Math.min(1, p);
    }

    double sumOverSplits(double threshold) {
        double p = 0;
        for (int split = fewest; split <= runs.length - fewest; split++) {
            p += probabilityAt(split, threshold);
        }
        return Math.min(1, p);
    }

    double dealtOut(double threshold) {
        // By the number of rare outcomes dealt out, from low to high: its probability, never having crossed.
        double[] probability = new double[rare + 1];
        probability[0] = 1;
        int low = 0;
        int high = 0;
        int used = 0;
        double p = 0;
        for (int night = 0; night < runs.length - fewest && low <= high; night++) {
            probability = afterNight(probability, low, high, runs[night]);
            used += runs[night];
            high = Math.min(rare, high + runs[night]);
            // More must have been dealt out than the runs that are left could take.
            low = Math.max(low, rare - (all - used));
            if (night + 1 >= fewest) {
                for (; low <= high && statistic(low, used) >= threshold; low++) {
                    p += probability[low] * Math.exp(logRest(low, used));
                }
                for (; high > low && statistic(high, used) >= threshold; high--) {
                    p += probability[high] * Math.exp(logRest(high, used));
                }
            }
        }
        return Math.min(1, p);
    }

    private double[] afterNight(double[] before, int low, int high, int n) {
        double[] night = new double[Math.min(n, rare) + 1];
        for (int here = 0; here < night.length; here++) {
            night[here] = Math.exp(logProbability(here, n));
        }
        double[] after = new double[before.length];
        for (int dealt = low; dealt <= high; dealt++) {
            double probability = before[dealt];
            for (int here = Math.min(night.length - 1, rare - dealt); here >= 0; here--) {
                after[dealt + here] += probability * night[here];
            }
        }
        return after;
    }

    private double statistic(int dealt, int used) {
        return PassScan.statistic(dealt, used, total);
    }

    /** Of so many rare outcomes among so many runs. */
    private double logProbability(int dealt, int n) {
        return logFactorial[n]
                - logFactorial[dealt]
                - logFactorial[n - dealt]
                + dealt * logRate
                + (n - dealt) * logOtherRate;
    }

    /** By how much it is likelier that so many were dealt out when all rare outcomes are as many as they are. */
    private double logRest(int dealt, int used) {
        return logProbability(rare - dealt, all - used) - logProbability(rare, all);
    }
}
