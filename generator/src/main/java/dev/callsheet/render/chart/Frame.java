package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Shape;

/**
 * Where places and values lie on the picture, in px from its top left corner. The room of the numbers at the left and
 * of the last value at the right is given; nothing of the data is drawn there.
 */
record Frame(ChartSpec spec, double left, double right) {

    private static final double TOP = 12;

    /** Below the axis: its labels. */
    private static final double FOOT = 30;

    /** Lines of the grid nearer than this, in px, would bring their numbers too close together. */
    private static final double LEAST_GRID = 28;

    /** How many steps of the grid a picture of this shape has room for. */
    static int mostSteps(Shape shape) {
        return (int) ((shape.height() - FOOT - TOP) / LEAST_GRID);
    }

    double x(double place) {
        return left + (place + overhang()) * step();
    }

    double y(double value) {
        double share = (value - spec.yAxis().min())
                / (spec.yAxis().max() - spec.yAxis().min());
        return bottom() - share * (bottom() - TOP);
    }

    /** The place at a distance from the left edge: {@link #x} turned round. */
    double placeAt(double x) {
        return (x - left) / step() - overhang();
    }

    /** The value at a distance from the top edge: {@link #y} turned round. */
    double valueAt(double y) {
        double share = (bottom() - y) / (bottom() - TOP);
        return spec.yAxis().min() + share * (spec.yAxis().max() - spec.yAxis().min());
    }

    /** The value, or the end of the axis that it passes. */
    double clamped(double value) {
        return Math.min(Math.max(value, spec.yAxis().min()), spec.yAxis().max());
    }

    /** From one place to the next, in px. */
    double step() {
        return (right - left) / span();
    }

    /** The height of the axis, from the top edge down. */
    double bottom() {
        return spec.shape().height() - FOOT;
    }

    private double span() {
        return spec.xLabels().size() - 1 + 2 * overhang();
    }

    /** A few places stand in the middle of their share of the axis, many reach from end to end. */
    private double overhang() {
        return spec.xLabels().size() < Drawing.FEW ? 0.5 : 0;
    }
}
