package dev.callsheet.site;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as the words that are heard: without case, space and punctuation, in compatible forms of its characters (NFKC).
 * What makes a figure another one is heard: its sign, what stands between its digits, and percent. In scripts without
 * spaces between words every character is a word, together with the vowels and tones that are written above or below.
 */
final class SpokenWords {

    /** Characters of such scripts that take as long to say as a word elsewhere. */
    private static final int CHARACTERS_A_WORD = 2;

    private static final Set<UnicodeScript> UNSPACED = Set.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    /** Katakana's mark of a long vowel, which Unicode gives no script of its own. */
    private static final int LONG_VOWEL = 0x30FC;

    private static final int ARABIC_PERCENT = 0x066A;
    private static final int MINUS = 0x2212;

    private SpokenWords() {}

    /** The words in their order; none where nothing but space and punctuation was written. */
    static List<String> of(String text) {
        int[] characters = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT) // within words and not seen
                .toArray();
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < characters.length; i++) {
            int character = characters[i];
            if (!isMark(character) && isOneWord(word)) {
                end(word, words);
            }
            if (isUnspaced(character) || isPercent(character)) {
                end(word, words);
                word.appendCodePoint(character);
            } else if (isSign(characters, i)) {
                end(word, words);
                word.append('-');
            } else if (isHeard(character) || isWithinFigure(characters, i)) {
                word.appendCodePoint(character);
            } else {
                end(word, words);
            }
        }
        end(word, words);
        return words;
    }

    /** How many words it is to the ear. */
    static int count(String text) {
        List<String> words = of(text);
        long characters =
                words.stream().filter(word -> isUnspaced(word.codePointAt(0))).count();
        return (int) (words.size() - characters + characters / CHARACTERS_A_WORD);
    }

    private static void end(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    /** Whether nothing but marks belongs to what was begun. */
    private static boolean isOneWord(StringBuilder word) {
        return !word.isEmpty() && (isUnspaced(word.codePointAt(0)) || isPercent(word.codePointAt(0)));
    }

    private static boolean isUnspaced(int character) {
        return character == LONG_VOWEL
                || (Character.isLetter(character) && UNSPACED.contains(UnicodeScript.of(character)));
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isPercent(int character) {
        return character == '%' || character == ARABIC_PERCENT;
    }

    /** A dash before a figure that is not within a word or between figures. */
    private static boolean isSign(int[] characters, int at) {
        boolean dash = characters[at] == MINUS || Character.getType(characters[at]) == Character.DASH_PUNCTUATION;
        return dash && isDigit(characters, at + 1) && (at == 0 || !Character.isLetterOrDigit(characters[at - 1]));
    }

    /** What stands between two digits without a space, as in 1.05, 1,000, 10:30 and 1/2. */
    private static boolean isWithinFigure(int[] characters, int at) {
        return Character.getType(characters[at]) == Character.OTHER_PUNCTUATION
                && isDigit(characters, at - 1)
                && isDigit(characters, at + 1);
    }

    private static boolean isDigit(int[] characters, int at) {
        return at >= 0 && at < characters.length && Character.isDigit(characters[at]);
    }

    private static boolean isHeard(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> false;
            default -> true;
        };
    }
}
