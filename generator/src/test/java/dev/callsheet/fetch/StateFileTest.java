package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.fetch.FetchResult.Counts;
import dev.callsheet.fetch.FetchResult.Item;
import dev.callsheet.fetch.FetchResult.Missing;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class StateFileTest {

    private static final Instant BEGAN = Instant.parse("2026-04-15T02:00:00Z");
    private static final Instant ENDED = Instant.parse("2026-04-15T02:03:10Z");

    @Test
    void itSaysWhatWasAskedWhatCameAndWhatIsMissing() {
        assertThat(state(
                        ENDED,
                        List.of(new Missing("list", "runs", "answers 500"), new Missing("run", "r2", "answers 502")),
                        null))
                .hasToString(Given.json("""
                        {
                          "schema": "callsheet.fetch/1",
                          "generator": {"name": "callsheet", "version": "0.1.0"},
                          "api": "https://api.bland.ai",
                          "began_at": "2026-04-15T02:00:00Z",
                          "ended_at": "2026-04-15T02:03:10Z",
                          "complete": false,
                          "asked": {"everything": true, "pathways": ["p"], "personas": ["pe"], "scenarios": ["s"],
                                    "runs": ["r"], "batches": ["b"], "simulation_sets": ["set"],
                                    "since": "2026-04-14T00:00:00Z", "transcripts": "none"},
                          "scenarios": {"asked": 12, "received": 12, "fetched": 12, "cached": 0, "unfinished": 0, "gone": 0, "missing": 0},
                          "runs": {"asked": 503, "received": 482, "fetched": 300, "cached": 182, "unfinished": 2, "gone": 3, "missing": 18},
                          "batches": {"asked": 0, "received": 0, "fetched": 0, "cached": 0, "unfinished": 0, "gone": 0, "missing": 0},
                          "simulation_sets": {"asked": 0, "received": 0, "fetched": 0, "cached": 0, "unfinished": 0, "gone": 0, "missing": 0},
                          "missing": [{"kind": "list", "id": "runs", "why": "answers 500"}, {"kind": "run", "id": "r2", "why": "answers 502"}],
                          "gone": [{"kind": "run", "id": "r3"}],
                          "unfinished": [{"kind": "run", "id": "r4"}, {"kind": "batch", "id": "b4"}],
                          "owed_lists": {"pathways": ["p"], "personas": [], "scenarios": ["s"], "since": "2026-04-13T00:00:00Z"},
                          "requests": {"sent": 3, "retried": 1, "broken": 1, "answers": {"200": 1, "429": 1}},
                          "redaction": {"email": 3}
                        }
                        """).toString());
    }

    @Test
    void itIsCompleteOnlyAtTheEndAndWhenNothingIsMissing() {
        assertThat(isComplete(state(ENDED, List.of(), null))).isTrue();
        assertThat(isComplete(state(null, List.of(), null))).isFalse();
        assertThat(isComplete(state(ENDED, List.of(new Missing("run", "r", "answers 500")), null)))
                .isFalse();
        assertThat(isComplete(state(ENDED, List.of(), "https://api.bland.ai answers 401")))
                .isFalse();
    }

    @Test
    void whileItWorksItHasNoEnd() {
        assertThat(state(null, List.of(), null).path("ended_at").isNull()).isTrue();
    }

    @Test
    void theNextFetchReadsWhatItOwes() {
        Previous previous = Previous.of(state(ENDED, List.of(new Missing("list", "runs", "x")), null));
        assertThat(previous.owed(RecordKind.RUN)).containsExactly("r4");
        assertThat(previous.owed(RecordKind.BATCH)).containsExactly("b4");
        assertThat(previous.lists()).isEqualTo(OWED);
        assertThat(previous.transcripts()).isEqualTo("none");
    }

    private static final ListDebt OWED =
            new ListDebt(List.of("p"), List.of(), List.of("s"), Instant.parse("2026-04-13T00:00:00Z"));

    private static boolean isComplete(ObjectNode state) {
        return state.path("complete").booleanValue();
    }

    private static ObjectNode state(@Nullable Instant ended, List<Missing> missing, @Nullable String stopped) {
        Map<RecordKind, Counts> counts = new EnumMap<>(RecordKind.class);
        for (RecordKind kind : RecordKind.values()) {
            counts.put(kind, new Counts(0, 0, 0, 0, 0));
        }
        counts.put(RecordKind.SCENARIO, new Counts(12, 0, 0, 0, 0));
        counts.put(RecordKind.RUN, new Counts(300, 182, 2, 3, 18));
        RequestCounts requests = new RequestCounts();
        requests.sent(false);
        requests.sent(true);
        requests.sent(false);
        requests.answered(429);
        requests.answered(200);
        requests.broken();
        Map<RecordKind, List<String>> unfinished = new EnumMap<>(RecordKind.class);
        unfinished.put(RecordKind.RUN, List.of("r4"));
        unfinished.put(RecordKind.BATCH, List.of("b4"));
        return StateFile.of(
                "0.1.0",
                ApiAddress.PUBLIC,
                new FetchRequest(
                        true,
                        List.of("p", "p"),
                        List.of("pe"),
                        List.of("s"),
                        List.of("r"),
                        List.of("b"),
                        List.of("set"),
                        Instant.parse("2026-04-14T00:00:00Z"),
                        false,
                        Duration.ZERO,
                        Transcripts.NONE),
                BEGAN,
                ended,
                new FetchResult(counts, missing, List.of(new Item("run", "r3")), stopped, 3),
                unfinished,
                OWED,
                requests.totals(),
                Map.of("email", 3L));
    }
}
