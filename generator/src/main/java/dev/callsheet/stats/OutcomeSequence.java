package dev.callsheet.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes in the order in which they came, described (metrics.md 2.2). Nothing here is evidence of flakiness: see
 * {@link WaldWolfowitz} for whether flips are few or many.
 *
 * @param n outcomes, at least 0
 * @param passed from 0 to n
 * @param flips neighbours that differ; 0 below two outcomes
 */
public record OutcomeSequence(int n, int passed, int flips) {

    public OutcomeSequence {
        Trials.check(passed, n);
        // An outcome of the rarer kind has a flip on either side at most.
        int rarer = Math.min(passed, n - passed);
        int most = 2 * rarer == n ? Math.max(0, n - 1) : 2 * rarer;
        if (flips > most || flips < Math.min(1, rarer)) {
            throw new IllegalArgumentException(passed + " of " + n + " passed cannot flip " + flips + " times");
        }
    }

    /** Counts outcomes in their order: true for a pass, false for a failure. */
    public static OutcomeSequence of(List<Boolean> passed) {
        int passes = 0;
        int flips = 0;
        for (int i = 0; i < passed.size(); i++) {
            passes += passed.get(i) ? 1 : 0;
            flips += i > 0 && !passed.get(i).equals(passed.get(i - 1)) ? 1 : 0;
        }
        return new OutcomeSequence(passed.size(), passes, flips);
    }

    /** flips/(n − 1), in [0,1]; null below two outcomes. */
    public @Nullable Double flipRate() {
        return n < 2 ? null : flips / (n - 1.0);
    }

    /** −Σ p log₂ p over passes and failures, in [0,1]; null without outcomes. A tenth and nine tenths look alike. */
    public @Nullable Double entropyBits() {
        return n == 0 ? null : surprise(passed) + surprise(n - passed);
    }

    private double surprise(int count) {
        double share = (double) count / n;
        return count == 0 || count == n ? 0 : -share * StrictMath.log(share) / StrictMath.log(2);
    }

    /**
     * The mean of what was measured of several sets, newer ones weighing more: Σ(1 − λ)<sup>age</sup>x / Σ(1 −
     * λ)<sup>age</sup>, where the newest has age 0 (metrics.md 2.2).
     *
     * @param oldestFirst null for a set without the figure; it is left out, but the older ones keep their age
     * @param lambda in [0,1]; 0 for the plain mean
     * @return null when no set has the figure
     */
    public static @Nullable Double agedMean(List<@Nullable Double> oldestFirst, double lambda) {
        if (!(lambda >= 0 && lambda <= 1)) {
            throw new IllegalArgumentException("lambda must be in [0,1], was " + lambda);
        }
        double weight = 1;
        double weights = 0;
        double sum = 0;
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            Double value = oldestFirst.get(i);
            if (value != null) {
                weights += weight;
                sum += weight * value;
            }
            weight *= 1 - lambda;
        }
        return weights == 0 ? null : sum / weights;
    }
}
