package dev.callsheet.site;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A text as the words that are heard: without case, space and punctuation, in compatible forms of its characters (NFKC).
 * In scripts without spaces between words every character is one.
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

    private SpokenWords() {}

    /** The words in their order; none where nothing but space and punctuation was written. */
    static List<String> of(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        folded.codePoints().forEach(character -> {
            if (isUnspaced(character)) {
                end(word, words);
                words.add(Character.toString(character));
            } else if (isHeard(character)) {
                word.appendCodePoint(character);
            } else if (Character.getType(character) != Character.FORMAT) { // stands within words and is not seen
                end(word, words);
            }
        });
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

    private static boolean isUnspaced(int character) {
        return Character.isLetter(character) && UNSPACED.contains(UnicodeScript.of(character));
    }

    private static boolean isHeard(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
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
