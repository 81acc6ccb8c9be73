package dev.callsheet.site;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a text quotes: the words between straight or curly quotation marks. An apostrophe within a word is no mark. Reads
 * the beginning of a long text only, and gives up on a mark that is not closed soon.
 */
final class Quotes {

    /** Shorter quotes, in code points, are names and single words that stand in too many places. */
    static final int SHORTEST = 8;

    /** The longest quote in characters. */
    static final int LONGEST = 300;

    /** The most quotes taken from one text. */
    static final int MOST = 10;

    private static final int MOST_READ = 20_000;
    private static final String STOPS = ".,;:!?…";

    private Quotes() {}

    /** The quotes in their order, each once, without stops at the end, which belong to the sentence around. */
    static List<String> of(String text) {
        Set<String> quotes = new LinkedHashSet<>();
        int end = Math.min(text.length(), MOST_READ);
        for (int i = 0; i < end && quotes.size() < MOST; i++) {
            int close = isOpening(text, i, end) ? closing(text, i, end) : -1;
            if (close >= 0) {
                String quote = withoutStops(text.substring(i + 1, close).strip());
                if (quote.codePointCount(0, quote.length()) >= SHORTEST) {
                    quotes.add(quote);
                }
                i = close;
            }
        }
        return List.copyOf(quotes);
    }

    private static boolean isOpening(String text, int at, int end) {
        return switch (text.charAt(at)) {
            case '“', '„', '«' -> true;
            case '"' -> at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            case '\'', '‘' ->
                (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                        && at + 1 < end
                        && !Character.isWhitespace(text.charAt(at + 1));
            default -> false;
        };
    }

    /** Where the mark closes that opens here, -1 when it does not. */
    private static int closing(String text, int at, int end) {
        int last = Math.min(end - 1, at + 1 + LONGEST);
        for (int i = at + 1; i <= last; i++) {
            if (closes(text.charAt(at), text, i, end)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean closes(char opening, String text, int at, int end) {
        char mark = text.charAt(at);
        return switch (opening) {
            case '“' -> mark == '”';
            case '„' -> mark == '“' || mark == '”';
            case '«' -> mark == '»';
            case '"' -> mark == '"';
            case '‘' -> mark == '’' && isEndOfWord(text, at, end);
            default -> mark == '\'' && isEndOfWord(text, at, end);
        };
    }

    private static boolean isEndOfWord(String text, int at, int end) {
        return at + 1 >= end || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static String withoutStops(String quote) {
        int end = quote.length();
        while (end > 0 && STOPS.indexOf(quote.charAt(end - 1)) >= 0) {
            end--;
        }
        return quote.substring(0, end).stripTrailing();
    }
}
