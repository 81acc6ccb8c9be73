package dev.callsheet.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Batch;
import dev.callsheet.model.Place;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Score;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.Sha256;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.SimulationSet.Overall;
import dev.callsheet.model.SimulationSet.PerScenario;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneScores;
import dev.callsheet.model.Variable;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files as published sites hold them. What is read from them here must be read from them by every later version: the
 * fixtures are never changed, and each new version of the format gets some of its own.
 */
class FixturesTest {

    private static final LocalDate NIGHT = LocalDate.parse("2026-04-14");
    private static final Place FILE = new Place(HistoryFiles.PLACE, null, "");
    private static final String SCENARIO = "8652dbd0-e488-46c8-9ad3-ba328332f05a";
    private static final String PATHWAY = "5bc8fbbc-bde5-4099-8164-d8399f767c45";
    private static final String BATCH = "092e1ab8-f42c-4bdc-9c79-f187c2aebba7";
    private static final String NODE = "1d3aadb2-afc6-4fad-a5e3-f239e23ae912";

    private static final Batch A_BATCH =
            new Batch(FILE, BATCH, "FAILED", 2, 1, 1, "api", false, Instant.parse("2026-04-14T01:00:00Z"), List.of());

    private static byte[] fixture(String path) throws IOException {
        try (InputStream in = FixturesTest.class.getResourceAsStream("/history/" + path)) {
            return Objects.requireNonNull(in, path).readAllBytes();
        }
    }

    private static Recollection read(String path) throws IOException {
        byte[] text = fixture(path);
        String hash = Sha256.hex(text).substring(0, 16);
        return Recollection.of(HistoryFiles.raw("main-2026-04-14-" + hash + ".ndjson.gz", HistoryFiles.pack(text)));
    }

    private static void assertIntact(Recollection read) {
        assertThat(read.problems).isEmpty();
        ReadFile file = read.files.get(0);
        assertThat(file.state()).isEqualTo(ReadFile.State.INTACT);
        assertThat(file.stream()).isEqualTo("main");
        assertThat(file.night()).isEqualTo(NIGHT);
        assertThat(file.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(file.nightStarts()).isEqualTo(LocalTime.of(4, 0));
    }

    static IntStream versions() {
        return IntStream.rangeClosed(1, FormatV1.VERSION);
    }

    @ParameterizedTest
    @MethodSource("versions")
    void everyVersionHasFilesOfEachKind(int version) throws IOException {
        for (String name : List.of("runs", "sealed")) {
            Recollection read = read("v" + version + "/" + name + ".ndjson");
            assertIntact(read);
            assertThat(read.files.get(0).sealed()).isEqualTo(name.equals("sealed"));
            assertThat(read.files.get(0).runs()).isPositive();
        }
    }

    @Test
    void runsOfVersion1() throws IOException {
        List<RunFacts> runs = read("v1/runs.ndjson").runs;
        assertThat(runs).hasSize(3);
        assertThat(runs.get(0))
                .isEqualTo(new RunFacts(
                        RunOrigin.BATCH,
                        FILE,
                        "3fa85f64 x6oJzSXai2o",
                        SCENARIO,
                        "Books a slot",
                        PATHWAY,
                        "78f845f5-7b31-40df-af4d-4c8650d7d13f",
                        BATCH,
                        true,
                        RunStatus.FAILED,
                        "FAILED",
                        new Score(123_456_789),
                        23,
                        40_138L,
                        Instant.parse("2026-04-14T01:02:03.456Z"),
                        "12",
                        new ToneScores(Map.of(
                                ToneDimension.NATURALNESS, new Score(700_000_000),
                                ToneDimension.CONCISENESS, new Score(700_000_001),
                                ToneDimension.EMPATHY, new Score(700_000_002),
                                ToneDimension.FLOW_PRESERVATION, new Score(700_000_003),
                                ToneDimension.BACK_CHANNELING, new Score(700_000_004),
                                ToneDimension.TOPIC_TRANSITIONS, new Score(700_000_005),
                                ToneDimension.OVERALL, new Score(700_000_006))),
                        List.of(
                                new AssertionResult(
                                        key("47bc32e8-88ea-4bbe-9c55-d1fa4227108c", "contains"), Verdict.PASSED, null),
                                new AssertionResult(
                                        key("c3ebe9b6-8cd1-4e58-99c9-6108ab7631bc", "llm_judge"),
                                        Verdict.FAILED,
                                        new Score(250_000_001)),
                                new AssertionResult(
                                        key("7eef836f-6949-4a4a-aa77-89cdc96e8d4b", "regex"),
                                        Verdict.UNKNOWN,
                                        new Score(0))),
                        List.of("greeting", NODE, "greeting"),
                        NODE));
    }

    private static AssertionKey key(String id, String type) {
        return new AssertionKey(id, type, "transcript", "field", "one\n\ttwo");
    }

    @Test
    void runsOfVersion1ThatSayLittle() throws IOException {
        List<RunFacts> runs = read("v1/runs.ndjson").runs;
        assertThat(runs.get(1))
                .isEqualTo(new RunFacts(
                        RunOrigin.DETAIL,
                        FILE,
                        "run-1 TmXT--itZTU",
                        "s",
                        null,
                        null,
                        null,
                        null,
                        false,
                        RunStatus.PASSED,
                        "PASSED",
                        null,
                        null,
                        null,
                        null,
                        null,
                        ToneScores.NONE,
                        List.of(),
                        List.of(),
                        null));
        assertThat(runs.get(2))
                .isEqualTo(new RunFacts(
                        RunOrigin.DETAIL,
                        FILE,
                        "run-2 udFyMqTIPZk",
                        "scenario two",
                        "Cancels \u201ca slot\u201d",
                        null,
                        null,
                        null,
                        false,
                        RunStatus.UNKNOWN,
                        "TIMED_OUT",
                        new Score(Score.ONE),
                        0,
                        0L,
                        Instant.parse("2026-04-14T01:02:03.000000001Z"),
                        null,
                        new ToneScores(Map.of(ToneDimension.OVERALL, new Score(250_000_000))),
                        List.of(new AssertionResult(
                                new AssertionKey(null, "regex", null, null, "^a|b$"), Verdict.PASSED, null)),
                        List.of("lobby", "desk"),
                        "desk"));
    }

    @Test
    void documentsOfVersion1() throws IOException {
        Recollection read = read("v1/runs.ndjson");
        AssertionDefinition assertion = new AssertionDefinition(
                "47bc32e8-88ea-4bbe-9c55-d1fa4227108c",
                "contains",
                "Offers a slot",
                List.of(new Variable("value", "slot")),
                true,
                new BigDecimal("0.5"));
        assertThat(read.scenarios)
                .containsExactly(new Scenario(
                        FILE,
                        SCENARIO,
                        "Books a slot",
                        null,
                        "booking",
                        "OUTBOUND",
                        PATHWAY,
                        null,
                        null,
                        null,
                        30,
                        true,
                        true,
                        null,
                        List.of(assertion),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        Instant.parse("2026-02-03T04:05:06.789Z"),
                        true));
        assertThat(read.batches).containsExactly(A_BATCH);
        PerScenario figures = new PerScenario(
                FILE,
                SCENARIO,
                "Books a slot",
                2,
                1,
                1,
                new Score(500_000_000),
                true,
                new Score(735_000_000),
                new Score(735_000_000),
                new Score(145_000_000),
                new Score(590_000_000),
                new Score(880_000_000),
                "7c8e9924-7ca6-4da4-90fd-e9c9f50b35c3",
                List.of("no slot offered"),
                "low");
        assertThat(read.sets)
                .containsExactly(new SimulationSet(
                        FILE,
                        "618c82bd-48b5-44cc-83e2-3da00c4e3f8f",
                        "COMPLETED",
                        2,
                        1,
                        List.of(figures),
                        new Overall(new Score(500_000_000), 1, 0, 2),
                        Instant.parse("2026-04-14T00:30:00Z"),
                        Instant.parse("2026-04-14T00:45:00Z")));
    }

    @Test
    void aSealedNightOfVersion1() throws IOException {
        Recollection read = read("v1/sealed.ndjson");
        SealedRuns whole = new SealedRuns(
                SCENARIO,
                "Books a slot",
                PATHWAY,
                "persona",
                "batch",
                "12",
                1,
                2,
                3,
                4,
                5,
                6,
                3,
                Map.of(
                        ToneDimension.EMPATHY,
                        new SealedRuns.Sum(3, 2_250_000_001L),
                        ToneDimension.OVERALL,
                        new SealedRuns.Sum(1, 500_000_000)));
        SealedRuns bare = new SealedRuns("scenario two", null, null, null, null, null, 0, 0, 0, 0, 0, 1, 0, Map.of());
        assertThat(read.nights).containsExactly(new SealedNight(FILE, NIGHT, List.of(whole, bare)));
        assertThat(read.batches).containsExactly(A_BATCH);
        assertThat(read.runs).isEmpty();
    }
}
