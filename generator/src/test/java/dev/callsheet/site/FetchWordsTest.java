package dev.callsheet.site;

import static dev.callsheet.testing.Given.fetch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.FetchNumbers;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFetch;
import dev.callsheet.testing.Plans;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What pages, the summary, the gate and the console say of how the input was fetched. */
class FetchWordsTest {

    private static final String UNKNOWN =
            "What a fetch of these results says of itself could not be read: some may be missing.";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void nothingIsSaidWhereNothingWasFetched() {
        assertThat(FetchWords.brief(null)).isEmpty();
        assertThat(FetchWords.sentences(null)).isEmpty();
        assertThat(Plans.of(corpora.of(run("r").at("2026-04-14")))
                        .page(SitePaths.LATEST)
                        .frame()
                        .wholeness())
                .doesNotContain("fetch");
    }

    @Test
    void aCompleteFetchIsSaidInAFewWordsOnly() {
        FetchNumbers whole = numbers(fetch().runs(1_500, 0).of(Kind.SCENARIO, 12, 1, 0));
        assertThat(FetchWords.brief(whole)).containsExactly("last fetch complete: 1\u202f500 runs");
        assertThat(FetchWords.sentences(whole)).isEmpty();
        assertThat(FetchWords.evidence(whole)).isEqualTo("Of 1\u202f513 records asked for none is missing");
    }

    @Test
    void whatIsGoneFromTheApiIsCountedAndNotMissing() {
        assertThat(FetchWords.brief(numbers(fetch().of(Kind.RUN, 490, 10, 0))))
                .containsExactly("last fetch complete: 490 runs, 10 gone from the API");
    }

    @Test
    void aFetchOfNoRunsIsCompleteToo() {
        assertThat(FetchWords.brief(numbers(fetch().of(Kind.SIMULATION_SET, 1, 0, 0))))
                .containsExactly("last fetch complete");
        assertThat(FetchWords.evidence(numbers(fetch()))).isEqualTo("Nothing that was asked for is missing");
    }

    @Test
    void theMostFrequentReasonIsSaidAndCounted() {
        FetchNumbers some = numbers(fetch().runs(482, 18)
                .missing(Kind.RUN, "r1", "did not answer in 30 seconds")
                .missing(Kind.RUN, "r2", "answers 500 (asked 6 times)")
                .missing(Kind.RUN, "r3", "answers 500 (asked 6 times)")
                .missing(Kind.LIST, "runs", "answers 502"));
        assertThat(FetchWords.brief(some)).containsExactly("fetched 482 of 500 runs");
        assertThat(FetchWords.sentences(some))
                .containsExactly(
                        "Incomplete: fetched 482 of 500 runs; the most frequent reason, for 2 of 18 missing, is"
                                + " “answers 500 (asked 6 times)”.");
        assertThat(FetchWords.evidence(some)).isEqualTo("482 of 500 runs were fetched");
    }

    @Test
    void ofEquallyFrequentReasonsTheFirstByTheAlphabetIsSaid() {
        GivenFetch fetch = fetch().runs(8, 2).missing(Kind.RUN, "r1", "b").missing(Kind.RUN, "r2", "a");
        assertThat(FetchWords.sentences(numbers(fetch)))
                .containsExactly(
                        "Incomplete: fetched 8 of 10 runs; the most frequent reason, for 1 of 2 missing, is “a”.");
    }

    @Test
    void oneReasonForAllIsNotCounted() {
        assertThat(FetchWords.sentences(
                        numbers(fetch().runs(0, 1).missing(Kind.RUN, "r", "answers 400: " + "x".repeat(100)))))
                .containsExactly(
                        "Incomplete: fetched 0 of 1 run; the reason is “answers 400: " + "x".repeat(66) + "…”.");
        assertThat(FetchWords.sentences(numbers(fetch().runs(3, 1).missing(Kind.RUN, "r", null))))
                .containsExactly("Incomplete: fetched 3 of 4 runs.");
    }

    @Test
    void everyKindOfWhichSomeIsMissingIsCounted() {
        FetchNumbers kinds = numbers(fetch().runs(482, 18)
                .of(Kind.SCENARIO, 10, 0, 2)
                .of(Kind.BATCH, 3, 0, 0)
                .of(Kind.SIMULATION_SET, 0, 0, 1));
        assertThat(FetchWords.brief(kinds))
                .containsExactly("fetched 482 of 500 runs, 10 of 12 scenarios, 0 of 1 simulation set");
        assertThat(FetchWords.sentences(kinds))
                .containsExactly("Incomplete: fetched 482 of 500 runs, 10 of 12 scenarios and 0 of 1 simulation set.");
    }

    @Test
    void aListThatBrokeOffIsTheReasonForWhatHasNoName() {
        assertThat(FetchWords.sentences(numbers(fetch().runs(300, 200).missing(Kind.LIST, "runs", "answers 502"))))
                .containsExactly("Incomplete: fetched 300 of 500 runs; a list of the API was not read to its end:"
                        + " “answers 502”.");
        FetchNumbers uncounted = numbers(fetch().runs(300, 0).missing(Kind.LIST, "runs", "answers 502"));
        assertThat(FetchWords.sentences(uncounted))
                .containsExactly(
                        "Some results may be missing; a list of the API was not read to its end: “answers 502”.");
        assertThat(FetchWords.brief(uncounted)).containsExactly("fetch not complete");
        assertThat(FetchWords.evidence(uncounted)).isEqualTo("1 fetch is not complete, so results may be missing");
    }

    @Test
    void aFetchThatDidNotEndSaysSo() {
        FetchNumbers killed = numbers(fetch().runs(300, 0).notEnded());
        assertThat(FetchWords.brief(killed)).containsExactly("the fetch did not end");
        assertThat(FetchWords.sentences(killed))
                .containsExactly("The fetch of these results did not end: some may be missing.");
        assertThat(FetchWords.evidence(killed)).isEqualTo("1 fetch did not end, so results may be missing");

        FetchNumbers both = numbers(fetch().runs(300, 200).notEnded(), fetch().runs(5, 0));
        assertThat(FetchWords.brief(both)).containsExactly("fetched 305 of 505 runs", "the fetch did not end");
        assertThat(FetchWords.sentences(both))
                .containsExactly(
                        "Incomplete: fetched 305 of 505 runs.",
                        "1 of the 2 fetches of these results did not end: some may be missing.");
    }

    @Test
    void aFetchOfWhichNothingIsKnownSaysSo() {
        FetchNumbers unknown =
                numbers(sink -> sink.fetch(Fetch.unknown(Given.place("b/fetch.json"))), fetch().in("a/fetch.json"));
        assertThat(FetchWords.sentences(unknown)).containsExactly(UNKNOWN);
        assertThat(FetchWords.brief(unknown)).containsExactly("fetch not complete");
        assertThat(unknown.ended()).isFalse();
        assertThat(FetchWords.sentences(numbers(fetch().incomplete())))
                .containsExactly("A fetch of these results is not complete: some may be missing.");
    }

    @Test
    void theFirstPageTheGreyLineAndTheSummarySayItBeforeTheNumbers() {
        Pages pages = Pages.of(
                corpora.of(run("r").at("2026-04-14"), fetch().runs(482, 18).missing(Kind.RUN, "r1", "answers 500")));
        String sentence =
                "Incomplete: fetched 482 of 500 runs; the most frequent reason, for 1 of 18 missing, is “answers 500”.";
        Page latest = LatestPage.make(pages.at(SitePaths.LATEST, SitePaths.PROBLEMS));
        assertThat(((LatestPage.View) latest.view()).notices())
                .containsExactly(new Notice(sentence, Link.to("problems.html", "What is missing, by name")));
        assertThat(latest.frame().wholeness()).contains(" · fetched 482 of 500 runs · ");
        assertThat(NightSummary.of(pages.report()).lead())
                .startsWith(sentence, "Gate inconclusive: 482 of 500 runs were fetched.");
    }

    @Test
    void noNamesArePromisedOfAFetchThatWasKilled() {
        Pages pages = Pages.of(
                corpora.of(run("r").at("2026-04-14"), fetch().runs(0, 0).notEnded()));
        Page latest = LatestPage.make(pages.at(SitePaths.LATEST, SitePaths.PROBLEMS));
        assertThat(((LatestPage.View) latest.view()).notices())
                .extracting(Notice::more)
                .containsExactly(Link.to("problems.html", "What to do"));
    }

    @Test
    void soDoTheFirstPageAndTheSummaryOfAnInputWithoutANight() {
        Pages pages = Pages.of(corpora.of(set("s"), fetch().runs(0, 2)));
        LatestWithoutNight.View view = (LatestWithoutNight.View)
                LatestPage.make(pages.at(SitePaths.LATEST)).view();
        assertThat(view.notices()).extracting(Notice::text).containsExactly("Incomplete: fetched 0 of 2 runs.");
        assertThat(NightSummary.of(pages.report()).lead())
                .containsExactly(
                        "Incomplete: fetched 0 of 2 runs.",
                        GateSummary.of(pages.report()).sentence());
    }

    @Test
    void theProblemsPageDoesNotSayOnlyThatNothingWasLost() {
        assertThat(problems(fetch().runs(1, 1)))
                .endsWith("; no file or record was lost, and the fetch was not complete.");
        assertThat(problems(fetch().runs(1, 0))).startsWith("No problems");
    }

    private String problems(Given fetch) {
        Pages pages = Pages.of(corpora.of(run("r").at("2026-04-14"), fetch));
        Pages told = new Pages(
                pages.corpus(),
                Plans.report(pages.report().analysis(), pages.corpus().problems()));
        return ((ProblemsPage.View)
                        ProblemsPage.make(told.at(SitePaths.PROBLEMS), 1).view())
                .headline();
    }

    private FetchNumbers numbers(Given... fetches) {
        return Objects.requireNonNull(
                FetchNumbers.of(corpora.of(Arrays.asList(fetches)).fetches()));
    }
}
