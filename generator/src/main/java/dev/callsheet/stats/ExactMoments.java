package dev.callsheet.stats;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Mean and standard deviation of short decimals, accumulated without rounding (metrics.md 0.3). Values are integers in
 * units of 10<sup>−decimals</sup>: billionths for scores, whole milliseconds for durations. Σx and Σx² are exact for any
 * long and any count, and each result is one rounded operation on them, so it is the same to the last bit for any
 * order of adding and any split into parts that are merged.
 *
 * <p>An accumulator: not safe for use by several threads.
 */
public final class ExactMoments {

    private static final int MOST_DECIMALS = 18;

    private final int decimals;
    private final WideSum sum = new WideSum();
    private final WideSum squares = new WideSum();
    private long n;
    private long min = Long.MAX_VALUE;
    private long max = Long.MIN_VALUE;

    /**
     * Without values yet.
     *
     * @param decimals how many decimals a unit stands for, from 0 to {@value #MOST_DECIMALS}
     */
    public ExactMoments(int decimals) {
        if (decimals < 0 || decimals > MOST_DECIMALS) {
            throw new IllegalArgumentException("decimals must be from 0 to " + MOST_DECIMALS + ", was " + decimals);
        }
        this.decimals = decimals;
    }

    /** Outcomes as values, 1 for each passed and 0 for each other, without decimals. */
    public static ExactMoments ofOutcomes(Trials outcomes) {
        ExactMoments moments = new ExactMoments(0);
        moments.n = outcomes.n();
        moments.sum.add(outcomes.passed());
        moments.squares.add(outcomes.passed());
        if (outcomes.n() > 0) {
            moments.min = outcomes.passed() == outcomes.n() ? 1 : 0;
            moments.max = outcomes.passed() == 0 ? 0 : 1;
        }
        return moments;
    }

    /** Adds a value, given in units. */
    public void add(long units) {
        n = Math.addExact(n, 1);
        sum.add(units);
        squares.addSquare(units);
        min = Math.min(min, units);
        max = Math.max(max, units);
    }

    /** Adds all values of another accumulator, which must have as many decimals; it stays as it is. */
    public void merge(ExactMoments other) {
        if (other.decimals != decimals) {
            throw new IllegalArgumentException(
                    "values with " + other.decimals + " decimals do not join values with " + decimals);
        }
        n = Math.addExact(n, other.n);
        sum.add(other.sum);
        squares.add(other.squares);
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    public int decimals() {
        return decimals;
    }

    public long n() {
        return n;
    }

    /** Null without values. */
    public @Nullable Double mean() {
        return n == 0 ? null : Ratio.of(sum(), BigInteger.valueOf(n), decimals);
    }

    /** The mean to 34 digits: exact where it is a short decimal. Null without values. */
    public @Nullable BigDecimal decimalMean() {
        return n == 0 ? null : Ratio.decimal(sum(), BigInteger.valueOf(n), decimals);
    }

    /** The square of {@link #populationSd} to 34 digits: exact where it is a short decimal. Null without values. */
    public @Nullable BigDecimal populationVariance() {
        return n == 0 ? null : variance(n);
    }

    /** The square of {@link #sampleSd} to 34 digits. Null below two values. */
    public @Nullable BigDecimal sampleVariance() {
        return n < 2 ? null : variance(n - 1);
    }

    /** The standard deviation with divisor n − 1; null below two values. */
    public @Nullable Double sampleSd() {
        return n < 2 ? null : sd(n - 1);
    }

    /** The standard deviation with divisor n; null without values, 0 for a single one. */
    public @Nullable Double populationSd() {
        return n == 0 ? null : sd(n);
    }

    /** The smallest value; null without values. */
    public @Nullable Double min() {
        return n == 0 ? null : number(min);
    }

    /** The largest value; null without values. */
    public @Nullable Double max() {
        return n == 0 ? null : number(max);
    }

    /** Σx in units. */
    BigInteger sum() {
        return sum.value();
    }

    /** n · Σ(x − mean)² in squared units: nΣx² − (Σx)². */
    BigInteger deviations() {
        return BigInteger.valueOf(n).multiply(squares.value()).subtract(sum().pow(2));
    }

    /** Whether every value lies in [0,1]. */
    boolean withinUnit() {
        return n == 0 || (min >= 0 && number(max) <= 1);
    }

    /** The smallest value in units; meaningless without values. */
    long minUnits() {
        return min;
    }

    /** The largest value in units; meaningless without values. */
    long maxUnits() {
        return max;
    }

    private double sd(long divisor) {
        return Math.sqrt(variance(divisor).doubleValue());
    }

    private BigDecimal variance(long divisor) {
        BigInteger denominator = BigInteger.valueOf(n).multiply(BigInteger.valueOf(divisor));
        return Ratio.decimal(deviations(), denominator, 2 * decimals);
    }

    private double number(long units) {
        return BigDecimal.valueOf(units, decimals).doubleValue();
    }
}
