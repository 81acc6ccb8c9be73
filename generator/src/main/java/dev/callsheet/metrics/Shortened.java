package dev.callsheet.metrics;

/** The beginning of a text that is too long for its place. */
public final class Shortened {

    private static final String CUT = "…";

    private Shortened() {}

    /** The text, or as much of it as leaves room for an ellipsis; never half of a character. */
    public static String of(String text, int mostCodePoints) {
        // A text has at least as many chars as code points, so most texts need no counting.
        if (text.length() <= mostCodePoints || text.codePointCount(0, text.length()) <= mostCodePoints) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, mostCodePoints - 1)) + CUT;
    }
}
