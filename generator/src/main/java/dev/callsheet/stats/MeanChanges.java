package dev.callsheet.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the mean of a series changes: the largest change first, then what is left on either side of it, as long as
 * chance is an unlikely cause (metrics.md 4.3).
 *
 * @param changes in the order of the series
 * @param correlation of what the segments between the changes leave
 */
public record MeanChanges(List<Change> changes, SerialCorrelation correlation) {

    /** The fewest values before and after a change. */
    public static final int PER_SIDE = 3;

    /**
     * A change.
     *
     * @param index of the first value after it
     * @param before the mean from the change before this one, or the beginning, up to it
     * @param after the mean from it to the next change, or the end
     * @param p the probability of a change as large somewhere in the part that was looked at, without any
     * @param guardedP the same between the neighbouring changes, allowing for values that resemble the one before
     * @param firm whether guardedP is small enough, too; a tentative change is shown and never an alarm
     */
    public record Change(int index, double before, double after, double p, double guardedP, boolean firm) {

        public double shift() {
            return after - before;
        }
    }

    /** With the settings of the product. */
    public static MeanChanges of(double[] series, double alpha, double minimumShift) {
        return of(series, alpha, minimumShift, PER_SIDE, MeanScan.PERMUTATIONS);
    }

    /**
     * The changes of a series.
     *
     * @param alpha a change with a larger p is none
     * @param minimumShift a smaller change of the mean is none, however sure
     * @param perSide the fewest values before and after a change, at least 1
     * @param permutations of each test, at most
     */
    public static MeanChanges of(double[] series, double alpha, double minimumShift, int perSide, int permutations) {
        Search search = new Search(series, alpha, minimumShift, perSide, permutations);
        search.look(0, series.length);
        return search.changes();
    }

    private record Found(int from, int to, int index, double p) {}

    private static final class Search {

        private final double[] series;
        private final double alpha;
        private final double minimumShift;
        private final int perSide;
        private final int permutations;
        private final List<Found> found = new ArrayList<>();

        private Search(double[] series, double alpha, double minimumShift, int perSide, int permutations) {
            this.series = series;
            this.alpha = alpha;
            this.minimumShift = minimumShift;
            this.perSide = perSide;
            this.permutations = permutations;
        }

        private void look(int from, int to) {
            MeanScan scan = MeanScan.of(series, from, to, perSide);
            // The shift is asked first: it is free, a p-value is not.
            if (scan == null || Math.abs(scan.after() - scan.before()) < minimumShift) {
                return;
            }
            double p = scan.chance(permutations).p();
            if (p <= alpha) {
                int index = from + scan.split();
                look(from, index);
                found.add(new Found(from, to, index, p));
                look(index, to);
            }
        }

        private MeanChanges changes() {
            int[] bounds = IntStream.concat(
                            IntStream.concat(IntStream.of(0), found.stream().mapToInt(Found::index)),
                            IntStream.of(series.length))
                    .toArray();
            SerialCorrelation correlation = SerialCorrelation.of(series, bounds);
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < found.size(); i++) {
                changes.add(change(found.get(i), bounds[i], bounds[i + 2], correlation.inflation()));
            }
            return new MeanChanges(List.copyOf(changes), correlation);
        }

        private Change change(Found change, int from, int to, double inflation) {
            double guarded = guardedP(change, from, to, inflation);
            return new Change(
                    change.index,
                    MeanScan.mean(series, from, change.index),
                    MeanScan.mean(series, change.index, to),
                    change.p,
                    guarded,
                    guarded <= alpha);
        }

        private double guardedP(Found change, int from, int to, double inflation) {
            if (from == change.from && to == change.to && inflation == 1) {
                return change.p; // the same test
            }
            MeanScan scan = MeanScan.of(series, from, to, perSide);
            return scan == null
                    ? 1
                    : scan.chance(change.index - from, inflation, permutations).p();
        }
    }
}
