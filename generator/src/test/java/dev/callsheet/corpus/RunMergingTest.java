package dev.callsheet.corpus;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.score;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Place;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** One run, several documents: which record is believed, and what the others add. */
class RunMergingTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aFinishedRecordIsBetterThanAnUnfinishedOneOfMoreDetail() {
        RunFacts merged = merged(
                run("r").from(RunOrigin.DETAIL).at("2026-04-14T02:00:00Z").running(),
                run("r").from(RunOrigin.LIST).at("2026-04-13T02:00:00Z").failed());
        assertThat(merged.status()).isEqualTo(RunStatus.FAILED);
        assertThat(merged.origin()).isEqualTo(RunOrigin.LIST);
    }

    @Test
    void detailIsBetterThanBatchWhichIsBetterThanList() {
        GivenRun list = run("r").from(RunOrigin.LIST).at("2026-04-16").turns(3);
        GivenRun batch = run("r").from(RunOrigin.BATCH).at("2026-04-15").turns(2);
        GivenRun detail = run("r").from(RunOrigin.DETAIL).at("2026-04-14").turns(1);
        assertThat(merged(list, batch, detail).turnCount()).isEqualTo(1);
        assertThat(merged(list, batch).turnCount()).isEqualTo(2);
    }

    @Test
    void ofOneKindTheLaterCreatedIsBetterAndAnUndatedOneIsLast() {
        assertThat(merged(
                                run("r").in("b.json").at("2026-04-14T02:00:01Z").score("0.2"),
                                run("r").in("a.json").at("2026-04-14T02:00:00Z").score("0.9"))
                        .score())
                .isEqualTo(score("0.2"));
        assertThat(merged(run("r").score("0.9"), run("r").at("1970-01-01").score("0.2"))
                        .score())
                .isEqualTo(score("0.2"));
    }

    @Test
    void theLastResortIsTheGreaterDigestOfTheContentNeverTheFile() {
        RunFacts oneWay =
                merged(run("r").in("a.json").turns(1), run("r").in("b.json").turns(2));
        RunFacts otherWay =
                merged(run("r").in("b.json").turns(1), run("r").in("a.json").turns(2));
        assertThat(oneWay.turnCount()).isEqualTo(otherWay.turnCount());
        assertThat(oneWay.place()).isNotEqualTo(otherWay.place());
    }

    @Test
    void gapsAreFilledFromTheNextBestRecordThatHasTheField() {
        RunFacts merged = merged(
                run("r").from(RunOrigin.DETAIL)
                        .tone(ToneDimension.EMPATHY, "0.4")
                        .nodes("greeting", "closing"),
                run("r").from(RunOrigin.BATCH).named("Booking").batch("b").turns(9),
                run("r").from(RunOrigin.LIST)
                        .named("Booking")
                        .pathway("p")
                        .score("0.92")
                        .lasting(14_320)
                        .at("2026-04-14")
                        .check("a", Verdict.PASSED, null));
        assertThat(merged.origin()).isEqualTo(RunOrigin.DETAIL);
        assertThat(merged.place()).isEqualTo(Given.place("r.json"));
        assertThat(merged.scenarioName()).isEqualTo("Booking");
        assertThat(merged.batchId()).isEqualTo("b");
        assertThat(merged.pathwayId()).isEqualTo("p");
        assertThat(merged.score()).isEqualTo(score("0.92"));
        assertThat(merged.turnCount()).isEqualTo(9);
        assertThat(merged.durationMs()).isEqualTo(14_320);
        assertThat(merged.createdAt()).isEqualTo(Instant.parse("2026-04-14T00:00:00Z"));
        assertThat(merged.assertions()).hasSize(1);
        assertThat(merged.nodes()).containsExactly("greeting", "closing");
        assertThat(merged.tone().get(ToneDimension.EMPATHY)).isEqualTo(score("0.4"));
        assertThat(merged.tone().get(ToneDimension.NATURALNESS)).isNull();
    }

    @Test
    void aNameThatAnotherScenarioBearsFillsNoGap() {
        RunFacts merged = merged(
                run("r").from(RunOrigin.DETAIL).of("booking"),
                run("r").from(RunOrigin.LIST).of("cancelling").named("Cancelling"));
        assertThat(merged.scenarioId()).isEqualTo("booking");
        assertThat(merged.scenarioName()).isNull();
    }

    @Test
    void aRunInsideABatchBelongsToItEvenIfItsOwnDocumentDeniesIt() {
        Corpus corpus = corpora.of(
                run("r").from(RunOrigin.DETAIL).denyingBatch(),
                run("r").from(RunOrigin.BATCH).batch("b"));
        assertThat(corpus.runs().get(0).facts().batchId()).isEqualTo("b");
    }

    @Test
    void duplicatesAreExtraRecordsOfTheSameKind() {
        Corpus corpus = corpora.of(
                run("r").from(RunOrigin.DETAIL),
                run("r").from(RunOrigin.BATCH),
                run("r").from(RunOrigin.LIST),
                run("r").from(RunOrigin.LIST).in("again.json"),
                run("r").from(RunOrigin.LIST).turns(3),
                run("other").from(RunOrigin.LIST));
        assertThat(corpus.duplicates()).isEqualTo(2);
        assertThat(corpus.runs()).hasSize(2);
    }

    @Test
    void theSameRecordInTwoFilesIsOneRunOfTheFirstFileByName() {
        GivenRun inB = run("r").in("b.json").turns(9).says("Hello!");
        GivenRun inA = run("r").in("a.json").turns(9).says("Hello!");
        for (Corpus corpus : new Corpus[] {corpora.of(inA, inB), corpora.of(inB, inA)}) {
            assertThat(corpus.runs()).hasSize(1);
            assertThat(corpus.runs().get(0).facts().place().file()).isEqualTo("a.json");
            assertThat(corpus.problems()).isEmpty();
            assertThat(corpus.duplicates()).isEqualTo(1);
        }
    }

    @Test
    void lineNineComesBeforeLineTen() {
        RunFacts merged =
                merged(run("r").in(new Place("runs.ndjson", 10, "")), run("r").in(new Place("runs.ndjson", 9, "")));
        assertThat(merged.place().line()).isEqualTo(9);
    }

    @Test
    void runsStandByScenarioThenTimeThenIdWithUndatedOnesLast() {
        Corpus corpus = corpora.of(
                run("5").of("b").at("2026-04-13"),
                run("4").of("a"),
                run("3").of("a").at("2026-04-15"),
                run("2").of("a").at("2026-04-14"),
                run("1").of("a").at("2026-04-14"));
        assertThat(corpus.runs()).extracting(CorpusRun::id).containsExactly("1", "2", "3", "4", "5");
    }

    private RunFacts merged(GivenRun... records) {
        Corpus corpus = corpora.of(records);
        assertThat(corpus.runs()).hasSize(1);
        return corpus.runs().get(0).facts();
    }

    @Test
    void aSnapshotOfACallStillRunningFillsNoGapOfItsResult() {
        RunFacts merged = corpora.of(
                        run("r").from(RunOrigin.DETAIL)
                                .in("d.json")
                                .running()
                                .score("0.1")
                                .turns(2)
                                .lasting(5)
                                .says("Hello"),
                        run("r").from(RunOrigin.LIST).in("l.json"))
                .runs()
                .get(0)
                .facts();
        assertThat(merged.status()).isEqualTo(RunStatus.PASSED);
        assertThat(merged.score()).isNull();
        assertThat(merged.turnCount()).isNull();
        assertThat(merged.durationMs()).isNull();
    }
}
