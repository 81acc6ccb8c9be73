package dev.callsheet.site;

import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Interval;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A score between 0 and 1 against the range that is usual, on the axis that {@link #AXIS_LEFT} and {@link #AXIS_WIDTH}
 * span; marks and the scale above them share these numbers. The axis begins at a half where nothing lies below it:
 * scores and their ranges crowd at the upper end.
 */
final class Band {

    static final int WIDTH = 130;
    static final int AXIS_LEFT = 4;
    static final int AXIS_WIDTH = 122;

    private static final double LEAST_WIDTH = 2;
    private static final double HALF = 0.5;

    private Band() {}

    /** The column of a table of dimensions. */
    static Table.Column<ToneDimension> column(
            List<ToneDimension> rows, ToneNumbers tone, Map<ToneDimension, Interval> usual) {
        boolean upper = rows.stream().allMatch(d -> {
            Double mean = tone.mean(d);
            Interval range = usual.get(d);
            return (mean == null || mean >= HALF) && (range == null || range.low() >= HALF);
        });
        return new Table.Column<>(
                new Table.Head("Against the usual", upper ? Table.Kind.UPPER_BAND : Table.Kind.BAND),
                d -> cell(d.title(), tone.mean(d), usual.get(d), upper ? HALF : 0));
    }

    /**
     * @param usual null when it is not known
     * @param start where the axis begins
     */
    static Cell cell(String name, @Nullable Double value, @Nullable Interval usual, double start) {
        String range = usual == null ? "no usual range known" : "usual " + Usual.words(usual);
        double unit = AXIS_WIDTH / (1 - start);
        double low = usual == null ? 0 : Math.max(start, usual.low());
        double high = usual == null ? 0 : Math.min(1, usual.high());
        return new Cell.Band(
                name + " " + Format.score(value) + ", " + range,
                usual == null ? null : Format.decimal(AXIS_LEFT + unit * (low - start), 1),
                Format.decimal(Math.max(LEAST_WIDTH, unit * (high - low)), 1),
                value == null ? null : Format.decimal(AXIS_LEFT + unit * (value - start), 1),
                Usual.isOutside(value, usual));
    }

    /** From the lowest to the highest of some scores, with their middle; on the whole axis. */
    static Cell spread(double low, double high, @Nullable Double middle, String words) {
        return new Cell.Band(
                words,
                Format.decimal(AXIS_LEFT + AXIS_WIDTH * low, 1),
                Format.decimal(Math.max(LEAST_WIDTH, AXIS_WIDTH * (high - low)), 1),
                middle == null ? null : Format.decimal(AXIS_LEFT + AXIS_WIDTH * middle, 1),
                false);
    }
}
