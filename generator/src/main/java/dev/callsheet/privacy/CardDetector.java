package dev.callsheet.privacy;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

/**
 * Payment cards: 13 to 19 digits with a right check digit (Luhn), in one group or in groups parted by spaces or dashes.
 * The first digit is 2 to 6, as with every issuer of size; times in milliseconds start with 1.
 */
final class CardDetector implements Detector {

    private static final int FEWEST = 13;
    private static final int MOST = 19;
    private static final int WIDEST_GAP = 3;
    private static final int SMALLEST_GROUP = 4;

    @Override
    public int clue() {
        return Glance.DIGITS;
    }

    @Override
    public void search(Draft draft) {
        CharSequence open = draft.open();
        int i = 0;
        while (i < open.length()) {
            if (Digits.isDigit(open.charAt(i))) {
                int end = rowEnd(open, i);
                searchRow(draft, i, end);
                i = end;
            } else {
                i++;
            }
        }
    }

    /** A row of groups is a card as a whole, however grouped, or holds one in groups as cards have them. */
    private static void searchRow(Draft draft, int start, int end) {
        if (replaceIfCard(draft, start, end)) {
            return;
        }
        int group = start;
        while (group < end) {
            int cardEnd = longestCard(draft, group, end);
            int settled = cardEnd > group ? cardEnd : Digits.groupEnd(draft.open(), group);
            group = nextGroup(draft.open(), settled, end);
        }
    }

    /** The end of the longest card that starts with the group here, now replaced; the start when there is none. */
    private static int longestCard(Draft draft, int start, int rowEnd) {
        CharSequence open = draft.open();
        int longest = start;
        int digits = 0;
        int size = SMALLEST_GROUP;
        int group = start;
        // Only the last group of a card may be small, as in 4-4-4-4-3.
        while (group < rowEnd && size >= SMALLEST_GROUP && digits <= MOST) {
            int end = Digits.groupEnd(open, group);
            size = end - group;
            digits += size;
            if (isCard(open, start, end)) {
                longest = end;
            }
            group = nextGroup(open, end, rowEnd);
        }
        if (longest > start) {
            replaceIfCard(draft, start, longest);
        }
        return longest;
    }

    private static boolean replaceIfCard(Draft draft, int start, int end) {
        boolean card = isCard(draft.open(), start, end);
        if (card) {
            draft.replace(Kind.CARD, start, end, number(draft.open(), start, end));
        }
        return card;
    }

    private static boolean isCard(CharSequence open, int start, int end) {
        int digits = Digits.count(open, start, end);
        char first = open.charAt(start);
        return digits >= FEWEST
                && digits <= MOST
                && first >= '2'
                && first <= '6'
                && !isInsideWord(open, start, end)
                && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(number(open, start, end));
    }

    private static String number(CharSequence open, int start, int end) {
        StringBuilder number = new StringBuilder(MOST);
        open.subSequence(start, end)
                .chars()
                .filter(c -> Digits.isDigit((char) c))
                .forEach(c -> number.append((char) c));
        return number.toString();
    }

    /** The end of the last digit of a row of groups with small gaps between them. */
    private static int rowEnd(CharSequence open, int start) {
        int end = Digits.groupEnd(open, start);
        int next = nextGroup(open, end, open.length());
        while (next < open.length() && next - end <= WIDEST_GAP) {
            end = Digits.groupEnd(open, next);
            next = nextGroup(open, end, open.length());
        }
        return end;
    }

    /** The start of the next group, or the limit when something other than a gap comes first. */
    private static int nextGroup(CharSequence open, int from, int limit) {
        int next = from;
        while (next < limit && isGap(open.charAt(next))) {
            next++;
        }
        return next < limit && Digits.isDigit(open.charAt(next)) ? next : limit;
    }

    private static boolean isGap(char c) {
        return c == ' ' || c == '-' || c == Draft.NO_WIDTH;
    }

    private static boolean isInsideWord(CharSequence open, int start, int end) {
        return isWordPart(open, start - 1) || isWordPart(open, end);
    }

    private static boolean isWordPart(CharSequence open, int i) {
        return i >= 0 && i < open.length() && (Character.isLetter(open.charAt(i)) || open.charAt(i) == '_');
    }
}
