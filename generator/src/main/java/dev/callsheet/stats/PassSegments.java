package dev.callsheet.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A series of nights cut where its pass rate changed (metrics.md 4.2, segmentation): the best split is accepted if it is
 * significant and large enough, and both sides are scanned in turn.
 */
public final class PassSegments {

    /** Nights that each side of a split must have. */
    public static final int FEWEST_NIGHTS = 2;

    private PassSegments() {}

    /**
     * An accepted split.
     *
     * @param night index of the first night after the change
     * @param scan of the stretch of nights in which it was found, whose two sides are the rates before and after; its own
     *     split counts from the start of that stretch
     */
    public record Change(int night, PassScan scan) {}

    /**
     * The changes in order of time; empty when there is none.
     *
     * @param level the error probability of each split, between 0 and 1
     * @param smallest the smallest difference of rates that counts, from 0 to 1
     */
    public static List<Change> changes(List<Trials> nights, double level, double smallest) {
        List<Change> changes = new ArrayList<>();
        collect(nights, 0, level, smallest, changes);
        return List.copyOf(changes);
    }

    private static void collect(List<Trials> nights, int from, double level, double smallest, List<Change> changes) {
        PassScan scan = PassScan.significant(nights, FEWEST_NIGHTS, level);
        if (scan == null || scan.split() == null || !isLarge(scan, smallest)) {
            return;
        }
        int split = scan.split();
        collect(nights.subList(0, split), from, level, smallest, changes);
        changes.add(new Change(from + split, scan));
        collect(nights.subList(split, nights.size()), from + split, level, smallest, changes);
    }

    /** Compared as exact numbers: 1 − 0.9 is less than 0.1 in doubles. */
    private static boolean isLarge(PassScan scan, double smallest) {
        Trials before = scan.before();
        Trials after = scan.after();
        BigDecimal difference = BigDecimal.valueOf(before.passed())
                .multiply(BigDecimal.valueOf(after.n()))
                .subtract(BigDecimal.valueOf(after.passed()).multiply(BigDecimal.valueOf(before.n())))
                .abs();
        BigDecimal whole = BigDecimal.valueOf(before.n()).multiply(BigDecimal.valueOf(after.n()));
        return difference.compareTo(whole.multiply(BigDecimal.valueOf(smallest))) >= 0;
    }
}
