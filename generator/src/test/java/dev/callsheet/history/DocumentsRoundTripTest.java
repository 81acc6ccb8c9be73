package dev.callsheet.history;

import static dev.callsheet.history.HistoryFiles.KEEP;
import static dev.callsheet.history.HistoryFiles.NIGHT;
import static dev.callsheet.history.HistoryFiles.PLACE;
import static dev.callsheet.history.HistoryFiles.raw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.Batch;
import dev.callsheet.model.Place;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Score;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.Variable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DocumentsRoundTripTest {

    private static final Place FILE = new Place(PLACE, null, "");
    private static final String HOSTILE = "<b>\"=1+1\\\u202e\ud83d\ude00";
    private static final Instant FINE = Instant.parse("2026-04-14T01:02:03.123456789Z");

    /** What is read from a file that holds a line. */
    private static Recollection remembered(String line) {
        Recollection read = Recollection.of(raw(WriterV1.runs(KEEP, NIGHT, List.of(line), List.of())));
        assertThat(read.problems).isEmpty();
        assertThat(read.files.get(0).documents()).containsExactly(line);
        return read;
    }

    private static Scenario scenario(@Nullable String description, @Nullable String prompt, @Nullable String tester) {
        return new Scenario(
                FILE,
                "s1",
                HOSTILE,
                description,
                "category",
                "OUTBOUND",
                "pathway",
                "persona",
                prompt,
                tester,
                30,
                true,
                false,
                true,
                List.of(
                        new AssertionDefinition(
                                "a",
                                "contains",
                                HOSTILE,
                                List.of(new Variable("value", "one\n\ttwo"), new Variable("", "")),
                                false,
                                new BigDecimal("0.30")),
                        new AssertionDefinition(null, null, null, List.of(), true, BigDecimal.ONE)),
                FINE,
                FINE.plusNanos(1),
                true);
    }

    @Test
    void aDefinitionComesBackWithoutWhatItsCallerIsTold() {
        Scenario given = scenario("a description", "you are angry", "Bob");
        assertThat(remembered(DocumentsV1.line(given)).scenarios).containsExactly(scenario(null, null, null));
    }

    @Test
    void aDefinitionThatSaysLittleComesBack() {
        Scenario given = new Scenario(
                FILE, "s1", null, null, null, null, null, null, null, null, null, null, null, null, List.of(), null,
                null, false);
        assertThat(remembered(DocumentsV1.line(given)).scenarios).containsExactly(given);
    }

    @Test
    void aBatchComesBackWithoutTheRunsItLists() {
        Batch given = new Batch(FILE, "b1", HOSTILE, 3, 2, 1, "api", true, FINE, List.of("r1", "r2"));
        assertThat(remembered(DocumentsV1.line(given)).batches)
                .containsExactly(new Batch(FILE, "b1", HOSTILE, 3, 2, 1, "api", true, FINE, List.of()));
    }

    @Test
    void aBatchThatSaysLittleComesBack() {
        Batch given = new Batch(FILE, "b1", null, null, null, null, null, null, null, List.of());
        assertThat(remembered(DocumentsV1.line(given)).batches).containsExactly(given);
    }

    @Test
    void aSetComesBackWithTheFiguresOfItsScenarios() {
        SimulationSet.PerScenario whole = new SimulationSet.PerScenario(
                FILE,
                "s1",
                HOSTILE,
                5,
                4,
                1,
                new Score(800_000_000),
                true,
                new Score(1),
                new Score(2),
                new Score(3),
                new Score(0),
                new Score(Score.ONE),
                "r9",
                List.of(HOSTILE, "many\nlines"),
                "high");
        SimulationSet.PerScenario bare = new SimulationSet.PerScenario(
                FILE, "s2", null, null, null, null, null, null, null, null, null, null, null, null, List.of(), null);
        SimulationSet given = new SimulationSet(
                FILE,
                "set",
                "COMPLETED",
                5,
                2,
                List.of(whole, bare),
                new SimulationSet.Overall(new Score(123_456_789), 1, 1, 10),
                FINE,
                FINE);
        assertThat(remembered(DocumentsV1.line(given)).sets).containsExactly(given);
    }

    @Test
    void aSetWithoutStatisticsComesBack() {
        SimulationSet given = new SimulationSet(FILE, "set", null, null, null, List.of(), null, null, null);
        assertThat(remembered(DocumentsV1.line(given)).sets).containsExactly(given);
    }

    @Test
    void aSealedNightComesBackWithEverySum() {
        SealedRuns whole = new SealedRuns(
                "s1",
                HOSTILE,
                "pathway",
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
                        ToneDimension.OVERALL,
                        new SealedRuns.Sum(3, 2_999_999_999L),
                        ToneDimension.EMPATHY,
                        new SealedRuns.Sum(1, 0)));
        SealedRuns bare = new SealedRuns("s2", null, null, null, null, null, 0, 0, 0, 0, 0, 1, 0, Map.of());
        Kept file = WriterV1.tallies(KEEP, NIGHT, List.of(), List.of(bare, whole));
        assertThat(file.runs()).isEqualTo(22);
        Recollection read = Recollection.of(raw(file));
        assertThat(read.problems).isEmpty();
        assertThat(read.nights).containsExactly(new SealedNight(FILE, NIGHT, List.of(whole, bare)));
        assertThat(read.files.get(0).sealed()).isTrue();
        assertThat(read.files.get(0).runs()).isEqualTo(22);
    }

    @Test
    void aHundredThousandRunsOfANightSealCleanly() {
        SealedRuns most = new SealedRuns(
                "s",
                null,
                null,
                null,
                null,
                null,
                60_000,
                40_000,
                0,
                0,
                0,
                0,
                100_000,
                Map.of(ToneDimension.OVERALL, new SealedRuns.Sum(100_000, 100_000 * Score.ONE)));
        Recollection read = Recollection.of(raw(WriterV1.tallies(KEEP, NIGHT, List.of(), List.of(most))));
        assertThat(read.problems).isEmpty();
        assertThat(read.nights).containsExactly(new SealedNight(FILE, NIGHT, List.of(most)));
    }

    @Test
    void aSealedFileHoldsDocumentsToo() {
        Batch batch = new Batch(FILE, "b1", null, null, null, null, null, null, FINE, List.of());
        SealedRuns tally = new SealedRuns("s", null, null, null, "b1", null, 1, 0, 0, 0, 0, 0, 0, Map.of());
        Recollection read =
                Recollection.of(raw(WriterV1.tallies(KEEP, NIGHT, List.of(DocumentsV1.line(batch)), List.of(tally))));
        assertThat(read.batches).containsExactly(batch);
        assertThat(read.nights).hasSize(1);
    }
}
