package dev.callsheet.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Digits that could pass for a card or a telephone number and are neither; they are left as they are. */
final class LookalikeDetector implements Detector {

    private static final String UUID = "[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}(?![0-9A-Za-z])";
    private static final String MONTH = "(?:0?[1-9]|1[0-2])";
    private static final String DAY = "(?:0?[1-9]|[12]\\d|3[01])";
    private static final String YEAR = "(?:19|20)\\d\\d";
    private static final String TIME = "[T ][012]\\d:[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9}+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?";
    private static final String YEAR_FIRST =
            "(?<![+])" + YEAR + "([-./])" + MONTH + "\\1" + DAY + "(?!\\d)(?:" + TIME + ")?";
    private static final String YEAR_LAST =
            "(?<![+])" + DAY + "([-./])" + DAY + "\\2" + YEAR + "(?!\\d|[-./]\\d)"; // day or month first
    private static final String ALONE_BEFORE = "(?<![.+(])(?<!\\d[ -])";
    private static final String ALONE_AFTER = "(?![.]?\\d|[ -]\\d)";
    // A score of nine decimals is a valid number of Berlin to libphonenumber.
    private static final String DECIMAL = ALONE_BEFORE + "(?:0|[1-9]\\d{0,7}+)\\.\\d++" + ALONE_AFTER;
    private static final String UNIX_SECONDS = ALONE_BEFORE + "1[5-9]\\d{8}" + ALONE_AFTER;

    private static final Pattern LOOKALIKE =
            Pattern.compile(String.join("|", UUID, YEAR_FIRST, YEAR_LAST, DECIMAL, UNIX_SECONDS));

    @Override
    public int clue() {
        return Glance.DIGITS;
    }

    @Override
    public void search(Draft draft) {
        CharSequence open = draft.open();
        Matcher lookalike = LOOKALIKE.matcher(open).useTransparentBounds(true);
        // All of them start a word, which is the cheapest thing to know of a place.
        for (int i = 0; i < open.length(); i++) {
            if (isHexDigit(open.charAt(i)) && (i == 0 || !Character.isLetterOrDigit(open.charAt(i - 1)))) {
                if (lookalike.region(i, open.length()).lookingAt()) {
                    draft.keep(i, lookalike.end());
                }
            }
        }
    }

    private static boolean isHexDigit(char c) {
        return Digits.isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }
}
