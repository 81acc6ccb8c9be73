package dev.callsheet.render.chart;

import java.awt.BasicStroke;

/** How the parts of a chart are drawn, in numbers as CSS writes them. */
enum Pen {
    /** No line: the inside is painted. */
    FILL("0", "", "1", "stroke:none"),
    /** Thin on every screen: it does not grow with the picture. */
    HAIR("1", "", "1", "vector-effect:non-scaling-stroke"),
    BROKEN_HAIR("1", "4 3", "1", "stroke-dasharray:4 3"),
    MIDDLE("1.4", "", "1", ""),
    DOTTED("1.4", "1.5 3", "1", "stroke-dasharray:1.5 3"),
    BOLD("1.8", "", "1", ""),
    WIDE_AND_FAINT("5", "", ".38", "opacity:.38"),
    ROUND("1.8", "", "1", Pen.ROUNDED),
    ROUND_AND_FINE("1.1", "", "1", Pen.ROUNDED);

    private static final String ROUNDED = "stroke-linejoin:round;stroke-linecap:round";
    private static final float MITER = 10;

    private final String width;
    private final String dashes;
    private final String opacity;
    private final String more;

    /**
     * @param width in px of the chart
     * @param dashes a length and a gap; empty for a solid line
     * @param more declarations of CSS beside the width; may be empty
     */
    Pen(String width, String dashes, String opacity, String more) {
        this.width = width;
        this.dashes = dashes;
        this.opacity = opacity;
        this.more = more;
    }

    /** The property of CSS that holds the colour. */
    String property() {
        return this == FILL ? "fill" : "stroke";
    }

    /** Its declarations without the colour. */
    String css() {
        return this == FILL ? more : "fill:none;stroke-width:" + width + (more.isEmpty() ? "" : ";" + more);
    }

    /** From 0 to 1. */
    float opacity() {
        return Float.parseFloat(opacity);
    }

    BasicStroke stroke() {
        boolean isRound = more.equals(ROUNDED);
        return new BasicStroke(
                Float.parseFloat(width),
                isRound ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT,
                isRound ? BasicStroke.JOIN_ROUND : BasicStroke.JOIN_MITER,
                MITER,
                dashes.isEmpty() ? null : lengths(dashes),
                0);
    }

    private static float[] lengths(String dashes) {
        String[] parts = dashes.split(" ", -1);
        return new float[] {Float.parseFloat(parts[0]), Float.parseFloat(parts[1])};
    }
}
