package dev.callsheet.privacy;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What is replaced. The order is the precedence where two kinds could claim the same characters. */
enum Kind {
    KEY("key"),
    EMAIL("email"),
    CARD("card"),
    PHONE("phone");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    /** The word in replacements and in counts. */
    String word() {
        return word;
    }

    /** What stands in the text instead: {@code [phone 1]}. */
    String replacement(int number) {
        return "[" + word + " " + number + "]";
    }

    static Kind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** A regular expression for every replacement there can be; its first group is the word of the kind. */
    static String anyReplacement() {
        return Arrays.stream(values()).map(Kind::word).collect(Collectors.joining("|", "\\[(", ") \\d{1,9}\\]"));
    }
}
