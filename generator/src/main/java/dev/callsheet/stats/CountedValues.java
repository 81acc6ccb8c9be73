package dev.callsheet.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A multiset of short decimals with its moments and quantiles (metrics.md 6.2, 6.3). Values are integers in units of
 * 10<sup>−decimals</sup>, as in {@link ExactMoments}.
 *
 * <p>Quantiles are exact up to {@value #MOST_KEYS} different values. Beyond, the values fall into logarithmic buckets
 * and quantiles are within 0.5 % of the exact ones; mean, standard deviations, min and max stay exact. Which of the two
 * it is, and every result to the last bit, follows from the values alone, not from the order of adding or merging.
 *
 * <p>An accumulator: not safe for use by several threads, even for reading.
 */
public final class CountedValues {

    /** How many different values are kept apart. */
    static final int MOST_KEYS = 200_000;

    private static final int SMALLEST_BUFFER = 16;
    // From this share of the values outwards a quantile needs enough of them (metrics.md 6.2: p10 and p90).
    private static final BigDecimal OUTER_TENTH = new BigDecimal("0.1");

    private final ExactMoments moments;
    private Counts counts = Counts.EMPTY;
    private long[] buffer = new long[0];
    private int buffered;
    private boolean approximate;

    /**
     * Without values yet.
     *
     * @param decimals how many decimals a unit stands for, from 0 to 18
     */
    public CountedValues(int decimals) {
        moments = new ExactMoments(decimals);
    }

    /** Adds a value, given in units. */
    public void add(long units) {
        moments.add(units);
        if (buffered == buffer.length) {
            makeRoom();
        }
        buffer[buffered++] = approximate ? LogBuckets.key(units) : units;
    }

    /** Adds all values of another multiset, which must have as many decimals; its values stay as they are. */
    public void merge(CountedValues other) {
        moments.merge(other.moments);
        settle();
        other.settle();
        if (other.approximate && !approximate) {
            collapse();
        }
        boolean bucketed = approximate && !other.approximate;
        join(bucketed ? other.counts.mapped(LogBuckets::key) : other.counts);
    }

    public long n() {
        return moments.n();
    }

    /** The moments of the values so far; what is added later does not reach them. */
    public ExactMoments moments() {
        ExactMoments copy = new ExactMoments(moments.decimals());
        copy.merge(moments);
        return copy;
    }

    /** Whether quantiles are approximate, because there are more than {@value #MOST_KEYS} different values. */
    public boolean approximate() {
        settle();
        return approximate;
    }

    /** The quantile for p = ½; null without values. */
    public @Nullable Double median() {
        return quantile(0.5);
    }

    /**
     * The quantile of Hyndman and Fan's type 7: linear between the two values around rank (n − 1)p. Taken with p as the
     * decimal it prints as, so that 0.9 is nine tenths exactly, and rounded once.
     *
     * @param p in [0,1]
     * @return null without values
     */
    public @Nullable Double quantile(double p) {
        BigDecimal share = share(p);
        if (n() == 0) {
            return null;
        }
        settle();
        BigDecimal position = share.multiply(BigDecimal.valueOf(n() - 1));
        BigDecimal rank = position.setScale(0, RoundingMode.FLOOR);
        BigDecimal fraction = position.subtract(rank);
        BigDecimal units = valueAt(rank.longValueExact());
        if (fraction.signum() != 0) {
            BigDecimal next = valueAt(rank.longValueExact() + 1);
            units = units.add(fraction.multiply(next.subtract(units)));
        }
        return units.scaleByPowerOfTen(-moments.decimals()).doubleValue();
    }

    /**
     * The quantile if there are enough values to speak of it, else null. For p ≤ 0.1 or p ≥ 0.9 that is one value
     * expected in the tail beyond: 10 for p10 and p90, 20 for p95, 100 for p99 (metrics.md 6.2). Quantiles nearer the
     * middle need one value.
     *
     * @param p strictly between 0 and 1
     */
    public @Nullable Double quantileIfEnough(double p) {
        BigDecimal share = share(p);
        BigDecimal tail = share.min(BigDecimal.ONE.subtract(share));
        if (tail.signum() == 0) {
            throw new IllegalArgumentException("no number of values is enough for p = " + p);
        }
        boolean outer = tail.compareTo(OUTER_TENTH) <= 0;
        boolean enough = tail.multiply(BigDecimal.valueOf(n())).compareTo(BigDecimal.ONE) >= 0;
        return outer && !enough ? null : quantile(p);
    }

    private static BigDecimal share(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must be in [0,1], was " + p);
        }
        return BigDecimal.valueOf(p);
    }

    private BigDecimal valueAt(long rank) {
        BigDecimal min = BigDecimal.valueOf(moments.minUnits());
        BigDecimal max = BigDecimal.valueOf(moments.maxUnits());
        if (rank == 0 || rank == n() - 1) {
            return rank == 0 ? min : max;
        }
        long key = counts.keyAt(rank);
        return approximate ? new BigDecimal(LogBuckets.middle(key)).max(min).min(max) : BigDecimal.valueOf(key);
    }

    private void makeRoom() {
        if (buffer.length < Math.max(SMALLEST_BUFFER, counts.size())) {
            buffer = Arrays.copyOf(buffer, Math.max(SMALLEST_BUFFER, 2 * buffer.length));
        } else {
            settle();
        }
    }

    /** Brings the buffered values under the counts. */
    private void settle() {
        if (buffered > 0) {
            Counts added = Counts.of(buffer, buffered);
            buffered = 0;
            join(added);
        }
    }

    private void join(Counts added) {
        counts = counts.plus(added);
        if (!approximate && counts.size() > MOST_KEYS) {
            collapse();
        }
    }

    private void collapse() {
        approximate = true;
        counts = counts.mapped(LogBuckets::key);
    }
}
