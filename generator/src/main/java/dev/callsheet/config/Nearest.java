package dev.callsheet.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Which of the known words someone may have meant. */
final class Nearest {

    /** Longer words are none of ours; so many letters tell which is the nearest. */
    private static final int MOST_LETTERS = 60;

    private Nearest() {}

    /**
     * The candidate of the fewest letters to change, insert or delete; the first of several.
     *
     * @param candidates at least one
     * @param name of a candidate
     */
    static <T> T of(String word, List<T> candidates, Function<T, String> name) {
        String meant = word.substring(0, Math.min(word.length(), MOST_LETTERS))
                .toLowerCase(Locale.ROOT)
                .replace('-', '_');
        return candidates.stream()
                .min(Comparator.comparingInt(
                        candidate -> distance(meant, name.apply(candidate).toLowerCase(Locale.ROOT))))
                .orElseThrow();
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[to.length()];
    }
}
