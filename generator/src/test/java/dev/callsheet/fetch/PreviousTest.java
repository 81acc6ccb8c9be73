package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(previous.lists()).isNull();
        assertThat(previous.transcripts()).isEqualTo("none");
    }

    @Test
    void listsAreOwedWithWhatTheyWereAskedFor() {
        Previous previous = Previous.of(Given.json("""
                {"schema": "callsheet.fetch/1",
                 "owed_lists": {"pathways": ["p"], "personas": [], "scenarios": ["s", " ", 7],
                                "since": "2026-04-01T00:00:00Z"}}
                """));
        assertThat(previous.lists()).isEqualTo(new ListDebt(List.of("p"), List.of(), List.of("s", "7"), EARLY));
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
        assertThat(Previous.NONE.owedBeside(since(LATE)).since()).isEqualTo(LATE);
        FetchRequest named = Given.named(Duration.ZERO, List.of("b"), List.of());
        assertThat(owing(EARLY).owedBeside(named)).isSameAs(named);
    }

    @Test
    void aFetchThatAsksForNoListsLeavesThemOwed() {
        FetchRequest named = Given.named(Duration.ZERO, List.of("b"), List.of());
        assertThat(owing(EARLY).unpaidBy(named)).isEqualTo(owing(EARLY).lists());
        assertThat(owing(EARLY).unpaidBy(since(LATE))).isNull();
        assertThat(Previous.NONE.unpaidBy(named)).isNull();
    }

    @Test
    void aListOfAllPaysForThatOfAPathwayAndNotTheOtherWayRound() {
        assertThat(owing(List.of("p"), EARLY).unpaidBy(since(LATE))).isNull();
        assertThat(owing(EARLY).unpaidBy(ofPathways("p")))
                .isEqualTo(owing(EARLY).lists());
        assertThat(owing(List.of("p"), EARLY).unpaidBy(ofPathways("q", "p"))).isNull();
        assertThat(owing(List.of("p"), EARLY).unpaidBy(ofPathways("q"))).isNotNull();
    }

    @Test
    void whatIsOwedTwiceIsOwedTogether() {
        ListDebt p = new ListDebt(List.of("p"), List.of(), List.of(), EARLY);
        ListDebt q = new ListDebt(List.of("q"), List.of(), List.of("s"), LATE);
        ListDebt all = new ListDebt(List.of(), List.of(), List.of(), null);
        assertThat(p.with(q)).isEqualTo(new ListDebt(List.of("p", "q"), List.of(), List.of("s"), EARLY));
        assertThat(p.with(all)).isEqualTo(all);
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
                "\"asked\": {\"transcripts\": 7}, \"owed_lists\": [\"runs\"]",
                "\"ended_at\": null"
            })
    void whatIsWrongInItIsPassedOver(String text) {
        Previous previous = Previous.of(Given.json("{\"schema\": \"callsheet.fetch/1\", " + text + "}"));
        assertThat(previous.records()).isEmpty();
        assertThat(previous.lists()).isNull();
        assertThat(previous.transcripts()).isNull();
    }

    private static Previous owing(@Nullable Instant since) {
        return owing(List.of(), since);
    }

    private static Previous owing(List<String> pathways, @Nullable Instant since) {
        return new Previous(Map.of(), new ListDebt(pathways, List.of(), List.of(), since), "redacted");
    }

    private static FetchRequest ofPathways(String... pathways) {
        return new FetchRequest(
                true,
                List.of(pathways),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                LATE,
                false,
                Duration.ZERO,
                Transcripts.REDACTED);
    }

    private static FetchRequest since(@Nullable Instant since) {
        return Given.everything().reachingBackTo(since);
    }
}
