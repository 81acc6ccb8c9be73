package dev.callsheet.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Beside the vectors of {@code failure_text.json}. */
class FailureTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://example.com/a?b=1&c=2 now|see <url> now",
                "Mail bob.neil+x@mail.example.co.uk.|mail <email>",
                "run 3B9C7A52-1111-2222-3333-444455556666 lost|run <uuid> lost",
                "on 2026-04-14|on <date>",
                "from 2026-04-14T10:25:00+02:00 on|from <date> on",
                "at 9:05 or 10:30:59|at <time> or <time>",
                "Three of TEN, not someone|<n> of <n> not someone",
                "costs $1,250.00 or 15%|costs <n> or <n>",
                "phone [phone 12] left|phone phone <n> left",
                "TITLE I of ISTANBUL|title i of istanbul", // not a Turkish dotless i
                "don’t|dont",
                "!?…|''",
                "Grüße, мир — 日本|grüße мир 日本",
                "snake_case stays|snake_case stays",
            })
    void whatVariesFromRunToRunIsTakenOut(String text, String signature) {
        assertThat(FailureText.signature(text)).isEqualTo(signature);
    }

    @Test
    void oneWordInFiveMayDifferAndTheMoreFrequentLeads() {
        assertThat(FailureText.clusters(Map.of("a b c d e", 2L, "a b c d x", 5L, "a b c x y", 9L)))
                .containsExactly(
                        new FailureText.Cluster("a b c x y", List.of("a b c x y", "a b c d x")),
                        new FailureText.Cluster("a b c d e", List.of("a b c d e"))); // its like joined another leader
    }

    @Test
    void ofEquallyFrequentOnesTheSmallerLeadsAndRepeatedWordsCountOnce() {
        assertThat(FailureText.clusters(Map.of("b a a a", 1L, "a b", 1L)))
                .containsExactly(new FailureText.Cluster("a b", List.of("a b", "b a a a")));
    }

    @Test
    void theEmptySignatureStandsAlone() {
        assertThat(FailureText.clusters(Map.of("", 3L, "a", 1L)))
                .containsExactly(new FailureText.Cluster("", List.of("")), new FailureText.Cluster("a", List.of("a")));
    }

    @Test
    void theRarestOfVeryManySignaturesAreNotCompared() {
        Map<String, Long> counts = new TreeMap<>();
        for (int i = 0; i < FailureText.MOST_COMPARED; i++) {
            counts.put("frequent" + i, 2L);
        }
        counts.put("frequent0 frequent0", 1L); // the same words, but too late
        List<FailureText.Cluster> clusters = new ArrayList<>(FailureText.clusters(counts));
        assertThat(clusters).hasSize(FailureText.MOST_COMPARED + 1);
        assertThat(clusters.get(FailureText.MOST_COMPARED).members()).containsExactly("frequent0 frequent0");
    }

    @Test
    void aLongTextWithoutEndIsNoBurden() {
        String text = "a".repeat(20_000) + "@a" + ".a".repeat(20_000);
        assertThat(FailureText.signature(text)).isEqualTo("<email>");
        String noAddress = "a".repeat(20_000);
        assertThat(FailureText.signature(noAddress)).isEqualTo(noAddress);
        assertThat(FailureText.signature("1,".repeat(50_000) + "1")).isEqualTo("<n>");
    }
}
