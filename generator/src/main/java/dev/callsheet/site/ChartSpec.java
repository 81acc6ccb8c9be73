package dev.callsheet.site;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A chart as data: what is drawn, not how. Values over a row of evenly spaced places, each with an optional interval; a
 * place without a point is a gap.
 *
 * @param name file stem, such as {@code trend}; ASCII letters, digits and dashes
 * @param shape size of the picture
 * @param finding one sentence that says what the chart shows; the alternative text
 * @param xLabels one label for each place along the axis; how many are printed is the renderer's choice
 * @param yAxis range and unit of the vertical axis
 * @param usual range in which values are as usual, null when none is known
 * @param points in order of their places, at most one at a place, values within the range of the axis
 * @param changes where the level of the values changed; empty when none is known
 * @param flags what else happened at places, newest last
 */
public record ChartSpec(
        String name,
        Shape shape,
        String finding,
        List<String> xLabels,
        YAxis yAxis,
        @Nullable Usual usual,
        List<Point> points,
        List<Change> changes,
        List<Flag> flags) {

    /** A chart of nothing but values. */
    public ChartSpec(
            String name,
            Shape shape,
            String finding,
            List<String> xLabels,
            YAxis yAxis,
            @Nullable Usual usual,
            List<Point> points) {
        this(name, shape, finding, xLabels, yAxis, usual, points, List.of(), List.of());
    }

    public ChartSpec {
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("chart name must be letters, digits and dashes, was '" + name + "'");
        }
        xLabels = List.copyOf(xLabels);
        points = List.copyOf(points);
        changes = List.copyOf(changes);
        flags = flags.stream().sorted(Comparator.comparingInt(Flag::place)).toList();
        int places = xLabels.size();
        Stream.concat(changes.stream().map(Change::place), flags.stream().map(Flag::place))
                .filter(place -> place < 1 || place >= places)
                .findFirst()
                .ifPresent(place -> {
                    throw new IllegalArgumentException(
                            "chart " + name + ": nothing begins at place " + place + " of " + places + " places");
                });
        int previous = -1;
        for (Point point : points) {
            if (point.place <= previous || point.place >= xLabels.size()) {
                throw new IllegalArgumentException("chart " + name + ": place " + point.place + " after place "
                        + previous + " of " + xLabels.size() + " places");
            }
            if (point.value < yAxis.min || point.value > yAxis.max) {
                throw new IllegalArgumentException("chart " + name + ": value " + point.value
                        + " is outside of the axis, " + yAxis.min + " to " + yAxis.max);
            }
            previous = point.place;
        }
    }

    /** The same with changes of level and flags. */
    public ChartSpec with(List<Change> shifts, List<Flag> happenings) {
        return new ChartSpec(name, shape, finding, xLabels, yAxis, usual, points, shifts, happenings);
    }

    /** Size of a picture, in px. A page states it, so that nothing moves when the picture arrives. */
    public enum Shape {
        /** As wide as a column of text. */
        WIDE(440, 200),
        /** One of several side by side. */
        SMALL(250, 130);

        private final int width;
        private final int height;

        Shape(int width, int height) {
            this.width = width;
            this.height = height;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }
    }

    /** Range and unit of the vertical axis. */
    public record YAxis(double min, double max, Unit unit) {
        public YAxis {
            if (!Double.isFinite(min) || !Double.isFinite(max) || min >= max) {
                throw new IllegalArgumentException("an axis must rise between finite ends, was " + min + " to " + max);
            }
        }
    }

    /** How values of an axis are written: 0.864 is 86 % or 0.86, 150 is 2 min 30 s or, as a count, 150. */
    public enum Unit {
        PERCENT,
        SCORE,
        SECONDS,
        COUNT
    }

    /** The range from low to high over all places. It may pass the ends of the axis, it is cut off there. */
    public record Usual(double low, double high) {
        public Usual {
            if (!Double.isFinite(low) || !Double.isFinite(high) || low > high) {
                throw new IllegalArgumentException("not a range: " + low + " to " + high);
            }
        }
    }

    /**
     * A value at a place.
     *
     * @param place index into {@link #xLabels()}
     * @param low lower end of the interval, null when there is none; so is high. An interval may pass the ends of the
     *     axis, it is cut off there.
     */
    public record Point(
            int place,
            double value,
            @Nullable Double low,
            @Nullable Double high) {
        public Point {
            boolean ordered = low == null ? high == null : high != null && low <= high;
            if (!Double.isFinite(value) || !ordered) {
                throw new IllegalArgumentException(
                        "not a point: place " + place + ", value " + value + ", interval " + low + " to " + high);
            }
        }
    }

    /**
     * A change of level, drawn as an upright line before its place.
     *
     * @param place the first place after the change, at least 1
     * @param firm a firm change has a solid line, a tentative one a broken line
     */
    public record Change(int place, boolean firm) {}

    /**
     * Something that happened at a place, as a tick before it with a label; where there are many, the newest keep
     * their labels.
     *
     * @param place the first place after it, at least 1
     * @param label a word or two
     */
    public record Flag(int place, Kind kind, String label) {}

    /** What happened: to what was tested, below the axis; or to some of the scenarios, above the values. */
    public enum Kind {
        VERSION,
        WORSE,
        BETTER
    }
}
