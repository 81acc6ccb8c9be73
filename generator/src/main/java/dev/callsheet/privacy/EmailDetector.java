package dev.callsheet.privacy;

import java.util.Locale;

/**
 * E-mail addresses: letters of any script, digits and {@code . _ % + - '} before the at sign, a name with a dot and two
 * letters after it. Quoted names, numeric hosts and hosts without a dot are not addresses here.
 */
final class EmailDetector implements Detector {

    @Override
    public int clue() {
        return Glance.AT_SIGN;
    }

    @Override
    public void search(Draft draft) {
        CharSequence open = draft.open();
        for (int at = 0; at < open.length(); at++) {
            if (open.charAt(at) == '@') {
                int start = nameStart(open, at);
                int end = hostEnd(open, at + 1);
                if (start < at && end > at) {
                    draft.replace(Kind.EMAIL, start, end, draft.open(start, end).toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    private static int nameStart(CharSequence open, int at) {
        int start = at;
        while (start > 0 && isNamePart(open.charAt(start - 1))) {
            start--;
        }
        while (start < at && !Character.isLetterOrDigit(open.charAt(start))) {
            start++; // an opening quote, a dash
        }
        return start;
    }

    /** The end of the host that starts here, or -1. */
    private static int hostEnd(CharSequence open, int start) {
        boolean hasDomain = false;
        int end = start;
        while (end < open.length() && isHostPart(open, end)) {
            hasDomain |= open.charAt(end) == '.' && isLetter(open, end + 1) && isLetter(open, end + 2);
            end++;
        }
        while (end > start && !Character.isLetterOrDigit(open.charAt(end - 1))) {
            end--; // the end of a sentence
        }
        return hasDomain && Character.isLetterOrDigit(open.charAt(start)) ? end : -1;
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "._%+-'".indexOf(c) >= 0;
    }

    private static boolean isHostPart(CharSequence open, int i) {
        char c = open.charAt(i);
        return Character.isLetterOrDigit(c) || c == '-' || (c == '.' && open.charAt(i - 1) != '.');
    }

    private static boolean isLetter(CharSequence open, int i) {
        return i < open.length() && Character.isLetter(open.charAt(i));
    }
}
