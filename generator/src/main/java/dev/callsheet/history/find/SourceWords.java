package dev.callsheet.history.find;

import java.time.Duration;
import java.util.Locale;

/** How messages repeat what was given and what was found. */
final class SourceWords {

    private static final int MOST_CODE_POINTS = 60;
    private static final int MEGABYTE = 1 << 20;

    private SourceWords() {}

    /** A text on one line, with invisible and direction-changing characters spelled out. */
    static String line(String text) {
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

    /** The beginning of a text, in quotation marks. */
    static String quoted(String text) {
        boolean isShort = text.codePointCount(0, text.length()) <= MOST_CODE_POINTS;
        String shown = isShort ? text : text.substring(0, text.offsetByCodePoints(0, MOST_CODE_POINTS)) + "…";
        return '"' + line(shown) + '"';
    }

    /** A number of bytes, such as {@code 64 MB}. */
    static String bytes(long bytes) {
        return bytes < MEGABYTE ? bytes + " bytes" : bytes / MEGABYTE + " MB";
    }

    /** A time, such as {@code 30 s}. */
    static String time(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** A number of files, such as {@code 1 file}. */
    static String files(int files) {
        return files + (files == 1 ? " file" : " files");
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
