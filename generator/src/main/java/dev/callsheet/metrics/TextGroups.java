package dev.callsheet.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Collects texts with where they occurred and groups those that say the same (metrics.md 7.1). Of a text only the first
 * {@value #MOST_CODE_POINTS} code points are looked at and kept.
 *
 * @param <T> an occurrence
 */
final class TextGroups<T> {

    static final int MOST_CODE_POINTS = 500;

    private final Map<String, String> signatures = new HashMap<>();
    private final Map<String, Phrase<T>> phrases = new HashMap<>();

    /** All texts of one signature. */
    private static final class Phrase<T> {

        private final Map<String, Long> wordings = new HashMap<>();
        private final List<T> occurrences = new ArrayList<>();

        private String label() {
            return wordings.entrySet().stream()
                    .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey();
        }
    }

    /**
     * Texts that say the same.
     *
     * @param signature of the most frequent of them
     * @param label the most frequent text of that signature, the smallest of equals
     * @param signatures of all of them, that one first
     * @param occurrences those of the most frequent signature first, else as they were added
     */
    record Group<T>(String signature, String label, List<String> signatures, List<T> occurrences) {}

    void add(String text, T occurrence) {
        String shown = Shortened.of(text, MOST_CODE_POINTS);
        add(signatures.computeIfAbsent(shown, FailureText::signature), shown, occurrence);
    }

    /** Adds a text that has a signature of its own making. */
    void add(String signature, String text, T occurrence) {
        Phrase<T> phrase = phrases.computeIfAbsent(signature, key -> new Phrase<>());
        phrase.wordings.merge(text, 1L, Long::sum);
        phrase.occurrences.add(occurrence);
    }

    /** Groups of one signature each, by signature. */
    List<Group<T>> exact() {
        return phrases.keySet().stream()
                .sorted()
                .map(signature -> group(signature, List.of(signature)))
                .toList();
    }

    /** Groups of similar signatures, in the order of their leaders. */
    List<Group<T>> similar() {
        ToLongFunction<String> count =
                signature -> phrase(signature).occurrences.size();
        Map<String, Long> counts = phrases.keySet().stream().collect(Collectors.toMap(key -> key, count::applyAsLong));
        return FailureText.clusters(counts).stream()
                .map(cluster -> group(cluster.leader(), cluster.members()))
                .toList();
    }

    private Group<T> group(String leader, List<String> members) {
        List<T> occurrences = members.stream()
                .flatMap(member -> phrase(member).occurrences.stream())
                .toList();
        return new Group<>(leader, phrase(leader).label(), members, occurrences);
    }

    private Phrase<T> phrase(String signature) {
        Phrase<T> phrase = phrases.get(signature);
        if (phrase == null) {
            throw new IllegalArgumentException("no text has the signature " + signature);
        }
        return phrase;
    }
}
