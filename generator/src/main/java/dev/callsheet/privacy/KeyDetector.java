package dev.callsheet.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * API keys and tokens: the word after {@code Bearer}, {@code authorization:}, {@code api_key=} and their like, and words
 * that name themselves by a known prefix. A long random word without either is left alone: ids look the same.
 */
final class KeyDetector implements Detector {

    // Words are taken possessively and judged afterwards, so that no input makes the search go back.
    private static final Pattern LABELLED = Pattern.compile(
            "(?:(?<![a-z0-9])bearer\\s{1,3}"
                    + "|(?:authorization|api[ _-]?key|access[ _-]?key|token|secret(?:[ _-]?key)?)[\\\\\"']{0,4}"
                    + "(?:\\s{0,3}[:=]\\s{0,3}|\\s{1,3}is\\s{1,3})[\\\\\"']{0,4}"
                    + "(?:(?:bearer|basic|token|apikey)\\s{1,3})?)"
                    + "([a-z0-9._~+/=-]{8,}+)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PREFIXED = Pattern.compile("(?<![A-Za-z0-9_-])("
            + "(?:sk|pk|rk|org|whsec|glpat|github_pat|gh[oprsu]|xox[abprs])[_-][A-Za-z0-9_-]{16,}+"
            + "|AKIA[A-Z0-9]{16}(?![A-Za-z0-9])"
            + "|AIza[A-Za-z0-9_-]{35}+"
            + "|eyJ[A-Za-z0-9_-]{8,}+\\.[A-Za-z0-9_-]{8,}+(?:\\.[A-Za-z0-9_-]++)?)");
    // An id of words, org_chart_2026_overview, has no stretch so long without a break.
    private static final int SHORTEST_RANDOM_STRETCH = 12;

    @Override
    public int clue() {
        return Glance.SECRET;
    }

    @Override
    public void search(Draft draft) {
        Matcher labelled = LABELLED.matcher(draft.open());
        while (labelled.find()) {
            String word = labelled.group(1);
            if (Glance.couldBeSecret(word.length(), hasDigit(word), hasLetter(word))) {
                replace(draft, labelled);
            }
        }
        Matcher prefixed = PREFIXED.matcher(draft.open());
        while (prefixed.find()) {
            String word = prefixed.group(1);
            if (hasDigit(word) && longestStretch(word) >= SHORTEST_RANDOM_STRETCH) {
                replace(draft, prefixed);
            }
        }
    }

    private static void replace(Draft draft, Matcher found) {
        int end = found.end(1);
        while (draft.open().charAt(end - 1) == '.') {
            end--; // the end of a sentence
        }
        draft.replace(Kind.KEY, found.start(1), end, draft.open(found.start(1), end));
    }

    private static boolean hasDigit(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static boolean hasLetter(String word) {
        return word.chars().anyMatch(Character::isLetter);
    }

    private static int longestStretch(String word) {
        int longest = 0;
        int stretch = 0;
        for (int i = 0; i < word.length(); i++) {
            stretch = Character.isLetterOrDigit(word.charAt(i)) ? stretch + 1 : 0;
            longest = Math.max(longest, stretch);
        }
        return longest;
    }
}
