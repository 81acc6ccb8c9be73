package dev.callsheet.privacy;

import com.google.i18n.phonenumbers.PhoneNumberMatch;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.Leniency;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Telephone numbers that are valid by libphonenumber, with a country code or as written at home in one of ten
 * countries. Digits without any grouping count from nine up. A number tied to a name by {@code _}, or to a capital
 * letter by a dash (ORD-2024-123456), is an id.
 *
 * <p>Asking libphonenumber costs about ten microseconds a country, so it sees only rows of digits that could be a
 * number, and rows that are none are remembered.
 */
final class PhoneDetector implements Detector {

    // Canada, the tenth, shares the numbering plan of the US: what is valid in one is found for the other.
    private static final List<String> COUNTRIES = List.of("US", "GB", "AU", "IE", "DE", "FR", "ES", "IT", "IN");
    private static final int FEWEST_UNGROUPED = 9;
    private static final int LONGEST_GROUP = 20;
    private static final int MOST_DIGITS_OF_PART = 13;
    private static final int LONGEST_PART = 30;
    /** Characters of rows looked at in one text; beyond them every row counts as a number, to bound the time. */
    private static final int MOST_ASKED = 5_000;

    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_REMEMBERED = 40;

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final Set<String> notNumbers = ConcurrentHashMap.newKeySet();

    @Override
    public int clue() {
        return Glance.DIGITS;
    }

    @Override
    public void search(Draft draft) {
        new Search(draft).everyRow();
    }

    /** The search of one text. */
    private final class Search {

        private final Draft draft;
        private final CharSequence open;
        private int left = MOST_ASKED;

        Search(Draft draft) {
            this.draft = draft;
            this.open = draft.open();
        }

        void everyRow() {
            int i = 0;
            while (i < open.length()) {
                if (Digits.isDigit(open.charAt(i))) {
                    int end = rowEnd(open, i);
                    // What a number leaves of its row may hold another: the row is looked at again.
                    i = couldBeNumber(open, i, end) && replaceIn(i, end) ? i : end;
                } else {
                    i++;
                }
            }
        }

        /** Whether a number was found in the row, and replaced. */
        private boolean replaceIn(int start, int end) {
            int offset = windowStart(open, start);
            String window = draft.open(offset, Math.min(open.length(), end + 1));
            // Known rows count as well: what a text costs must not depend on the texts before it.
            left -= window.length();
            if (left < 0) {
                draft.replace(Kind.PHONE, start, end, draft.open(start, end));
                return true;
            }
            if (notNumbers.contains(window)) {
                return false;
            }
            boolean found = replaceWhole(window, offset) || replacePart(window, offset);
            if (!found && window.length() <= LONGEST_REMEMBERED && notNumbers.size() < MOST_REMEMBERED) {
                notNumbers.add(window);
            }
            return found;
        }

        private boolean replaceWhole(String window, int offset) {
            return COUNTRIES.stream().anyMatch(country -> ask(window, offset, country));
        }

        /** Tries a row without its first or last words: "call 415 555 2671 10 am" is no number as a whole. */
        private boolean replacePart(String window, int offset) {
            int all = Digits.count(window, 0, window.length());
            return COUNTRIES.stream().anyMatch(country -> replacePart(window, offset, all, country));
        }

        private boolean replacePart(String window, int offset, int all, String country) {
            for (int from = 0; from < window.length(); from = wordAfter(window, from)) {
                int to = wordEndBefore(window, from + LONGEST_PART + 1);
                int digits = to > from ? Digits.count(window, from, to) : 0;
                while (digits >= FEWEST_UNGROUPED) {
                    boolean askable = digits <= MOST_DIGITS_OF_PART && digits < all && hasLargeGroup(window, from, to);
                    if (askable && ask(window.substring(from, to), offset + from, country)) {
                        return true;
                    }
                    to = wordEndBefore(window, to);
                    digits = to > from ? Digits.count(window, from, to) : 0;
                }
            }
            return false;
        }

        private boolean ask(String text, int offset, String country) {
            boolean found = false;
            for (PhoneNumberMatch match : numbers.findNumbers(text, country, Leniency.VALID, Long.MAX_VALUE)) {
                if (!isShort(match.rawString()) && !isId(text, match.start())) {
                    // Without the country: in one call a number is said with its code and without.
                    String identity = Long.toString(match.number().getNationalNumber());
                    draft.replace(Kind.PHONE, offset + match.start(), offset + match.end(), identity);
                    found = true;
                }
            }
            return found;
        }
    }

    /** Whether a group has three digits or more; 10 20 30 40 50 is a list before it is a number. */
    private static boolean hasLargeGroup(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (Digits.groupEnd(text, i) - i > 2) {
                return true;
            }
        }
        return false;
    }

    /** Enough digits, and more of them when nothing groups them. */
    private static boolean couldBeNumber(CharSequence open, int start, int end) {
        int digits = Digits.count(open, start, end);
        if (digits < end - start || (start > 0 && open.charAt(start - 1) == '+')) {
            return digits >= Glance.FEWEST_DIGITS;
        }
        return digits >= FEWEST_UNGROUPED && digits <= LONGEST_GROUP;
    }

    private static boolean isShort(String number) {
        return number.length() < FEWEST_UNGROUPED && Digits.groupEnd(number, 0) == number.length();
    }

    private static boolean isId(String text, int start) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        return before == '_' || (before == '-' && start > 1 && Character.isUpperCase(text.charAt(start - 2)));
    }

    /** Two characters, which tell an id from a number, before the signs that open a number. */
    private static int windowStart(CharSequence open, int start) {
        int from = start;
        while (from > 0 && start - from < 3 && "+(".indexOf(open.charAt(from - 1)) >= 0) {
            from--;
        }
        return Math.max(0, from - 2);
    }

    /** The start of the next word, or the length when there is none. */
    private static int wordAfter(String window, int from) {
        int space = window.indexOf(' ', from);
        return space < 0 ? window.length() : space + 1;
    }

    /** The end of the last word that ends before the limit, or -1. */
    private static int wordEndBefore(String window, int limit) {
        return limit > window.length() ? window.length() : window.lastIndexOf(' ', limit - 1);
    }

    /** The end of the last digit of a row; a group too long for any number is a row by itself. */
    private static int rowEnd(CharSequence open, int start) {
        int end = Digits.groupEnd(open, start);
        int next = end - start > LONGEST_GROUP ? -1 : nextGroup(open, end);
        while (next >= 0) {
            end = Digits.groupEnd(open, next);
            next = nextGroup(open, end);
        }
        return end;
    }

    /** The start of the next group of the row, or -1 when the row ends here. */
    private static int nextGroup(CharSequence open, int from) {
        int next = from;
        while (next < open.length() && next - from < Glance.WIDEST_GAP && Glance.isFiller(open.charAt(next))) {
            next++;
        }
        int size = Digits.groupEnd(open, next) - next;
        return size > 0 && size <= LONGEST_GROUP ? next : -1;
    }
}
