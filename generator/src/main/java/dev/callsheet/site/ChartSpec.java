package dev.callsheet.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chart as data: what is drawn, not how. One line over a row of evenly spaced places, each point with an optional
 * interval; a place without a point is a gap.
 *
 * @param name file stem, such as {@code trend}; letters, digits and dashes
 * @param finding one sentence that says what the chart shows; the alternative text
 * @param xLabels one label for each place along the axis; how many are printed is the renderer's choice
 * @param yAxis range and unit of the vertical axis
 * @param points in order of their places
 */
public record ChartSpec(String name, String finding, List<String> xLabels, YAxis yAxis, List<Point> points) {

    public ChartSpec {
        xLabels = List.copyOf(xLabels);
        points = List.copyOf(points);
    }

    /** Range and unit of the vertical axis. */
    public record YAxis(double min, double max, Unit unit) {}

    /** How values of an axis are written: 0.864 is 86 % or 0.86. */
    public enum Unit {
        PERCENT,
        SCORE
    }

    /**
     * A value at a place.
     *
     * @param place index into {@link #xLabels()}
     * @param low lower end of the interval, null when there is none; so is high
     */
    public record Point(
            int place,
            double value,
            @Nullable Double low,
            @Nullable Double high) {}
}
