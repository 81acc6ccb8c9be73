package dev.callsheet.site;

import dev.callsheet.metrics.Rate;
import dev.callsheet.stats.Interval;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pass rate and its interval on the axis that {@link #AXIS_LEFT} and {@link #AXIS_WIDTH} span, in user units with
 * one decimal. Marks and the scale above them share these numbers, so they line up.
 *
 * @param now tonight's bar, the stronger one
 */
public record Bar(String low, String high, String value, int y, boolean now) {

    public static final int WIDTH = 190;
    public static final int AXIS_LEFT = 4;
    public static final int AXIS_WIDTH = 182;

    private static final int ROW_HEIGHT = 12;
    private static final int FIRST_ROW = 7;

    /** The bars of some rates, from top to bottom; the last is tonight's. Rates without runs are left out. */
    static List<Bar> of(List<Rate> rates) {
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < rates.size(); i++) {
            Double value = rates.get(i).value();
            Interval interval = rates.get(i).wilson();
            if (value != null && interval != null) {
                int y = FIRST_ROW + ROW_HEIGHT * i;
                bars.add(new Bar(x(interval.low()), x(interval.high()), x(value), y, i == rates.size() - 1));
            }
        }
        return List.copyOf(bars);
    }

    static Cell cell(String beforeWords, @Nullable Rate before, Rate tonight) {
        List<Rate> rates = before == null ? List.of(tonight) : List.of(before, tonight);
        String description = "tonight " + words(tonight)
                + (before == null || before.n() == 0 ? "" : "; " + beforeWords + " " + words(before));
        return new Cell.Bars(description, of(rates), 2 + ROW_HEIGHT * rates.size());
    }

    private static String words(Rate rate) {
        return rate.passed() + " of " + rate.n() + ", 95 % interval " + Format.interval(rate.wilson());
    }

    private static String x(double share) {
        return Format.decimal(AXIS_LEFT + AXIS_WIDTH * share, 1);
    }
}
