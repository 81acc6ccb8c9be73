package dev.callsheet.site;

import java.util.regex.Pattern;

/**
 * Texts of the input as other programs can show them: on one line, without characters that drive a terminal, turn the
 * direction of what follows, or are none, which XML 1.0 forbids in part. Markup stays as it is; who writes a format escapes it.
 */
public final class PlainLine {

    private static final Pattern LINE_ENDS = Pattern.compile("[\\s\\x{85}\\x{2028}\\x{2029}]+");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}\\p{Cs}\\x{61C}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}\\x{FDD0}-\\x{FDEF}\\x{FFFE}\\x{FFFF}]");

    private PlainLine() {}

    /** The whole text; each such character becomes U+FFFD, and white space a single space. */
    public static String of(String text) {
        return UNSEEN.matcher(LINE_ENDS.matcher(text).replaceAll(" ").strip()).replaceAll("\uFFFD");
    }
}
