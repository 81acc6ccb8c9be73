package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec.Unit;
import dev.callsheet.site.ChartSpec.YAxis;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** The numbers along the vertical axis, {@code step} apart, and how values are written. */
record Values(YAxis axis, BigDecimal step) {

    private static final BigDecimal MINUTE = BigDecimal.valueOf(60);

    /** Steps that divide a minute, between the decimal ones of seconds and those of minutes. */
    private static final List<BigDecimal> PARTS_OF_A_MINUTE =
            List.of(BigDecimal.valueOf(10), BigDecimal.valueOf(15), BigDecimal.valueOf(30));

    /** U+202F, so that a number and its unit stay together. */
    private static final String THIN_SPACE = "\u202f";

    /** A number beside a line of the grid. */
    record Tick(double value, String text) {}

    /** The finest round step that cuts the axis into no more steps than this. */
    static Values of(YAxis axis, int mostSteps) {
        BigDecimal span = BigDecimal.valueOf(axis.max()).subtract(BigDecimal.valueOf(axis.min()));
        BigDecimal most = BigDecimal.valueOf(mostSteps);
        return new Values(
                axis,
                switch (axis.unit()) {
                    case SECONDS -> timeStep(span, most);
                    case COUNT -> decimalStep(span, most).max(BigDecimal.ONE);
                    case PERCENT, SCORE -> decimalStep(span, most);
                });
    }

    /** Round numbers within the axis. */
    List<Tick> ticks() {
        BigDecimal max = BigDecimal.valueOf(axis.max());
        int decimals = Math.max(wholeDecimals(), step.stripTrailingZeros().scale());
        List<Tick> ticks = new ArrayList<>();
        BigDecimal first = BigDecimal.valueOf(axis.min())
                .divide(step, 0, RoundingMode.CEILING)
                .multiply(step);
        for (BigDecimal value = first; value.compareTo(max) <= 0; value = value.add(step)) {
            ticks.add(new Tick(value.doubleValue(), text(value.setScale(decimals, RoundingMode.UNNECESSARY))));
        }
        return ticks;
    }

    /**
     * A measured value in whole percents, hundredths, seconds or pieces, and all but pieces finer where the axis is. 100 % is said of all and
     * 0 % of none only: 0.996 is 99 %, 0.004 is 1 %.
     */
    String measured(double value) {
        BigDecimal fine = step.stripTrailingZeros();
        if (axis.unit() == Unit.COUNT) {
            return text(BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP));
        }
        int decimals =
                fine.compareTo(BigDecimal.ONE.movePointLeft(wholeDecimals())) <= 0 ? fine.scale() + 1 : wholeDecimals();
        BigDecimal exact = BigDecimal.valueOf(value);
        BigDecimal rounded = exact.setScale(decimals, RoundingMode.HALF_UP);
        if (axis.unit() != Unit.SECONDS && rounded.signum() == 0) {
            rounded = exact.setScale(decimals, RoundingMode.UP);
        } else if (axis.unit() != Unit.SECONDS && rounded.compareTo(BigDecimal.ONE) == 0) {
            rounded = exact.setScale(decimals, RoundingMode.DOWN);
        }
        return text(rounded);
    }

    /** 1, 2 or 5 times a power of ten. */
    private static BigDecimal decimalStep(BigDecimal span, BigDecimal mostSteps) {
        BigDecimal least = span.divide(mostSteps, MathContext.DECIMAL64);
        BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(least.precision() - least.scale() - 1);
        for (int digit : new int[] {1, 2, 5}) {
            BigDecimal step = power.multiply(BigDecimal.valueOf(digit));
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        return power.scaleByPowerOfTen(1);
    }

    private static BigDecimal timeStep(BigDecimal span, BigDecimal mostSteps) {
        BigDecimal decimal = decimalStep(span, mostSteps);
        if (decimal.compareTo(BigDecimal.TEN) < 0) {
            return decimal;
        }
        return PARTS_OF_A_MINUTE.stream()
                .filter(part -> part.multiply(mostSteps).compareTo(span) >= 0)
                .findFirst()
                .orElseGet(() -> MINUTE.multiply(decimalStep(span, mostSteps.multiply(MINUTE))));
    }

    private int wholeDecimals() {
        return switch (axis.unit()) {
            case SECONDS, COUNT -> 0;
            case PERCENT, SCORE -> 2;
        };
    }

    private String text(BigDecimal value) {
        String sign = value.signum() < 0 ? "\u2212" : "";
        BigDecimal size = value.abs();
        return sign
                + switch (axis.unit()) {
                    case PERCENT -> size.movePointRight(2).toPlainString() + THIN_SPACE + "%";
                    case SCORE, COUNT -> size.toPlainString();
                    case SECONDS -> time(size);
                };
    }

    private static String time(BigDecimal seconds) {
        BigDecimal[] parts = seconds.divideAndRemainder(MINUTE);
        String rest = parts[1].toPlainString() + THIN_SPACE + "s";
        if (parts[0].signum() == 0) {
            return rest;
        }
        String minutes = parts[0].toBigInteger() + THIN_SPACE + "min";
        return parts[1].signum() == 0 ? minutes : minutes + " " + rest;
    }
}
