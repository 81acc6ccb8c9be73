package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Batches against the batches before them. */
class BatchNumbersTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aBatchIsComparedWithThePreviousOfTheSameTrigger() {
        Analysis analysis = analyse(
                batch("1").at("2026-04-12T02:00:00Z"),
                run("r1").batch("1").of("a"),
                run("r2").batch("1").of("b").failed(),
                batch("2").at("2026-04-13T02:00:00Z").triggeredBy("dashboard"),
                run("r3").batch("2").of("a"),
                batch("3").at("2026-04-13T09:00:00Z"),
                run("r4").batch("3").of("a").failed(),
                run("r5").batch("3").of("c"));
        assertThat(previous(analysis, "3")).isEqualTo("1");
        RunChanges changes = Objects.requireNonNull(numbers(analysis, "3").changes());
        assertThat(changes.newlyFailing()).containsExactly("a");
        assertThat(changes.added()).containsExactly("c");
        assertThat(changes.missing()).containsExactly("b");
        assertThat(previous(analysis, "1")).isEqualTo("none");
        assertThat(numbers(analysis, "1").changes()).isNull();
        assertThat(previous(analysis, "2")).isEqualTo("none");
    }

    @Test
    void ofBatchesOfOneMomentTheSmallerIdIsEarlier() {
        Analysis analysis = analyse(
                batch("y").at("2026-04-12T02:00:00Z"),
                run("r1").batch("y"),
                batch("x").at("2026-04-12T02:00:00Z"),
                run("r2").batch("x"));
        assertThat(previous(analysis, "y")).isEqualTo("x");
        assertThat(previous(analysis, "x")).isEqualTo("none");
    }

    @Test
    void batchesWithoutAResultAreSkipped() {
        Analysis analysis = analyse(
                batch("1").at("2026-04-11T02:00:00Z"),
                run("r1").batch("1"),
                batch("2").at("2026-04-12T02:00:00Z"),
                run("r2").batch("2").errored(),
                batch("3").at("2026-04-13T02:00:00Z"),
                run("r3").batch("3"));
        assertThat(previous(analysis, "3")).isEqualTo("1");
        assertThat(previous(analysis, "2")).isEqualTo("none");
    }

    @Test
    void withoutATriggerADateOrADocumentThereIsNoPrevious() {
        Analysis analysis = analyse(
                batch("1").at("2026-04-11T02:00:00Z").triggeredBy(null),
                run("r1").batch("1"),
                batch("2").at("2026-04-12T02:00:00Z").triggeredBy(null),
                run("r2").batch("2"),
                batch("3"),
                run("r3").batch("3"),
                run("r4").batch("4").at("2026-04-13"));
        assertThat(analysis.batches())
                .hasSize(4)
                .allSatisfy(numbers -> assertThat(numbers.previousId()).isNull());
    }

    private static String previous(Analysis analysis, String id) {
        return Objects.requireNonNullElse(numbers(analysis, id).previousId(), "none");
    }

    private static BatchNumbers numbers(Analysis analysis, String id) {
        return analysis.batches().stream()
                .filter(numbers -> numbers.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Analysis analyse(Given... records) {
        return Analyst.analyse(
                corpora.of(records),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-20T06:00:00Z"),
                Rules.DEFAULT);
    }
}
