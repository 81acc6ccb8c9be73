package dev.callsheet.stats;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The place where the mean of a series changes most, over all places at once, and how often chance would do as much
 * (metrics.md 4.3). The p-value is that of the largest statistic over all splits among permutations of the same values,
 * so that having looked everywhere is paid for. The permutations come from a fixed stream that begins anew for each
 * test: the same values in the same order give the same p.
 */
public final class MeanScan {

    /** How many permutations a test takes at most; the smallest p is one over one more. */
    public static final int PERMUTATIONS = 9_999;

    /** Permutations may stop once as many as this reached the observed statistic (Besag and Clifford 1991). */
    private static final int ENOUGH = 20;

    /** A split replaces an earlier one only when it is larger by more than rounding. */
    private static final double LARGER = 1 + 1e-12;

    private static final double REACHED = 1 - 1e-9;

    private static final long SEED = 0x63616C6C73686565L;
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    private final double[] centred;
    private final double[] weights;
    private final int perSide;
    private final double mean;
    private final double squares;
    private final int split;

    private MeanScan(double[] values, int perSide) {
        int n = values.length;
        this.perSide = perSide;
        this.mean = mean(values, 0, n);
        this.centred = new double[n];
        this.weights = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            centred[i] = values[i] - mean;
            sum += centred[i] * centred[i];
            weights[i] = i == 0 ? 0 : n / ((double) i * (n - i));
        }
        this.squares = sum;
        this.split = largest();
    }

    /**
     * Scans a part of a series.
     *
     * @param from first index of the part
     * @param to the index after its last
     * @param perSide the fewest values before and after a split, at least 1
     * @return null when the part is too short for a split, or all its values are the same
     */
    public static @Nullable MeanScan of(double[] series, int from, int to, int perSide) {
        double[] values = Arrays.copyOfRange(series, from, to);
        return values.length < 2 * perSide || isConstant(values) ? null : new MeanScan(values, perSide);
    }

    /** The index, within the part, of the first value after the change: the earliest of equally large ones. */
    public int split() {
        return split;
    }

    /** The mean before the split. */
    public double before() {
        return mean + mean(centred, 0, split);
    }

    /** The mean from the split on. */
    public double after() {
        return mean + mean(centred, split, centred.length);
    }

    /** |t| of the two parts' means at the split; null where neither part has any spread. */
    public @Nullable Double t() {
        double between = between(split);
        double within = squares - between;
        return within <= 0 ? null : Math.sqrt((centred.length - 2) * between / within);
    }

    /** The probability of a change as large as at the split, somewhere, if there is none. */
    public Chance chance(int permutations) {
        return chance(split, 1, permutations);
    }

    /**
     * The same for the change at a given split, when the means vary more than values that follow each other by chance
     * would.
     *
     * @param inflation what t² is divided by, at least 1
     */
    public Chance chance(int at, double inflation, int permutations) {
        double between = between(at);
        double within = Math.max(0, squares - between);
        return permuted(squares * between / (between + inflation * within) * REACHED, permutations);
    }

    /**
     * How often permutations reached the observed statistic.
     *
     * @param p above 0, at most 1
     * @param permutations how many it took to know
     */
    public record Chance(double p, int permutations) {}

    private Chance permuted(double threshold, int most) {
        double[] values = centred.clone();
        long state = SEED;
        int reached = 0;
        for (int permutation = 1; permutation <= most; permutation++) {
            for (int i = values.length - 1; i > 0; i--) {
                state += GOLDEN_GAMMA;
                int j = (int) ((mixed(state) >>> 11) * UNIT * (i + 1));
                double value = values[i];
                values[i] = values[j];
                values[j] = value;
            }
            if (reaches(values, threshold) && ++reached == ENOUGH) {
                return new Chance((double) ENOUGH / permutation, permutation);
            }
        }
        return new Chance((reached + 1.0) / (most + 1.0), most);
    }

    /** The output function of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mixed(long state) {
        long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Whether any split of these centred values has a statistic as large. */
    private boolean reaches(double[] values, double threshold) {
        double sum = 0;
        for (int k = 1; k <= values.length - perSide; k++) {
            sum += values[k - 1];
            if (sum * sum * weights[k] >= threshold && k >= perSide) {
                return true;
            }
        }
        return false;
    }

    private int largest() {
        int best = perSide;
        double largest = -1;
        double sum = 0;
        for (int k = 1; k <= centred.length - perSide; k++) {
            sum += centred[k - 1];
            double statistic = sum * sum * weights[k];
            if (k >= perSide && statistic > largest * (largest < 0 ? 1 : LARGER)) {
                best = k;
                largest = statistic;
            }
        }
        return best;
    }

    /** The sum of squares between the parts before and from an index on. */
    private double between(int at) {
        double sum = 0;
        for (int i = 0; i < at; i++) {
            sum += centred[i];
        }
        return sum * sum * weights[at];
    }

    static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
