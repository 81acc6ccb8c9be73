package dev.callsheet.privacy;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaces personal data and secrets in texts by what they are and a number: {@code [phone 1]}. Replacements cannot be
 * reversed, and text that holds them already stays as it is. Safe for use by several threads; a session is not.
 */
final class Redactor {

    // The order is the precedence: each sees only what those before it have left.
    private final List<Detector> detectors = List.of(
            new KeyDetector(), new EmailDetector(), new LookalikeDetector(), new CardDetector(), new PhoneDetector());

    /** Starts the numbering for a new record. */
    Session session() {
        return new Session();
    }

    /** The texts of one record: a value that comes again gets the number it had. */
    final class Session {

        private final Map<Kind, Map<String, Integer>> numbers = new EnumMap<>(Kind.class);
        private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

        /** The text without what was found in it; the same instance when that is nothing. */
        String redact(String text) {
            int clues = Glance.at(text);
            if (clues == Glance.NOTHING) {
                return text;
            }
            Draft draft = new Draft(text);
            for (Detector detector : detectors) {
                if ((clues & detector.clue()) != 0) {
                    detector.search(draft);
                }
            }
            draft.replaced().forEach(kind -> counts.merge(kind, 1L, Long::sum));
            List<Draft.Finding> findings = draft.findings();
            return findings.isEmpty() ? text : rewrite(text, findings);
        }

        @Nullable
        String redactIfPresent(@Nullable String text) {
            return text == null ? null : redact(text);
        }

        /** How often something of each kind was replaced, now or earlier; kinds that did not occur are missing. */
        Map<Kind, Long> counts() {
            return counts;
        }

        private String rewrite(String text, List<Draft.Finding> findings) {
            StringBuilder result = new StringBuilder();
            int done = 0;
            for (Draft.Finding finding : findings) {
                result.append(text, done, finding.start());
                result.append(finding.kind().replacement(numberOf(finding)));
                counts.merge(finding.kind(), 1L, Long::sum);
                done = finding.end();
            }
            return result.append(text, done, text.length()).toString();
        }

        private int numberOf(Draft.Finding finding) {
            Map<String, Integer> known = numbers.computeIfAbsent(finding.kind(), kind -> new HashMap<>());
            return known.computeIfAbsent(finding.identity(), identity -> known.size() + 1);
        }
    }
}
