package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviousTest {

    private static final Instant EARLY = Instant.parse("2026-04-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2026-04-13T00:00:00Z");

    @Test
    void withoutAFileNothingIsOwed() {
        assertThat(Previous.of(null)).isEqualTo(Previous.NONE);
    }

    @Test
    void recordsThatWereMissingOrAtWorkAreOwed() {
        Previous previous = Previous.of(Given.json("""
                {"schema": "callsheet.fetch/1", "ended_at": "2026-04-13T02:00:00Z",
                 "asked": {"everything": true, "since": null, "transcripts": "none"},
                 "missing": [{"kind": "run", "id": "r1", "why": "answers 500"}, {"kind": "batch", "id": "b1", "why": "x"}],
                 "unfinished": [{"kind": "run", "id": "r2"}, {"kind": "simulation_set", "id": "s1"}],
                 "gone": [{"kind": "run", "id": "r3"}]}
                """));
        assertThat(previous.owed(RecordKind.RUN)).containsExactly("r1", "r2");
        assertThat(previous.owed(RecordKind.BATCH)).containsExactly("b1");
        assertThat(previous.owed(RecordKind.SIMULATION_SET)).containsExactly("s1");
        assertThat(previous.owed(RecordKind.SCENARIO)).isEmpty();
        assertThat(previous.owesLists()).isFalse();
        assertThat(previous.transcripts()).isEqualTo("none");
    }

    @ParameterizedTest
    @CsvSource({
        "true, '', '[]', false",
        "true, 2026-04-13T02:00:00Z, '[{\"kind\": \"list\", \"id\": \"runs\"}]', true",
        "true, null, '[]', true",
        "false, null, '[]', false",
        "false, 2026-04-13T02:00:00Z, '[{\"kind\": \"list\", \"id\": \"runs\"}]', false",
    })
    void listsAreOwedWhenTheyBrokeOffOrTheFetchWasKilled(
            boolean everything, String ended, String missing, boolean owesLists) {
        assertThat(Previous.of(Given.json("{\"schema\": \"callsheet.fetch/1\", \"ended_at\": "
                                + (ended.equals("null") ? "null" : "\"" + ended + "\"")
                                + ", \"asked\": {\"everything\": " + everything + "}, \"missing\": " + missing + "}"))
                        .owesLists())
                .isEqualTo(owesLists);
    }

    @Test
    void aShorterTimeReachesBackAsFarAsTheListsThatAreOwed() {
        assertThat(owing(EARLY).owedBeside(since(LATE)).since()).isEqualTo(EARLY);
        assertThat(owing(null).owedBeside(since(LATE)).since()).isNull();
    }

    @Test
    void aLongerTimeStays() {
        assertThat(owing(LATE).owedBeside(since(EARLY)).since()).isEqualTo(EARLY);
        assertThat(owing(LATE).owedBeside(since(null)).since()).isNull();
        assertThat(owing(EARLY).owedBeside(since(EARLY)).since()).isEqualTo(EARLY);
    }

    @Test
    void nothingReachesBackWhenNoListIsOwedOrAskedFor() {
        assertThat(new Previous(Map.of(), false, EARLY, null)
                        .owedBeside(since(LATE))
                        .since())
                .isEqualTo(LATE);
        FetchRequest named = Given.named(Duration.ZERO, List.of("b"), List.of());
        assertThat(owing(EARLY).owedBeside(named)).isSameAs(named);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[1]",
                "{\"schema\": \"callsheet.fetch/2\", \"ended_at\": null, \"asked\": {\"everything\": true}}",
                "{\"schema\": 1, \"ended_at\": null, \"asked\": {\"everything\": true}}",
                "{\"id\": \"r1\", \"status\": \"PASSED\"}"
            })
    void aFileOfAnotherKindOwesNothing(String text) {
        assertThat(Previous.of(text.startsWith("{") ? Given.json(text) : null)).isEqualTo(Previous.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"missing\": 7, \"unfinished\": \"x\", \"asked\": []",
                "\"missing\": {\"kind\": \"run\", \"id\": \"r1\"}",
                "\"missing\": [null, 7, [], {}, {\"kind\": \"run\"}, {\"id\": \"r1\"}, {\"kind\": [], \"id\": \"r1\"}]",
                "\"missing\": [{\"kind\": \"RUN\", \"id\": \"r1\"}, {\"kind\": \"../runs\", \"id\": \"r1\"}]",
                "\"missing\": [{\"kind\": \"run\", \"id\": \" \"}, {\"kind\": \"run\", \"id\": \"a\\nb\"}]",
                "\"asked\": {\"everything\": \"yes\", \"since\": \"ever\", \"transcripts\": 7}",
                "\"ended_at\": null"
            })
    void whatIsWrongInItIsPassedOver(String text) {
        Previous previous = Previous.of(Given.json("{\"schema\": \"callsheet.fetch/1\", " + text + "}"));
        assertThat(previous.records()).isEmpty();
        assertThat(previous.owesLists()).isFalse();
        assertThat(previous.since()).isNull();
        assertThat(previous.transcripts()).isNull();
    }

    private static Previous owing(@Nullable Instant since) {
        return new Previous(Map.of(), true, since, "redacted");
    }

    private static FetchRequest since(@Nullable Instant since) {
        return Given.everything().reachingBackTo(since);
    }
}
