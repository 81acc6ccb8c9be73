package dev.callsheet.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text while it is searched. Detectors read {@link #open()}: the same length as the text, with digits, dashes,
 * spaces and full-width forms of any script as ASCII, escapes of JSON text as line ends, and every character that is
 * settled as {@link #HIDDEN}. So no detector sees what another has claimed, and each knows one spelling only.
 */
final class Draft {

    static final char HIDDEN = '\0';
    /** Stands for every character without width; libphonenumber reads over it. */
    static final char NO_WIDTH = '\u2060';

    private static final Pattern REPLACEMENT = Pattern.compile(Kind.anyReplacement());
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;

    private final StringBuilder open;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Kind> replaced = new ArrayList<>();

    /**
     * Something to be replaced.
     *
     * @param identity the same for two spellings of one value
     */
    record Finding(Kind kind, int start, int end, String identity) {}

    Draft(String text) {
        this.open = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() && "nrtbf".indexOf(text.charAt(i + 1)) >= 0) {
                open.append("\n\n");
                i++;
            } else {
                open.append(plain(c));
            }
        }
        Matcher earlier = REPLACEMENT.matcher(text);
        while (earlier.find()) {
            keep(earlier.start(), earlier.end());
            replaced.add(Kind.of(earlier.group(1)));
        }
    }

    CharSequence open() {
        return open;
    }

    /** The open text of a stretch, hidden characters included. */
    String open(int start, int end) {
        return open.substring(start, end);
    }

    /** Leaves a stretch as it is, out of sight of further detectors. */
    void keep(int start, int end) {
        for (int i = start; i < end; i++) {
            open.setCharAt(i, HIDDEN);
        }
    }

    void replace(Kind kind, int start, int end, String identity) {
        findings.add(new Finding(kind, start, end, identity));
        keep(start, end);
    }

    /** The kinds of what an earlier redaction has replaced. */
    List<Kind> replaced() {
        return replaced;
    }

    /** What is to be replaced, in the order of the text. */
    List<Finding> findings() {
        return findings.stream().sorted(Comparator.comparingInt(Finding::start)).toList();
    }

    private static char plain(char c) {
        if (c < 0x80) {
            return c;
        }
        if (Character.isDigit(c)) {
            return (char) ('0' + Character.digit(c, 10));
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - FULL_WIDTH_OFFSET);
        }
        return switch (Character.getType(c)) {
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.DASH_PUNCTUATION -> '-';
            case Character.FORMAT -> NO_WIDTH;
            default -> c == '\u2212' ? '-' : c; // the minus sign is no dash to Unicode
        };
    }
}
