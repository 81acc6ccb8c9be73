package dev.callsheet.model;

import java.util.Locale;

/** How problems and messages repeat a text that was given: on one line, with nothing in it that cannot be seen. */
public final class OneLine {

    private static final int MOST_CODE_POINTS = 60;

    private OneLine() {}

    /** The text with invisible and direction-changing characters spelled out. */
    public static String of(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isInvisible(c)) {
                line.append(String.format(Locale.ROOT, "\\u%04X", c));
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    /** The same of its first 60 code points. */
    public static String shortened(String text) {
        return shortened(text, MOST_CODE_POINTS);
    }

    /** The same of its first code points, so many. */
    public static String shortened(String text, int most) {
        // counted no further than needed: a text may be very long
        int shown = 0;
        for (int n = 0; n < most && shown < text.length(); n++) {
            shown += Character.charCount(text.codePointAt(shown));
        }
        return shown == text.length() ? of(text) : of(text.substring(0, shown)) + "…";
    }

    /** The same in quotation marks. */
    public static String quoted(String text) {
        return '"' + shortened(text) + '"';
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
