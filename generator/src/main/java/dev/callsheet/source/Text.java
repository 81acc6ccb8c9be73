package dev.callsheet.source;

/** What is done to every string that will be shown, at the door. Ids are not touched: a bad one is refused. */
final class Text {

    private static final char REPLACEMENT = '\uFFFD';

    private Text() {}

    /**
     * Replaces what no page, CSV or XML file can hold by U+FFFD: control characters, halves of surrogate pairs,
     * U+FFFE and U+FFFF. Line feed and tab stay; carriage returns become line feeds.
     */
    static String clean(String raw) {
        int first = firstUnclean(raw);
        if (first == raw.length()) {
            return raw;
        }
        StringBuilder clean = new StringBuilder(raw.length()).append(raw, 0, first);
        for (int i = first; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                if (i + 1 == raw.length() || raw.charAt(i + 1) != '\n') {
                    clean.append('\n');
                }
            } else {
                clean.append(isUnclean(raw, i) ? REPLACEMENT : c);
            }
        }
        return clean.toString();
    }

    /** {@link #clean} for what must stand on one line, such as names, paths and pointers. */
    static String line(String raw) {
        return clean(raw).replace('\n', ' ').replace('\t', ' ');
    }

    /** Whether the string holds half of a surrogate pair. */
    static boolean hasLoneSurrogate(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (isLoneSurrogate(raw, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing of the string can be seen: spaces of any kind and invisible characters only. */
    static boolean isBlank(String raw) {
        int i = 0;
        while (i < raw.length() && isInvisible(raw.codePointAt(i))) {
            i += Character.charCount(raw.codePointAt(i));
        }
        return i >= raw.length();
    }

    private static boolean isInvisible(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static int firstUnclean(String raw) {
        int i = 0;
        while (i < raw.length() && raw.charAt(i) != '\r' && !isUnclean(raw, i)) {
            i++;
        }
        return i;
    }

    private static boolean isUnclean(String raw, int i) {
        char c = raw.charAt(i);
        return (Character.isISOControl(c) && c != '\n' && c != '\t') || c >= '\uFFFE' || isLoneSurrogate(raw, i);
    }

    private static boolean isLoneSurrogate(String raw, int i) {
        char c = raw.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == raw.length() || !Character.isLowSurrogate(raw.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(raw.charAt(i - 1)));
    }
}
