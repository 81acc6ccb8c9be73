package dev.callsheet.render.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an element of a chart is. XChart paints each part in a colour that is only a key; in the file the key has become
 * a class, and the style sheet holds what the class looks like on a light and on a dark page.
 */
enum Part {
    /** The ground that XChart paints; left out of the file, so that the page shows through. */
    CANVAS(1, "", "", ""),
    GRID(2, "stroke:#ece8df", "stroke:#2a2824", "fill:none;stroke-width:1;vector-effect:non-scaling-stroke"),
    AXIS(3, "stroke:#ddd8ce", "stroke:#3a3731", "fill:none;stroke-width:1;vector-effect:non-scaling-stroke"),
    /** Where values are as usual: fainter than an interval, and with an edge that no interval has. */
    USUAL(11, "fill:#f3efe6", "fill:#22201c", "stroke:none"),
    EDGE(12, "stroke:#a69f90", "stroke:#6e685d", "fill:none;stroke-width:1;stroke-dasharray:4 3"),
    /** A change of level: solid when it is firm, broken when it is tentative. */
    CHANGE(13, "stroke:#5c5953", "stroke:#aaa59a", "fill:none;stroke-width:1.4"),
    TENTATIVE(14, "stroke:#5c5953", "stroke:#aaa59a", "fill:none;stroke-width:1.4;stroke-dasharray:1.5 3"),
    /** What happened at a place, tick and label: to what was tested, or to some scenarios. */
    VERSION(15, "stroke:#0b559f", "stroke:#8cbcf2", "fill:none;stroke-width:1.8"),
    VERSION_LABEL(16, "fill:#0b559f", "fill:#8cbcf2", "stroke:none"),
    WORSE(17, "stroke:#b0261d", "stroke:#ff8f85", "fill:none;stroke-width:1.8"),
    WORSE_LABEL(18, "fill:#b0261d", "fill:#ff8f85", "stroke:none"),
    BETTER(19, "stroke:#1b7543", "stroke:#67c892", "fill:none;stroke-width:1.8"),
    BETTER_LABEL(20, "fill:#1b7543", "fill:#67c892", "stroke:none"),
    BAND(4, "fill:#e9e4d8", "fill:#2e2b25", "stroke:none"),
    BAR(5, "stroke:#5c5953", "stroke:#aaa59a", "fill:none;stroke-width:5;opacity:.38"),
    LINE(
            6,
            "stroke:#1c1b19",
            "stroke:#ece8df",
            "fill:none;stroke-width:1.8;stroke-linejoin:round;stroke-linecap:round"),
    /** The line where points are so many that a thicker one would be a smear. */
    FINE(
            7,
            "stroke:#1c1b19",
            "stroke:#ece8df",
            "fill:none;stroke-width:1.1;stroke-linejoin:round;stroke-linecap:round"),
    DOT(8, "fill:#1c1b19", "fill:#ece8df", "stroke:none"),
    LABEL(9, "fill:#5c5953", "fill:#aaa59a", "stroke:none"),
    VALUE(10, "fill:#1c1b19", "fill:#ece8df", "stroke:none");

    private final int key;
    private final String light;
    private final String dark;
    private final String shape;

    Part(int key, String light, String dark, String shape) {
        this.key = key;
        this.light = light;
        this.dark = dark;
        this.shape = shape;
    }

    /** The paint that marks this part in XChart's drawing. */
    Color key() {
        return new Color(key, 0, 0);
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
        return rules(part -> part.light + ";" + part.shape) + "@media (prefers-color-scheme:dark){"
                + rules(part -> part.dark) + "}";
    }

    private static String rules(Function<Part, String> declarations) {
        return Arrays.stream(values())
                .filter(part -> part != CANVAS)
                .map(part -> "." + part.className() + "{" + declarations.apply(part) + "}")
                .collect(Collectors.joining());
    }
}
