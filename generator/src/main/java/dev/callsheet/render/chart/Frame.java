package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec;

/**
 * Where places and values lie on the picture, in px from its top left corner. The room of the numbers at the left and
 * of the last value at the right is given; nothing of the data is drawn there.
 */
record Frame(ChartSpec spec, double left, double right) {

    /** Small, so that text of {@link Lettering#SIZE} is still read when the picture is shrunk to a phone. */
    static final int WIDTH = 520;

    static final int HEIGHT = 200;

    private static final double TOP = 12;
    private static final double BOTTOM = 170;

    double x(double place) {
        return left + (place + overhang()) * step();
    }

    double y(double value) {
        double share = (value - spec.yAxis().min())
                / (spec.yAxis().max() - spec.yAxis().min());
        return BOTTOM - share * (BOTTOM - TOP);
    }

    /** The place at a distance from the left edge: {@link #x} turned round. */
    double placeAt(double x) {
        return (x - left) / step() - overhang();
    }

    /** The value at a distance from the top edge: {@link #y} turned round. */
    double valueAt(double y) {
        double share = (BOTTOM - y) / (BOTTOM - TOP);
        return spec.yAxis().min() + share * (spec.yAxis().max() - spec.yAxis().min());
    }

    /** From one place to the next, in px. */
    double step() {
        return (right - left) / span();
    }

    double bottom() {
        return BOTTOM;
    }

    private double span() {
        return spec.xLabels().size() - 1 + 2 * overhang();
    }

    /** A few places stand in the middle of their share of the axis, many reach from end to end. */
    private double overhang() {
        return spec.xLabels().size() < Trend.FEW ? 0.5 : 0;
    }
}
