package dev.callsheet.render.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an element of a chart is. For an SVG file XChart paints each part in a colour that is only a key; in the file the
 * key has become a class, and the style sheet holds what the class looks like on a light and on a dark page. A bitmap
 * has one palette, the light one.
 */
enum Part {
    /** The ground that XChart paints; left out of an SVG file, so that the page shows through. */
    CANVAS(1, 0xffffff, 0x1d1c19, Pen.FILL),
    GRID(2, 0xece8df, 0x2a2824, Pen.HAIR),
    AXIS(3, 0xddd8ce, 0x3a3731, Pen.HAIR),
    /** Where values are as usual: fainter than an interval, and with an edge that no interval has. */
    USUAL(11, 0xf3efe6, 0x22201c, Pen.FILL),
    EDGE(12, 0xa69f90, 0x6e685d, Pen.BROKEN_HAIR),
    /** A change of level: solid when it is firm, broken when it is tentative. */
    CHANGE(13, 0x5c5953, 0xaaa59a, Pen.MIDDLE),
    TENTATIVE(14, 0x5c5953, 0xaaa59a, Pen.DOTTED),
    /** What happened at a place, tick and label: to what was tested, or to some scenarios. */
    VERSION(15, 0x0b559f, 0x8cbcf2, Pen.BOLD),
    VERSION_LABEL(16, 0x0b559f, 0x8cbcf2, Pen.FILL),
    WORSE(17, 0xb0261d, 0xff8f85, Pen.BOLD),
    WORSE_LABEL(18, 0xb0261d, 0xff8f85, Pen.FILL),
    BETTER(19, 0x1b7543, 0x67c892, Pen.BOLD),
    BETTER_LABEL(20, 0x1b7543, 0x67c892, Pen.FILL),
    BAND(4, 0xe9e4d8, 0x2e2b25, Pen.FILL),
    BAR(5, 0x5c5953, 0xaaa59a, Pen.WIDE_AND_FAINT),
    LINE(6, 0x1c1b19, 0xece8df, Pen.ROUND),
    /** The line where points are so many that a thicker one would be a smear. */
    FINE(7, 0x1c1b19, 0xece8df, Pen.ROUND_AND_FINE),
    DOT(8, 0x1c1b19, 0xece8df, Pen.FILL),
    LABEL(9, 0x5c5953, 0xaaa59a, Pen.FILL),
    VALUE(10, 0x1c1b19, 0xece8df, Pen.FILL);

    private static final int OPAQUE = 255;
    private static final int OPACITY_BITS = 24;
    private static final int HEX_DIGITS = 6;

    private final int key;
    private final int light;
    private final int dark;
    private final Pen pen;

    Part(int key, int light, int dark, Pen pen) {
        this.key = key;
        this.light = light;
        this.dark = dark;
        this.pen = pen;
    }

    /** The paint that marks this part in XChart's drawing. */
    Color key() {
        return new Color(key, 0, 0);
    }

    /** The paint of this part on a light page. */
    Color light() {
        int opacity = Math.round(OPAQUE * pen.opacity());
        return new Color((opacity << OPACITY_BITS) | light, true);
    }

    Pen pen() {
        return pen;
    }

    /** The part whose key Batik has written as {@code rgb(r,g,b)}. */
    static Part ofKey(String paint) {
        return Arrays.stream(values())
                .filter(part -> paint.equals("rgb(" + part.key + ",0,0)"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a chart has a paint of no part: " + paint));
    }

    String className() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Both palettes, those of site.css. */
    static String styleSheet() {
        return rules(part -> part.colour(part.light) + ";" + part.pen.css()) + "@media (prefers-color-scheme:dark){"
                + rules(part -> part.colour(part.dark)) + "}";
    }

    private String colour(int rgb) {
        return pen.property() + ":#" + HexFormat.of().toHexDigits(rgb, HEX_DIGITS);
    }

    private static String rules(Function<Part, String> declarations) {
        return Arrays.stream(values())
                .filter(part -> part != CANVAS)
                .map(part -> "." + part.className() + "{" + declarations.apply(part) + "}")
                .collect(Collectors.joining());
    }
}
