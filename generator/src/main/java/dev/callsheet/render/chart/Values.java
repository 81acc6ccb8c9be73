package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec.Unit;
import dev.callsheet.site.ChartSpec.YAxis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The numbers along the vertical axis, and how they are written. */
final class Values {

    private static final int MOST_STEPS = 5;
    private static final BigDecimal FINE_STEP = new BigDecimal("0.01");

    /** U+202F, so that a number and its sign stay together. */
    private static final String PERCENT_SIGN = "\u202f%";

    private Values() {}

    /** A number beside a line of the grid. */
    record Tick(double value, String text) {}

    /** Round numbers within the axis, at most six, in steps of 1, 2 or 5 times a power of ten. */
    static List<Tick> ticks(YAxis axis) {
        BigDecimal max = BigDecimal.valueOf(axis.max());
        BigDecimal step = step(axis);
        List<Tick> ticks = new ArrayList<>();
        BigDecimal first = BigDecimal.valueOf(axis.min())
                .divide(step, 0, RoundingMode.CEILING)
                .multiply(step);
        for (BigDecimal value = first; value.compareTo(max) <= 0; value = value.add(step)) {
            int decimals = Math.max(2, step.stripTrailingZeros().scale());
            ticks.add(new Tick(value.doubleValue(), text(value.setScale(decimals, RoundingMode.UNNECESSARY), axis)));
        }
        return ticks;
    }

    private static BigDecimal step(YAxis axis) {
        BigDecimal span = BigDecimal.valueOf(axis.max()).subtract(BigDecimal.valueOf(axis.min()));
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(span.precision() - span.scale() - 2);
        while (true) {
            for (int digit : new int[] {1, 2, 5}) {
                BigDecimal step = power.multiply(BigDecimal.valueOf(digit));
                if (step.multiply(BigDecimal.valueOf(MOST_STEPS)).compareTo(span) >= 0) {
                    return step;
                }
            }
            power = power.scaleByPowerOfTen(1);
        }
    }

    /**
     * A measured value in two decimals, and in more where the axis is finer than that. 100 % is said of all and 0 % of
     * none only: 0.996 is 99 %, 0.004 is 1 %.
     */
    static String measured(double value, YAxis axis) {
        BigDecimal step = step(axis).stripTrailingZeros();
        int decimals = step.compareTo(FINE_STEP) <= 0 ? step.scale() + 1 : 2;
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        if (rounded.signum() == 0) {
            rounded = exact.setScale(decimals, RoundingMode.UP);
        } else if (rounded.compareTo(BigDecimal.ONE) == 0) {
            rounded = exact.setScale(decimals, RoundingMode.DOWN);
        }
        return text(rounded, axis);
    }

    private static String text(BigDecimal value, YAxis axis) {
        String digits = (axis.unit() == Unit.PERCENT ? value.movePointRight(2) : value).toPlainString();
        return digits.replace('-', '\u2212') + (axis.unit() == Unit.PERCENT ? PERCENT_SIGN : "");
    }
}
