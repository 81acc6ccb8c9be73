package dev.callsheet.stats;

import java.util.Arrays;
import java.util.Collection;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * How well a score tells one group of runs from another (metrics.md 5.7): the chance that a run of the upper group has
 * the higher score, with Mann and Whitney's test. The order of the values does not matter.
 *
 * @param upper values of the upper group, as is lower of the other
 * @param auc the probability that an upper value is larger than a lower one, ties counted half; ½ tells nothing
 * @param p two-sided, from the normal approximation corrected for ties and continuity; 1 when all values are the same
 */
public record Separation(long upper, long lower, double auc, double p) {

    /** The fewest values in each group. */
    public static final int FEWEST = 3;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** The separation of two groups; null when either has fewer than {@value #FEWEST} values. */
    public static @Nullable Separation of(double[] upper, double[] lower) {
        Ranks ranks = Ranks.of(upper, lower);
        return ranks == null
                ? null
                : new Separation(
                        upper.length, lower.length, ranks.u / ranks.pairs(), p(ranks.excess(), ranks.variance()));
    }

    /**
     * Within each of several pairs of groups, weighted by how many pairs of values there are: what lies between the
     * groups of one scenario and those of another does not enter.
     *
     * @param strata pairs of groups, upper and lower; those too small are left out
     * @return null when all are
     */
    public static @Nullable Separation within(Collection<Groups> strata) {
        long upper = 0;
        long lower = 0;
        double u = 0;
        double pairs = 0;
        double excess = 0;
        double variance = 0;
        for (Groups groups : strata) {
            Ranks ranks = Ranks.of(groups.upper, groups.lower);
            if (ranks != null) {
                upper += groups.upper.length;
                lower += groups.lower.length;
                u += ranks.u;
                pairs += ranks.pairs();
                excess += ranks.excess();
                variance += ranks.variance();
            }
        }
        return pairs == 0 ? null : new Separation(upper, lower, u / pairs, p(excess, variance));
    }

    /** The values of two groups that are compared with each other. */
    @SuppressWarnings("ArrayRecordComponent") // never compared; doubles without boxes
    public record Groups(double[] upper, double[] lower) {

        /** Whether both are large enough for a separation. */
        public boolean isEnough() {
            return upper.length >= FEWEST && lower.length >= FEWEST;
        }
    }

    private static double p(double excess, double variance) {
        double corrected = Math.abs(excess) - 0.5;
        return corrected <= 0 || variance <= 0
                ? 1
                : Math.min(1, 2 * NORMAL.survivalProbability(corrected / Math.sqrt(variance)));
    }

    /**
     * The linear correlation of a value with belonging to the upper group.
     *
     * @param r from −1 to 1
     * @param p two-sided, by Student's t
     */
    public record PointBiserial(double r, double p) {

        /** Null when a group has fewer than {@value Separation#FEWEST} values, or all values are the same. */
        public static @Nullable PointBiserial of(double[] upper, double[] lower) {
            double[] all = joined(upper, lower);
            if (upper.length < FEWEST || lower.length < FEWEST || all[0] == all[all.length - 1]) {
                return null;
            }
            double mean = MeanScan.mean(all, 0, all.length);
            double squares = 0;
            for (double value : all) {
                squares += (value - mean) * (value - mean);
            }
            double[] sorted = upper.clone();
            Arrays.sort(sorted);
            double excess = 0;
            for (double value : sorted) {
                excess += value - mean;
            }
            double n = all.length;
            double r = Math.max(-1, Math.min(1, excess / Math.sqrt(squares * upper.length * lower.length / n)));
            double t = Math.abs(r) * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
            return new PointBiserial(r, 2 * TDistribution.of(n - 2).survivalProbability(t));
        }
    }

    private static double[] joined(double[] upper, double[] lower) {
        double[] all = Arrays.copyOf(upper, upper.length + lower.length);
        System.arraycopy(lower, 0, all, upper.length, lower.length);
        Arrays.sort(all);
        return all;
    }

    /**
     * What the ranks of two groups say.
     *
     * @param u pairs in which the upper value is larger, ties half
     * @param ties Σ(t³ − t) over groups of t equal values
     */
    private record Ranks(double n1, double n0, double u, double ties) {

        private static @Nullable Ranks of(double[] upper, double[] lower) {
            if (upper.length < FEWEST || lower.length < FEWEST) {
                return null;
            }
            double[] high = upper.clone();
            double[] all = joined(upper, lower);
            Arrays.sort(high);
            double u = 0;
            double ties = 0;
            int below = 0; // lower values passed so far
            int taken = 0; // upper values passed so far
            for (int i = 0; i < all.length; ) {
                int end = i;
                while (end < all.length && all[end] == all[i]) {
                    end++;
                }
                int equal = end - i;
                int uppers = 0;
                while (taken < high.length && high[taken] == all[i]) {
                    taken++;
                    uppers++;
                }
                int lowers = equal - uppers;
                u += uppers * (below + lowers / 2.0);
                below += lowers;
                ties += (double) equal * equal * equal - equal;
                i = end;
            }
            return new Ranks(upper.length, lower.length, u, ties);
        }

        private double pairs() {
            return n1 * n0;
        }

        private double excess() {
            return u - pairs() / 2;
        }

        private double variance() {
            double n = n1 + n0;
            return pairs() / 12 * (n + 1 - ties / (n * (n - 1)));
        }
    }
}
