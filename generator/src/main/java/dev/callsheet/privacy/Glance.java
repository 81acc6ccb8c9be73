package dev.callsheet.privacy;

/**
 * A first look at a text: what it might hold, told in one pass that allocates nothing. Most texts of a call hold
 * nothing, and this is all they cost. A clue may be wrong, its absence may not.
 */
final class Glance {

    static final int NOTHING = 0;
    /** An at sign. */
    static final int AT_SIGN = 1;
    /** A word that could be a secret. */
    static final int SECRET = 2;
    /** {@link #FEWEST_DIGITS} digits close together. */
    static final int DIGITS = 4;
    /** A bracket, with which an earlier replacement would begin. */
    static final int BRACKET = 8;

    /** The shortest number that is looked for. */
    static final int FEWEST_DIGITS = 7;
    /** The most characters between two digits of one number. */
    static final int WIDEST_GAP = 4;

    private static final int DIGIT = 1;
    private static final int LETTER = 2;
    private static final int TOKEN = 4;
    private static final int FILLER = 8;
    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = '0'; c <= '9'; c++) {
            ASCII[c] = DIGIT | TOKEN;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII[c] = LETTER | TOKEN;
            ASCII[Character.toUpperCase(c)] = LETTER | TOKEN;
        }
        for (char c : "._~+/=-".toCharArray()) {
            ASCII[c] |= TOKEN;
        }
        for (char c : " -().+/~[]x".toCharArray()) {
            ASCII[c] |= FILLER;
        }
    }

    private Glance() {}

    static int at(CharSequence text) {
        int clues = NOTHING;
        int digits = 0;
        int gap = 0;
        int wordLength = 0;
        int wordTypes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = c < ASCII.length ? ASCII[c] : typeBeyondAscii(c);
            if ((type & DIGIT) != 0) {
                gap = 0;
                if (++digits == FEWEST_DIGITS) {
                    clues |= DIGITS;
                }
            } else if ((type & FILLER) == 0 || ++gap > WIDEST_GAP) {
                digits = 0;
            }
            if ((type & TOKEN) == 0) {
                wordLength = 0;
                wordTypes = 0;
            } else {
                wordTypes |= type;
                if (couldBeSecret(++wordLength, (wordTypes & DIGIT) != 0, (wordTypes & LETTER) != 0)) {
                    clues |= SECRET;
                }
            }
            if (c == '@' || c == '\uFF20') {
                clues |= AT_SIGN;
            } else if (c == '[') {
                clues |= BRACKET;
            }
        }
        return clues;
    }

    /** Whether a word of this length and make could be a secret: long, or shorter and not a word of a language. */
    static boolean couldBeSecret(int length, boolean hasDigit, boolean hasLetter) {
        return length >= 24 || (hasDigit && (length >= 16 || (length >= 8 && hasLetter)));
    }

    /** Whether a character may stand between two digits of a telephone number, as libphonenumber sees it. */
    static boolean isFiller(char c) {
        return c < ASCII.length ? (ASCII[c] & FILLER) != 0 : typeBeyondAscii(c) == FILLER;
    }

    private static int typeBeyondAscii(char c) {
        if (Character.isDigit(c)) {
            return DIGIT;
        }
        return Character.isLetter(c) ? LETTER : FILLER;
    }
}
