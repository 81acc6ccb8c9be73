package dev.callsheet.site;

import dev.callsheet.metrics.Rate;
import dev.callsheet.stats.Interval;
import dev.callsheet.stats.NewcombeDifference;
import java.util.ArrayList;
import java.util.List;

/**
 * A pass rate and its interval on the axis that {@link #AXIS_LEFT} and {@link #AXIS_WIDTH} span, in user units with
 * one decimal. Marks and the scale above them share these numbers, so they line up.
 *
 * @param now the bar that the row is about, the stronger one
 */
public record Bar(String low, String high, String value, int y, boolean now) {

    public static final int WIDTH = 190;
    public static final int AXIS_LEFT = 4;
    public static final int AXIS_WIDTH = 182;

    private static final int ROW_HEIGHT = 12;
    private static final int FIRST_ROW = 7;

    /** The bars of some rates, from top to bottom; the last is the strong one. Rates without runs are left out. */
    static List<Bar> of(List<Rate> rates) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            Double value = rates.get(i).value();
            Interval interval = rates.get(i).interval();
            if (value != null && interval != null) {
                int y = FIRST_ROW + ROW_HEIGHT * i;
                bars.add(new Bar(x(interval.low()), x(interval.high()), x(value), y, i == rates.size() - 1));
            }
        }
        return List.copyOf(bars);
    }

    /** One rate, of whichever runs its row is about. */
    static Cell cell(Rate rate) {
        return new Cell.Bars(words(rate), of(List.of(rate)), height(1));
    }

    /** Tonight's rate below that of earlier nights. */
    static Cell cell(Rate earlier, Rate tonight) {
        return pair("earlier", earlier, "tonight", tonight);
    }

    /** The rate that the row is about below another one. */
    static Cell pair(String otherName, Rate other, String name, Rate rate) {
        String description = name + " " + words(rate) + (other.n() == 0 ? "" : "; " + otherName + " " + words(other));
        return new Cell.Bars(description, of(List.of(other, rate)), height(2));
    }

    /** A difference of rates on an axis from −1 to 1. */
    static Cell difference(NewcombeDifference difference) {
        Interval interval = difference.interval();
        return new Cell.Bars(
                Format.points(difference.difference()) + " points, 95 % interval " + Format.points(interval),
                List.of(new Bar(
                        x((interval.low() + 1) / 2),
                        x((interval.high() + 1) / 2),
                        x((difference.difference() + 1) / 2),
                        FIRST_ROW,
                        true)),
                height(1));
    }

    private static int height(int rows) {
        return 2 + ROW_HEIGHT * rows;
    }

    private static String words(Rate rate) {
        return rate.n() == 0
                ? "no result"
                : rate.passed() + " of " + rate.n() + ", 95 % interval " + Format.interval(rate.interval());
    }

    private static String x(double share) {
        return Format.decimal(AXIS_LEFT + AXIS_WIDTH * share, 1);
    }
}
