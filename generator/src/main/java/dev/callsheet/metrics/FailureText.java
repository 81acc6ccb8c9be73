package dev.callsheet.metrics;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts that say the same in slightly different words: the rules of metrics.md 7.1. */
public final class FailureText {

    /** How many signatures are compared with one another. */
    static final int MOST_COMPARED = 2000;

    // No rule takes longer than a text is long: what repeats is possessive and begins where a word begins.
    // What a rule puts in stands apart from its neighbours; spaces too many go with the last rule.
    private static final List<Rule> RULES = List.of(
            rule("https?://\\S+", " <url> "),
            rule("(?<![\\w.%+-])[\\w.%+-]++@[\\w-]++(?:\\.[\\w-]++)++", " <email> "),
            rule("\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b", " <uuid> "),
            rule(
                    "\\b\\d{4}-\\d{2}-\\d{2}(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?\\b",
                    " <date> "),
            rule("\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b", " <time> "),
            rule("\\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\\b", " <n> "),
            rule("[$€£]?\\d++(?:[.,]\\d++)*+%?", " <n> "),
            rule("['’]", ""),
            rule("[^\\w<>]+", " "));

    private FailureText() {}

    private record Rule(Pattern pattern, String replacement) {}

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern, Pattern.UNICODE_CHARACTER_CLASS), replacement);
    }

    /** What is left of a text when times, numbers, addresses, punctuation and the like are taken out. */
    public static String signature(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        for (Rule rule : RULES) {
            normal = rule.pattern.matcher(normal).replaceAll(rule.replacement);
        }
        return normal.strip();
    }

    /**
     * Signatures that share most of their words.
     *
     * @param leader the most frequent of them, the smallest of equals
     * @param members in the order they joined, the leader first
     */
    public record Cluster(String leader, List<String> members) {}

    /**
     * Clusters signatures: by count, then text, each joins the first leader whose words agree with its own by a Dice
     * coefficient of at least 0.8, or leads a cluster of its own. The empty signature stays alone, and so do all beyond
     * the {@value #MOST_COMPARED} first, since comparing each with each is quadratic.
     *
     * @param counts how often each signature occurred
     * @return in the order of their leaders
     */
    public static List<Cluster> clusters(Map<String, Long> counts) {
        List<String> signatures = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<Cluster> clusters = new ArrayList<>();
        List<Set<String>> leaders = new ArrayList<>();
        for (String signature : signatures.subList(0, Math.min(signatures.size(), MOST_COMPARED))) {
            Set<String> words = signature.isEmpty() ? Set.of() : new HashSet<>(List.of(signature.split(" ", -1)));
            int leader = leader(leaders, words);
            if (leader < 0) {
                clusters.add(new Cluster(signature, new ArrayList<>(List.of(signature))));
                leaders.add(words);
            } else {
                clusters.get(leader).members.add(signature);
            }
        }
        signatures.stream()
                .skip(MOST_COMPARED)
                .forEach(signature -> clusters.add(new Cluster(signature, List.of(signature))));
        return clusters;
    }

    private static int leader(List<Set<String>> leaders, Set<String> words) {
        for (int i = 0; i < leaders.size(); i++) {
            if (areAlike(leaders.get(i), words)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean areAlike(Set<String> some, Set<String> others) {
        long needed = 4L * (some.size() + others.size());
        if (10L * Math.min(some.size(), others.size()) < needed || some.isEmpty()) {
            return false;
        }
        return 10L * some.stream().filter(others::contains).count() >= needed;
    }
}
