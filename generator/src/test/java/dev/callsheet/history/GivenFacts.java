package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Place;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneScores;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs with every fact there is, with none but the least, and nights of many. */
final class GivenFacts {

    private GivenFacts() {}

    /** No fact is null or empty. */
    static RunFacts whole(String id) {
        Map<ToneDimension, Score> tone = new EnumMap<>(ToneDimension.class);
        for (ToneDimension dimension : ToneDimension.values()) {
            tone.put(dimension, new Score(700_000_000 + tone.size()));
        }
        return new RunFacts(
                RunOrigin.BATCH,
                new Place(HistoryFiles.PLACE, null, ""),
                id,
                "8652dbd0-e488-46c8-9ad3-ba328332f05a",
                "Books a slot",
                "5bc8fbbc-bde5-4099-8164-d8399f767c45",
                "78f845f5-7b31-40df-af4d-4c8650d7d13f",
                "092e1ab8-f42c-4bdc-9c79-f187c2aebba7",
                true,
                RunStatus.FAILED,
                "FAILED",
                new Score(123_456_789),
                23,
                40_138L,
                Instant.parse("2026-04-14T01:02:03.456Z"),
                "12",
                new ToneScores(tone),
                List.of(
                        result("47bc32e8-88ea-4bbe-9c55-d1fa4227108c", "contains", Verdict.PASSED, null),
                        result("c3ebe9b6-8cd1-4e58-99c9-6108ab7631bc", "llm_judge", Verdict.FAILED, 250_000_001L),
                        result("7eef836f-6949-4a4a-aa77-89cdc96e8d4b", "regex", Verdict.UNKNOWN, 0L)),
                List.of("greeting", "1d3aadb2-afc6-4fad-a5e3-f239e23ae912", "greeting"),
                "1d3aadb2-afc6-4fad-a5e3-f239e23ae912");
    }

    private static AssertionResult result(String id, String type, Verdict verdict, @Nullable Long billionths) {
        AssertionKey key = new AssertionKey(id, type, "transcript", "field", "one\n\ttwo");
        return new AssertionResult(key, verdict, billionths == null ? null : new Score(billionths));
    }

    /** All is null or empty that can be. */
    static GivenRun bare(String id) {
        return Given.run(id).in(HistoryFiles.PLACE);
    }

    /** Runs of several scenarios, batches and seconds; of one number always the same. */
    static List<RunFacts> night(int runs) {
        Random random = new Random(runs);
        List<RunFacts> night = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            String id = i % 10 == 9 ? "r" + i : new UUID(random.nextLong(), i).toString();
            int scenario = random.nextInt(1 + runs / 5);
            GivenRun run = bare(id).of("scenario " + scenario)
                    .named("Scenario " + scenario)
                    .batch(i % 3 == 0 ? "c0ffee00-0000-4000-8000-00000000000" + i % 2 : "batch")
                    .at(Instant.parse("2026-04-14T01:00:00Z")
                            .plusSeconds(random.nextInt(100))
                            .toString())
                    .score("0." + (10 + random.nextInt(89)))
                    .turns(random.nextInt(40))
                    .nodes("node " + random.nextInt(9), "node " + random.nextInt(9))
                    .check("assertion of " + scenario, random.nextBoolean() ? Verdict.PASSED : Verdict.FAILED, null);
            night.add((random.nextInt(5) == 0 ? run.failed() : run).record().facts());
        }
        return night;
    }
}
