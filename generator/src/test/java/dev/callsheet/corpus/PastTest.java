package dev.callsheet.corpus;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunKey;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What earlier reports kept joins the input: a run counts once, whoever knows it. */
class PastTest {

    private static final String FIRST = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    private static final String SECOND = "9c0d3bb1-21c0-4b0e-9c55-5a0a57d6b871";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aRunThatOnlyAnEarlierReportKnewIsCountedUnderItsKey() {
        Corpus corpus = joined(List.of(run(FIRST)), List.of(run(SECOND)));
        assertThat(corpus.runs()).extracting(CorpusRun::id).containsExactly(RunKey.of(FIRST), SECOND);
        assertThat(corpus.runs()).extracting(CorpusRun::past).containsExactly(true, false);
        assertThat(corpus.superseded()).isEmpty();
    }

    @Test
    void aRunThatBothKnowCountsOnceAndUnderItsOwnId() {
        Corpus corpus = joined(List.of(run(FIRST).in("kept")), List.of(run(FIRST)));
        assertThat(corpus.runs()).extracting(CorpusRun::id).containsExactly(FIRST);
        assertThat(corpus.runs().get(0).past()).isFalse();
        assertThat(corpus.problems()).isEmpty();
        assertThat(corpus.superseded()).containsExactly("kept");
    }

    @Test
    void theRecordOfTheInputWinsAndTheDifferenceIsNoted() {
        Corpus corpus = joined(
                List.of(run(FIRST).in("kept").failed()), List.of(run(FIRST).in("now.json")));
        assertThat(status(corpus)).isEqualTo(RunStatus.PASSED);
        assertThat(corpus.problems()).hasSize(1);
        Problem note = corpus.problems().get(0);
        assertThat(note.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(note.place()).isEqualTo(new Place("kept", null, "/status"));
        assertThat(note.recordId()).isEqualTo(FIRST);
        assertThat(note.expected()).isEqualTo("PASSED as in now.json");
        assertThat(note.found()).isEqualTo("FAILED");
    }

    @Test
    void aFinishedRunStaysFinishedThoughAnOldSnapshotComesLater() {
        Corpus corpus = joined(List.of(run(FIRST).failed()), List.of(run(FIRST).running()));
        assertThat(status(corpus)).isEqualTo(RunStatus.FAILED);
        assertThat(corpus.problems()).isEmpty();
    }

    @Test
    void whatTheInputLeavesOutIsFilledFromWhatWasKept() {
        Corpus corpus = joined(List.of(run(FIRST).turns(9)), List.of(run(FIRST)));
        assertThat(corpus.runs().get(0).facts().turnCount()).isEqualTo(9);
    }

    @Test
    void aRunThatTwoJobsKeptCountsOnce() {
        Corpus corpus = joined(List.of(run(FIRST).in("one"), run(FIRST).in("two")), List.of());
        assertThat(corpus.runs()).extracting(CorpusRun::id).containsExactly(RunKey.of(FIRST));
        assertThat(corpus.superseded()).containsExactlyInAnyOrder("one", "two");
        assertThat(corpus.problems()).isEmpty();
    }

    @Test
    void runsOfOneSecondStayInTheOrderOfTheirIds() {
        String at = "2026-04-14T02:00:00Z";
        Corpus apart = joined(List.of(run(SECOND).at(at)), List.of(run(FIRST).at(at)));
        assertThat(apart.runs()).extracting(CorpusRun::id).containsExactly(FIRST, RunKey.of(SECOND));
        Corpus theOtherWay =
                joined(List.of(run(FIRST).at(at)), List.of(run(SECOND).at(at)));
        assertThat(theOtherWay.runs()).extracting(CorpusRun::id).containsExactly(RunKey.of(FIRST), SECOND);
    }

    @Test
    void aKeyLeadsToNoRun() {
        assertThat(RunKey.of(FIRST)).startsWith("3fa85f64 ").hasSize(20).doesNotContain(FIRST.substring(8));
        assertThat(RunKey.of("r1")).startsWith("r1 ").isNotEqualTo(RunKey.of("r10"));
    }

    @Test
    void aRunThatIsKeptUnderAnIdInPlaceOfAKeyIsTheInputsRunOfThatId() {
        assertThat(RunKey.isKey(RunKey.of("r1"))).isTrue();
        Corpus kept = corpora.of(run("r1").failed().at("2026-04-01T02:00:00Z"));
        Corpus corpus =
                corpora.withPastFacts(kept.runs().get(0).facts(), run("r1").at("2026-04-14T02:00:00Z"));
        assertThat(corpus.runs()).extracting(CorpusRun::id).containsExactly("r1");
        assertThat(status(corpus)).isEqualTo(RunStatus.PASSED);
    }

    @Test
    void aDefinitionThatWasKeptServesUntilTheInputHasOneAsGood() {
        Given kept = scenario("s").named("Kept").updated("2026-04-01T00:00:00Z");
        assertThat(name(joined(List.of(kept), List.of(run(FIRST))))).isEqualTo("Kept");
        assertThat(name(joined(List.of(kept), List.of(scenario("s").named("Now").updated("2026-04-01T00:00:00Z")))))
                .isEqualTo("Now");
        assertThat(name(joined(
                        List.of(kept),
                        List.of(scenario("s").named("Listed").fromList().updated("2026-04-09T00:00:00Z")))))
                .as("a complete definition goes before an entry of a list")
                .isEqualTo("Kept");
    }

    @Test
    void batchesAreKept() {
        assertThat(joined(List.of(batch("b")), List.of(run(FIRST))).batches()).containsKey("b");
    }

    @Test
    void ofTwoTalliesOfANightTheOneThatKnowsMoreRunsIsKept() {
        LocalDate night = LocalDate.of(2025, 1, 3);
        SealedNight fewer = new SealedNight(new Place("few", null, ""), night, List.of(tally("s", 3)));
        SealedNight more = new SealedNight(new Place("many", null, ""), night, List.of(tally("s", 5)));
        for (List<SealedNight> given : List.of(List.of(fewer, more), List.of(more, fewer))) {
            Corpus corpus = corpora.withPast(List.of(), given, List.of(run(FIRST)));
            assertThat(corpus.sealedNights()).containsExactly(more);
            assertThat(corpus.superseded()).containsExactly("few");
        }
    }

    private static SealedRuns tally(String scenario, long passed) {
        return new SealedRuns(scenario, null, null, null, null, null, passed, 0, 0, 0, 0, 0, 0, Map.of());
    }

    private Corpus joined(List<? extends Given> past, List<? extends Given> now) {
        return corpora.withPast(past, List.of(), now);
    }

    private static RunStatus status(Corpus corpus) {
        return corpus.runs().get(0).facts().status();
    }

    private static String name(Corpus corpus) {
        return String.valueOf(
                Objects.requireNonNull(corpus.scenarios().get("s")).name());
    }
}
