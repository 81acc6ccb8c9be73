package dev.callsheet.stats;

/**
 * Logarithmic buckets whose middle is within 0.5 % of every value in them (metrics.md 6.3). Keys have the order of the
 * values: 0 for the value 0, above it 1 + ⌈ln x/ln γ⌉, and for negative values the negated key of −x.
 */
final class LogBuckets {

    private static final double ERROR = 0.005;
    private static final double GAMMA = (1 + ERROR) / (1 - ERROR);
    // StrictMath, because Math may give other last bits on another machine, and a bucket could change with them.
    private static final double LN_GAMMA = StrictMath.log(GAMMA);

    private LogBuckets() {}

    static long key(long value) {
        if (value == 0) {
            return 0;
        }
        long key = 1 + (long) Math.ceil(StrictMath.log(Math.abs((double) value)) / LN_GAMMA);
        return value > 0 ? key : -key;
    }

    static double middle(long key) {
        if (key == 0) {
            return 0;
        }
        double middle = 2 * StrictMath.pow(GAMMA, Math.abs(key) - 1.0) / (GAMMA + 1);
        return key > 0 ? middle : -middle;
    }
}
