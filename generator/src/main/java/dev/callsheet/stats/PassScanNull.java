package dev.callsheet.stats;

import java.util.Arrays;
import java.util.List;

/**
 * The distribution of the largest G² over all splits when nothing changed: every arrangement of the outcomes over the
 * runs is equally likely (metrics.md 4.2).
 */
final class PassScanNull {

    /** Above this many steps the p-value would take seconds; see {@link #probability}. */
    private static final long MOST_STEPS = 50_000_000;

    private final int[] runs;
    private final int fewest;
    private final int all;
    /** How often the rarer outcome occurs; G² is the same for both. */
    private final int rare;

    private final double[] logFactorial;

    PassScanNull(List<Trials> nights, int fewest) {
        this.runs =
                nights.stream().mapToInt(night -> Math.toIntExact(night.n())).toArray();
        this.fewest = fewest;
        this.all = Arrays.stream(runs).reduce(0, Math::addExact);
        long passed = nights.stream().mapToLong(Trials::passed).sum();
        this.rare = Math.toIntExact(Math.min(passed, all - passed));
        this.logFactorial = new double[all + 1];
        for (int i = 2; i <= all; i++) {
            logFactorial[i] = logFactorial[i - 1] + Math.log(i);
        }
    }

    /**
     * P(G² ≥ threshold at some admissible split), exactly: the outcomes are dealt out night by night, and what has
     * crossed the threshold is counted and put aside. Where that would take more than {@value #MOST_STEPS} steps, the sum
     * of the probabilities of the single splits stands in, which is never smaller.
     */
    double probability(double threshold) {
        return (rare + 1L) * (all + runs.length) > MOST_STEPS ? sumOverSplits(threshold) : dealtOut(threshold);
    }

    /** P(G² ≥ threshold at this one split), the index of the first night after it. */
    double probabilityAt(int split, double threshold) {
        int before = Arrays.stream(runs, 0, split).sum();
        int least = Math.max(0, rare - (all - before));
        int most = Math.min(rare, before);
        double p = 0;
        // G² falls and then rises with the number of rare outcomes before the split, so both tails end where it is low.
        int low = least;
        for (; low <= most && statistic(low, before) >= threshold; low++) {
            p += dealt(low, before, rare, all);
        }
        for (int high = most; high > low && statistic(high, before) >= threshold; high--) {
            p += dealt(high, before, rare, all);
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
        double[] probability = new double[rare + 1];
        probability[0] = 1;
        double p = 0;
        int used = 0;
        for (int night = 0; night < runs.length - fewest; night++) {
            probability = afterNight(probability, runs[night], all - used);
            used += runs[night];
            if (night + 1 >= fewest) {
                for (int dealt = 0; dealt <= rare; dealt++) {
                    if (probability[dealt] > 0 && statistic(dealt, used) >= threshold) {
                        p += probability[dealt];
                        probability[dealt] = 0;
                    }
                }
            }
        }
        return Math.min(1, p);
    }

    /** By the number of rare outcomes dealt out: its probability after a night of {@code n} of the runs left. */
    private double[] afterNight(double[] before, int n, int left) {
        double[] after = new double[before.length];
        for (int dealt = 0; dealt < before.length; dealt++) {
            if (before[dealt] > 0) {
                int still = rare - dealt;
                for (int here = Math.max(0, still - (left - n)); here <= Math.min(n, still); here++) {
                    after[dealt + here] += before[dealt] * dealt(here, n, still, left);
                }
            }
        }
        return after;
    }

    private double statistic(int dealt, int used) {
        return PassScan.statistic(dealt, used, new Trials(rare, all));
    }

    /** The hypergeometric probability that {@code n} of {@code left} runs hold {@code here} of {@code still} rare outcomes. */
    private double dealt(int here, int n, int still, int left) {
        return Math.exp(logChoose(n, here) + logChoose(left - n, still - here) - logChoose(left, still));
    }

    private double logChoose(int n, int k) {
        return logFactorial[n] - logFactorial[k] - logFactorial[n - k];
    }
}
