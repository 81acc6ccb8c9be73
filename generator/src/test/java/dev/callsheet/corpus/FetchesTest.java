package dev.callsheet.corpus;

import static dev.callsheet.testing.Given.fetch;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Fetch;
import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFetch;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What archives say of their fetches: each statement once, everything missing by name. */
class FetchesTest {

    private static final String AGAIN = "fetch again: what is there already is not asked for twice";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aFetchAloneIsNothingToReportOn() {
        Corpus corpus = corpora.of(fetch().runs(0, 3));
        assertThat(corpus.isEmpty()).isTrue();
        assertThat(corpus.fetches()).hasSize(1);
        assertThat(corpora.of(fetch(), run("r")).isEmpty()).isFalse();
    }

    @Test
    void aStatementThatIsReadTwiceCountsOnce() {
        GivenFetch one = short18().in("a/fetch.json").missing(Kind.RUN, "r1", "answers 500");
        GivenFetch same = short18().in("b/fetch.json").missing(Kind.RUN, "r1", "answers 500");
        for (Corpus corpus : List.of(corpora.of(one, same), corpora.of(same, one))) {
            assertThat(corpus.fetches()).containsExactly(one.fetch());
            assertThat(corpus.problems())
                    .extracting(problem -> problem.place().toString())
                    .containsExactly("a/fetch.json#/missing/0", "a/fetch.json#/runs/missing");
        }
    }

    @Test
    void severalStatementsAreKeptWhateverTheirOrder() {
        GivenFetch a = fetch().in("a/fetch.json").runs(5, 0);
        GivenFetch b = fetch().in("b/fetch.json").runs(6, 0);
        Corpus corpus = corpora.of(a, b, run("r"));
        Corpus other = corpora.of(run("r"), b, a);
        assertThat(corpus.fetches()).containsExactly(a.fetch(), b.fetch()).isEqualTo(other.fetches());
        assertThat(corpus.digest())
                .isEqualTo(other.digest())
                .isNotEqualTo(corpora.of(run("r"), a).digest());
    }

    @Test
    void twoStatementsOfOneNameInTwoSourcesHaveAFixedOrder() {
        GivenFetch a = fetch().runs(5, 0);
        GivenFetch b = fetch().runs(6, 0);
        assertThat(corpora.of(a, b).fetches())
                .hasSize(2)
                .isEqualTo(corpora.of(b, a).fetches());
    }

    @Test
    void everythingMissingIsAProblemOfItsOwn() {
        Corpus corpus = corpora.of(fetch().of(Kind.BATCH, 1, 0, 1)
                .runs(10, 1_500)
                .missing(Kind.BATCH, "b1", null)
                .missing(Kind.LIST, "runs", "answers 502"));
        assertThat(corpus.problems())
                .containsExactly(
                        incomplete("/missing/0", "b1", "the batch \"b1\"", "nothing"),
                        incomplete("/missing/1", null, "the whole list \"runs\"", "a part of it: answers 502"),
                        incomplete("/runs/missing", null, "an id of each that is missing", "a count alone: 1500 runs"));

        GivenFetch many = fetch().runs(10, 1_500);
        IntStream.range(0, 1_499).forEach(i -> many.missing(Kind.RUN, "r" + i, "answers 500"));
        assertThat(corpora.of(many).problems())
                .hasSize(1_500)
                .contains(
                        incomplete("/missing/7", "r7", "the run \"r7\"", "nothing: answers 500"),
                        incomplete(
                                "/runs/missing", null, "an id of each that is missing", "a count alone: 1 run more"));
    }

    @Test
    void aFetchThatDidNotEndIsAProblem() {
        assertThat(corpora.of(fetch().runs(10, 0).notEnded()).problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(Problem.Kind.INCOMPLETE);
                    assertThat(problem.place()).hasToString("fetch.json#/ended_at");
                });
    }

    @Test
    void aFetchThatCallsItselfIncompleteWithoutAReasonIsAProblem() {
        assertThat(corpora.of(fetch().runs(10, 0).incomplete()).problems())
                .extracting(problem -> problem.place().toString())
                .containsExactly("fetch.json#/complete");
    }

    @Test
    void aCompleteFetchIsNone() {
        assertThat(corpora.of(fetch().of(Kind.RUN, 10, 3, 0)).problems()).isEmpty();
    }

    @Test
    void oneOfWhichNothingIsKnownWasNamedWhenItWasRead() {
        Given unknown = sink -> sink.fetch(Fetch.unknown(new Place("fetch.json", null, "")));
        assertThat(corpora.of(unknown).problems()).isEmpty();
    }

    @Test
    void aLongReasonIsCutAndStaysOnOneLine() {
        Corpus corpus = corpora.of(fetch().runs(0, 1).missing(Kind.RUN, "r", "\u202eanswers " + "x".repeat(1_000)));
        assertThat(corpus.fetches().get(0).missing().get(0).why())
                .startsWith("\\u202Eanswers xxx")
                .endsWith("x…")
                .hasSize(206);
        assertThat(corpus.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).startsWith("nothing: \\u202Eanswers"));
    }

    private static GivenFetch short18() {
        return fetch().runs(482, 18);
    }

    private static Problem incomplete(String pointer, @Nullable String id, String expected, String found) {
        return new Problem(
                Problem.Kind.INCOMPLETE,
                Problem.Severity.WARNING,
                new Place("fetch.json", null, pointer),
                id,
                expected,
                found,
                AGAIN);
    }
}
