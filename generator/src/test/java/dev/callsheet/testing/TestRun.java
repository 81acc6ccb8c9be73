package dev.callsheet.testing;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.Place;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneScores;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a run for a test, which names only what matters to it. */
public final class TestRun {

    private final String id;
    private final String scenarioId;
    private final String status;
    private @Nullable String scenarioName;
    private @Nullable String batchId;
    private @Nullable Score score;
    private @Nullable Integer turns;
    private @Nullable Long durationMs;
    private @Nullable Instant createdAt = Instant.parse("2026-04-14T02:00:00Z");
    private @Nullable String errorMessage;
    private final Map<ToneDimension, Score> tone = new EnumMap<>(ToneDimension.class);
    private final List<AssertionResult> assertions = new ArrayList<>();
    private final List<@Nullable String> reasonings = new ArrayList<>();

    private TestRun(String id, String scenarioId, String status) {
        this.id = id;
        this.scenarioId = scenarioId;
        this.status = status;
    }

    /** A run of 14 April 2026 with this status as the API spells it, and nothing else. */
    public static TestRun of(String id, String scenarioId, String status) {
        return new TestRun(id, scenarioId, status);
    }

    public TestRun named(String name) {
        scenarioName = name;
        return this;
    }

    public TestRun in(String batch) {
        batchId = batch;
        return this;
    }

    public TestRun at(String instant) {
        createdAt = Instant.parse(instant);
        return this;
    }

    public TestRun undated() {
        createdAt = null;
        return this;
    }

    public TestRun score(String decimal) {
        score = scoreOf(decimal);
        return this;
    }

    public TestRun lasting(int turnCount, long milliseconds) {
        turns = turnCount;
        durationMs = milliseconds;
        return this;
    }

    public TestRun tone(ToneDimension dimension, String decimal) {
        tone.put(dimension, scoreOf(decimal));
        return this;
    }

    public TestRun error(String message) {
        errorMessage = message;
        return this;
    }

    public TestRun asserted(AssertionKey key, AssertionResult.Verdict verdict, @Nullable String reasoning) {
        assertions.add(new AssertionResult(key, verdict, null));
        reasonings.add(reasoning);
        return this;
    }

    public Run run() {
        RunFacts facts = new RunFacts(
                RunOrigin.DETAIL,
                new Place("runs.json", null, ""),
                id,
                scenarioId,
                scenarioName,
                null,
                null,
                batchId,
                false,
                RunStatus.of(status),
                status,
                score,
                turns,
                durationMs,
                createdAt,
                null,
                new ToneScores(tone),
                assertions,
                List.of(),
                null);
        return new Run(facts, new RunText(List.of(), List.of(), errorMessage, reasonings, List.of(), List.of()));
    }

    private static Score scoreOf(String decimal) {
        return Score.of(new BigDecimal(decimal)).orElseThrow();
    }
}
