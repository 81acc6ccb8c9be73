package dev.callsheet.render.chart;

import dev.callsheet.site.ChartSpec;
import dev.callsheet.site.ChartSpec.Kind;

/**
 * Where places and values lie on the picture, in px from its top left corner. The room of the numbers at the left and
 * of the last value at the right is given; nothing of the data is drawn there.
 */
record Frame(ChartSpec spec, double left, double right) {

    private static final double MARGIN = 12;

    /** Below the axis: its labels. */
    private static final double FOOT = 30;

    /** A row of flags, above the values or between the axis and its labels. */
    private static final double FLAGS = 16;

    /** Lines of the grid nearer than this, in px, would bring their numbers too close together. */
    private static final double LEAST_GRID = 28;

    /** How many steps of the grid the picture has room for. */
    static int mostSteps(ChartSpec spec) {
        return (int) ((bottom(spec) - top(spec)) / LEAST_GRID);
    }

    double x(double place) {
        return left + (place + overhang()) * step();
    }

    double y(double value) {
        double share = (value - spec.yAxis().min())
                / (spec.yAxis().max() - spec.yAxis().min());
        return bottom() - share * (bottom() - top());
    }

    /** The place at a distance from the left edge: {@link #x} turned round. */
    double placeAt(double x) {
        return (x - left) / step() - overhang();
    }

    /** The value at a distance from the top edge: {@link #y} turned round. */
    double valueAt(double y) {
        double share = (bottom() - y) / (bottom() - top());
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
        return bottom(spec);
    }

    /** Where the values end, from the top edge down. */
    double top() {
        return top(spec);
    }

    private static double bottom(ChartSpec spec) {
        return spec.shape().height() - FOOT - (hasFlags(spec, true) ? FLAGS : 0);
    }

    private static double top(ChartSpec spec) {
        return MARGIN + (hasFlags(spec, false) ? FLAGS : 0);
    }

    private static boolean hasFlags(ChartSpec spec, boolean below) {
        return spec.flags().stream().anyMatch(flag -> (flag.kind() == Kind.VERSION) == below);
    }

    private double span() {
        return spec.xLabels().size() - 1 + 2 * overhang();
    }

    /** A few places stand in the middle of their share of the axis, many reach from end to end. */
    private double overhang() {
        return spec.xLabels().size() < Drawing.FEW ? 0.5 : 0;
    }
}
