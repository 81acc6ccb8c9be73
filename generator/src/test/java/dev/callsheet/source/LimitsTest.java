package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.RunOrigin;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final String RUN = "{\"id\": \"r1\", \"scenario_id\": \"s1\", \"status\": \"PASSED\"}";

    private static CollectingSink withVariable(String value) {
        return CollectingSink.of("{\"id\": \"r1\", \"scenario_id\": \"s1\", \"status\": \"PASSED\","
                + " \"variables_extracted\": {\"x\": " + value + "}}");
    }

    /** The text, then the middle so many times, then the end, without ever being in memory as a whole. */
    private static InputStream repeated(String start, String middle, int times, String end) {
        return new SequenceInputStream(Collections.enumeration(List.of(
                stream(start),
                new SequenceInputStream(Collections.enumeration(
                        IntStream.range(0, times).mapToObj(i -> stream(middle)).toList())),
                stream(end))));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void nestingEndsAtSixtyFour() {
        assertThat(withVariable("[".repeat(62) + "]".repeat(62)).runs).hasSize(1);

        CollectingSink deep = withVariable("[".repeat(1_000_000));

        assertThat(deep.runs).isEmpty();
        assertThat(deep.problems).extracting(p -> p.place().pointer()).containsExactly("/variables_extracted/x");
        assertThat(deep.problems.get(0).expected()).isEqualTo("at most 64 levels of nesting");
    }

    @Test
    void towersOfObjectsAreNamedWhereTheyBegin() {
        assertThat(withVariable("{\"a\":".repeat(100)).problems)
                .extracting(p -> p.place().pointer())
                .containsExactly("/variables_extracted/x");
    }

    @Test
    void longTextsNamesAndNumbersAreRefused() {
        assertThat(withVariable("\"" + "x".repeat(1_900_000) + "\"").runs).hasSize(1);
        assertThat(withVariable("\"" + "x".repeat(2_100_000) + "\"")
                        .problems
                        .get(0)
                        .expected())
                .isEqualTo("at most 2000000 characters in one text");
        assertThat(withVariable("{\"" + "k".repeat(1_000_000) + "\": 1}")
                        .problems
                        .get(0)
                        .expected())
                .isEqualTo("at most 1000 characters in a field name");
        assertThat(withVariable("1".repeat(1_001)).problems.get(0).expected())
                .isEqualTo("at most 1000 characters in a number");
    }

    @Test
    void theLimitOfADocumentIsNotThatOfAFile() {
        String padded = "{\"metadata\": \"" + "x".repeat(1_000_000) + "\", " + RUN.substring(1) + "\n";

        CollectingSink sink = CollectingSink.of(repeated("", padded, 70, ""), "-");

        assertThat(sink.runs).hasSize(70);
        assertThat(sink.problems).isEmpty();
        assertThat(sink.totals.bytes()).isGreaterThan(70_000_000);
    }

    @Test
    void aDocumentThatIsTooLongIsRefusedAndTheLinesAroundItStay() {
        String before = RUN + "\n" + RUN + "\n{\"metadata\": \"";

        CollectingSink sink = CollectingSink.of(repeated(before, "x".repeat(1_000_000), 70, "\"}\n" + RUN), "-");

        assertThat(sink.runs).extracting(run -> run.facts().place().line()).containsExactly(1, 2, 4);
        assertThat(sink.problems).extracting(p -> p.place().line()).containsExactly(3);
        assertThat(sink.problems.get(0).expected()).isEqualTo("at most 64 MB for one document");
    }

    @Test
    void aDocumentOfVeryManyValuesIsRefused() {
        CollectingSink sink = CollectingSink.of(
                repeated("{\"id\": \"r1\", \"variables_extracted\": [1", ",[]".repeat(1000), 501, "]}"), "-");

        assertThat(sink.problems)
                .extracting(problem -> problem.expected())
                .containsExactly("at most 500000 values in one document");
    }

    @Test
    void fieldsThatNobodyReadsCountNoValues() {
        CollectingSink sink =
                CollectingSink.of(repeated(RUN.replace("}", ", \"metadata\": [1"), ",[]".repeat(1000), 501, "]}"), "-");

        assertThat(sink.runs).hasSize(1);
    }

    @Test
    void aVeryLongListIsHandedOverBeforeItEnds() {
        CollectingSink sink =
                CollectingSink.of(repeated("{\"total_count\": 9, \"runs\": [" + RUN, ", " + RUN, 60_000, ""), "-");

        assertThat(sink.runs).hasSizeBetween(30_000, 60_000);
        assertThat(sink.problems).extracting(p -> p.hint()).containsExactly("what stands before it was used");
    }

    @Test
    void aListThatSaysItsCountLastIsReadWhole() {
        CollectingSink sink =
                CollectingSink.of(repeated("{\"runs\": [" + RUN, ", " + RUN, 29_999, "], \"total_count\": 7}"), "-");

        assertThat(sink.runs).hasSize(30_000).allMatch(run -> run.facts().origin() == RunOrigin.LIST);
        assertThat(sink.lists).extracting(list -> list.entries()).containsExactly(30_000);
    }
}
