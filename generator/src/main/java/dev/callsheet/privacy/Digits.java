package dev.callsheet.privacy;

/** Groups of digits in the open text of a {@link Draft}, where every digit is ASCII. */
final class Digits {

    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static int count(CharSequence text, int start, int end) {
        int digits = 0;
        for (int i = start; i < end; i++) {
            digits += isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** The end of the group of digits that starts here. */
    static int groupEnd(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
