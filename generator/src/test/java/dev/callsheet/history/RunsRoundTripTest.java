package dev.callsheet.history;

import static dev.callsheet.history.HistoryFiles.raw;
import static dev.callsheet.history.HistoryFiles.written;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunKey;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneScores;
import dev.callsheet.testing.GivenRun;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunsRoundTripTest {

    private static final String ID = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    private static final RunFacts WHOLE = GivenFacts.whole(ID);

    /** As it comes back from a file that is whole. */
    private static RunFacts remembered(RunFacts run) {
        Recollection read = Recollection.of(raw(written(run)));
        assertThat(read.problems).isEmpty();
        assertThat(read.state()).isEqualTo(ReadFile.State.INTACT);
        assertThat(read.runs).hasSize(1);
        return read.runs.get(0);
    }

    private static RunFacts remembered(GivenRun run) {
        return remembered(run.record().facts());
    }

    private static GivenRun bare() {
        return GivenFacts.bare(ID);
    }

    private static RunFacts kept(RunFacts run) {
        return run.withId(RunKey.of(run.id()));
    }

    @Test
    void everyFactOfARunComesBack() {
        assertThat(remembered(WHOLE)).isEqualTo(kept(WHOLE));
    }

    @Test
    void whatIsNotSaidIsNotSaidLaterEither() {
        assertThat(remembered(bare())).isEqualTo(kept(bare().record().facts()));
    }

    @ParameterizedTest
    @EnumSource(RunStatus.class)
    void aStatusComesBack(RunStatus status) {
        RunFacts run = remembered(bare().status(status.name()));
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.statusText()).isEqualTo(status.name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "passed", "TIMED_OUT", "\u00dcBERRASCHT", "null"})
    void aStatusThatIsNotKnownKeepsItsSpelling(String text) {
        RunFacts run = remembered(bare().status(text));
        assertThat(run.status()).isEqualTo(RunStatus.UNKNOWN);
        assertThat(run.statusText()).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(RunOrigin.class)
    void theKindOfDocumentComesBack(RunOrigin origin) {
        assertThat(remembered(bare().from(origin)).origin()).isEqualTo(origin);
    }

    @Test
    void aBatchThatIsDeniedIsToldFromOneThatIsNotNamed() {
        assertThat(remembered(bare()).deniesBatch()).isFalse();
        assertThat(remembered(bare().denyingBatch()).deniesBatch()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.1", "0.87", "0.000000001", "0.999999999", "0.123456789"})
    void aScoreComesBackToTheLastOfItsDecimals(String decimal) {
        RunFacts run = remembered(bare().score(decimal).tone(ToneDimension.EMPATHY, decimal));
        assertThat(run.score()).isEqualTo(new Score(billionths(decimal)));
        assertThat(run.tone().get(ToneDimension.EMPATHY)).isEqualTo(run.score());
    }

    private static long billionths(String decimal) {
        return new BigDecimal(decimal).movePointRight(9).longValueExact();
    }

    @ParameterizedTest
    @EnumSource(ToneDimension.class)
    void aScoreOfToneComesBackAsItsOwnDimension(ToneDimension dimension) {
        ToneScores tone = remembered(bare().tone(dimension, "0.5")).tone();
        assertThat(tone).isEqualTo(new ToneScores(Map.of(dimension, new Score(500_000_000))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2026-04-14T23:59:59.999Z",
                "2026-04-14T01:02:03.000000001Z",
                "2026-04-14T01:02:03.123456Z",
                "9999-12-31T23:59:59.999999999Z"
            })
    void aTimeComesBackHoweverFineItIs(String instant) {
        assertThat(remembered(bare().at(instant)).createdAt()).isEqualTo(instant);
    }

    @Test
    void countsComeBackUpToTheirLimits() {
        long day = Duration.ofDays(1).toMillis();
        RunFacts most = remembered(bare().turns(Integer.MAX_VALUE).lasting(day));
        assertThat(most.turnCount()).isEqualTo(Integer.MAX_VALUE);
        assertThat(most.durationMs()).isEqualTo(day);
        RunFacts least = remembered(bare().turns(0).lasting(0));
        assertThat(least.turnCount()).isZero();
        assertThat(least.durationMs()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "=HYPERLINK(\"http://x\")",
                "quote \" backslash \\ slash / brace } ] [ {",
                "\u202etxet\u200b \u00e9 \ud83d\ude00 \u4e2d",
                "092e1ab8-f42c-4bdc-9c79-f187c2aebba7",
                "092E1AB8-F42C-4BDC-9C79-F187C2AEBBA7",
                "0-0-0-0-0",
                "00000000-0000-0000-0000-00000000000g",
                "1234567890",
                "null"
            })
    void textsComeBackLetterForLetter(String text) {
        RunFacts run = saying(text);
        assertThat(remembered(run)).isEqualTo(kept(run));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud83dz", "a\ude00z", "a\u0000z", "a\u001bz", "a\u0085z", "a\uffffz"})
    void whatNoPageCanHoldIsReplaced(String text) {
        assertThat(remembered(saying(text))).isEqualTo(kept(saying("a\ufffdz")));
    }

    @Test
    void onlyTextsOfManyLinesKeepThem() {
        RunFacts run = remembered(saying("one\n\ttwo"));
        assertThat(run.scenarioName()).isEqualTo("one  two");
        assertThat(run.assertions().get(0).key().expected()).isEqualTo("one\n\ttwo");
    }

    /** The same text wherever a run has one. */
    private static RunFacts saying(String text) {
        return bare().of(text)
                .named(text)
                .pathway(text)
                .batch(text)
                .version(text)
                .status(text)
                .nodes(text, "other", text)
                .endingAt(text)
                .check(new AssertionKey(text, text, text, text, text), Verdict.PASSED)
                .record()
                .facts();
    }

    @Test
    void assertionsKeepTheirOrder() {
        AssertionKey nothing = new AssertionKey(null, null, null, null, null);
        AssertionKey named = new AssertionKey("a", "contains", "transcript", "f", "");
        GivenRun run = bare().check(named, Verdict.UNKNOWN)
                .check(nothing, Verdict.PASSED)
                .check(named, Verdict.FAILED);
        assertThat(remembered(run).assertions()).isEqualTo(run.record().facts().assertions());
    }

    @Test
    void aRunWithoutNodesMayHaveACurrentOne() {
        RunFacts run = remembered(bare().endingAt("lobby"));
        assertThat(run.nodes()).isEmpty();
        assertThat(run.currentNodeId()).isEqualTo("lobby");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "r",
                "run_2026_04_14_0001",
                "3FA85F64-5717-4562-B3FC-2C963F66AFA6",
                "\ud83d\ude00\ud83d\ude00",
                "a b"
            })
    void idsOfAnyKindHaveAKeyThatComesBack(String id) {
        assertThat(remembered(WHOLE.withId(id)).id()).isEqualTo(RunKey.of(id));
    }

    @Test
    void manyRunsComeBackEachAsItWas() {
        List<RunFacts> night = GivenFacts.night(500);
        Recollection read = Recollection.of(raw(written(night)));
        assertThat(read.problems).isEmpty();
        assertThat(read.runs)
                .containsExactlyInAnyOrderElementsOf(
                        night.stream().map(RunsRoundTripTest::kept).toList());
    }

    @Test
    void whatManyRunsShareIsOneInstance() {
        Recollection read = Recollection.of(
                raw(written(IntStream.range(0, 9)
                        .mapToObj(i -> GivenFacts.whole("r" + i))
                        .toList())),
                raw(written(GivenFacts.whole("of another file"))));
        RunFacts first = read.runs.get(0);
        assertThat(read.runs).hasSize(10).allSatisfy(run -> {
            assertThat(run.scenarioId()).isSameAs(first.scenarioId());
            assertThat(run.batchId()).isSameAs(first.batchId());
            assertThat(run.nodes().get(1)).isSameAs(first.nodes().get(1));
            assertThat(run.assertions().get(0)).isSameAs(first.assertions().get(0));
        });
    }
}
