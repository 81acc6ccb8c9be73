package dev.callsheet.render.html;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.past;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunKey;
import dev.callsheet.output.SafePath;
import dev.callsheet.site.SitePaths;
import dev.callsheet.site.SitePlan;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenHistory;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.Plans;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What pages show of runs that only earlier reports know, and of runs that a budget leaves without a page. */
class PastPagesTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    private final PageRenderer renderer = new PageRenderer();
    private GivenHistory history = new GivenHistory().read("site", 1, 2);

    @Test
    void aPastRunIsASquareWithoutALink() {
        SitePlan site = site(night(13, "1", "2"), tonight());
        assertThat(site.paths())
                .contains(SitePaths.run("t1"))
                .doesNotContain(SitePaths.run("1"), SitePaths.run(RunKey.of("1")));
        Document page = page(site, SitePaths.night(LocalDate.parse("2026-04-13")));
        assertThat(page.select(".squares a")).isEmpty();
        assertThat(page.select(".squares span[role=img]").eachAttr("aria-label"))
                .containsExactly("attempt 1 failed", "attempt 2 failed");
    }

    @Test
    void aPastNightSaysWhereItIsKnownFrom() {
        SitePlan site = site(night(13, "1", "2"), tonight());
        assertThat(lead(site, "2026-04-13"))
                .contains("Known from earlier reports; the calls of this night are not in this site.");
        assertThat(lead(site, "2026-04-14")).doesNotContain("earlier reports");
        assertThat(page(site, SitePaths.NIGHTS)
                        .select("td[data-label=Known from]")
                        .eachText())
                .containsExactly("input", "history");
    }

    @Test
    void aNightOfBothKindsSaysHowManyCallsAreMissing() {
        SitePlan site = site(night(14, "1", "2"), tonight());
        assertThat(lead(site, "2026-04-14"))
                .contains("2 of 4 runs are known from earlier reports; their calls are not in this site.");
        assertThat(page(site, SitePaths.NIGHTS)
                        .select("td[data-label=Known from]")
                        .eachText())
                .containsExactly("input and history");
    }

    @Test
    void aSealedNightHasCountsForSquares() {
        SitePlan site = site(sealed(failed(13, "1", "2")), tonight());
        Document page = page(site, SitePaths.night(LocalDate.parse("2026-04-13")));
        assertThat(page.select("main p").eachText()).contains("Only counts of this night are kept.");
        assertThat(page.select("#scenarios td[data-label=Attempts]").eachText()).containsExactly("2 runs");
        assertThat(page(site, SitePaths.NIGHTS)
                        .select("td[data-label=Known from]")
                        .eachText())
                .containsExactly("input", "counts only");
        assertThat(page(site, SitePaths.scenario("s"))
                        .select("#nights td[data-label=Attempts]")
                        .eachText())
                .containsExactly("2 runs");
    }

    @Test
    void nightsOfTheInputNeedNoColumn() {
        assertThat(page(site(tonight()), SitePaths.NIGHTS).select("td[data-label=Known from]"))
                .isEmpty();
    }

    @Test
    void aPastNightsPageIsTheSameTheNightAfter() {
        SafePath night = SitePaths.night(LocalDate.parse("2026-04-13"));
        String before = html(site(night(12, "0"), night(13, "1", "2"), tonight()), night);
        String after = html(site(night(12, "0"), night(13, "1", "2"), past(tonight()), at(15, "u1")), night);
        assertThat(after).isEqualTo(before);
    }

    @Test
    void tablesListRunsOfTheInputAndCountTheOthers() {
        SitePlan site = site(night(13, "1", "2"), tonight());
        Document scenario = page(site, SitePaths.scenario("s"));
        assertThat(scenario.select("#runs tbody tr")).hasSize(2);
        assertThat(scenario.select("#runs small").text())
                .isEqualTo("newest first; 2 more runs known from earlier reports have no page");
        Element none = page(site(night(13, "1")), SitePaths.scenario("s")).expectFirst("#runs p");
        assertThat(none.text()).isEqualTo("Its run is known from earlier reports: counted, but without a page.");
    }

    @Test
    void aRunLeftOutByABudgetHasARowWithoutALink() {
        SitePlan site = siteWith(run -> !run.id().equals("t1"), tonight());
        Document scenario = page(site, SitePaths.scenario("s"));
        assertThat(scenario.select("#runs th[scope=row]").eachText())
                .containsExactly("14 Apr 2026 00:01 UTC", "14 Apr 2026 00:00 UTC, no page");
        assertThat(scenario.select("#runs th[scope=row] a").eachAttr("href")).containsExactly("../runs/" + slug("t2"));
        assertThat(lead(site, "2026-04-14")).contains("1 of 2 runs has no page, to keep the site small.");
        assertThat(page(site, SitePaths.run("t2")).select(".verdict a").eachText())
                .isEmpty();
    }

    @Test
    void neitherTheWorstRunNorItsTwinIsAPastOne() {
        SitePlan site = site(night(14, "1"), past(run("pass").at("2026-04-13")), tonight());
        Document scenario = page(site, SitePaths.scenario("s"));
        assertThat(scenario.select("#twin a").eachAttr("href")).containsExactly("../runs/" + slug("t1"));
        assertThat(scenario.select("#twin small").text())
                .isEqualTo("no pass of this or an earlier night whose call is in this site");
        assertThat(page(site(night(14, "1")), SitePaths.scenario("s")).select("#twin"))
                .isEmpty();
    }

    @Test
    void onlyRunsOfTheInputAreQuoted() {
        Given said = run("said").at("2026-04-12T00:00:00Z").failed().check("a", Verdict.FAILED, "It was rude.");
        SitePlan both = site(failing("1", "a"), failing("2", "a"), said);
        Document page = page(both, failure(both));
        assertThat(page.select("blockquote").eachText()).containsExactly("It was rude.");
        assertThat(page.select("h1").text()).endsWith("failed in 3 of 3 runs.");
        assertThat(page.select("#runs tbody tr")).hasSize(1);
        SitePlan pastOnly = site(failing("1", "a"), run("t").at("2026-04-14"));
        Document silent = page(pastOnly, failure(pastOnly));
        assertThat(silent.select("blockquote")).isEmpty();
        assertThat(silent.select("main p").eachText()).contains("Earlier reports do not keep what was said.");
    }

    @Test
    void messagesAreThoseOfTheInput() {
        SitePlan site = site(
                past(run("0").at("2026-04-13").errored()),
                run("1").at("2026-04-14").errored().error("no line"));
        assertThat(page(site, failure(site)).select("main p").eachText())
                .contains("A run with an error has no result, so it stands in no rate. "
                        + "Earlier reports do not keep messages: these are runs of the input.");
        assertThat(page(site, SitePaths.FAILURES).select("#errors small").text())
                .endsWith("; of the input only");
    }

    @Test
    void aBatchCountsItsPastRuns() {
        SitePlan site = site(
                past(run("1").at("2026-04-13").batch("b")),
                batch("b").listing("1", "2").at("2026-04-13T00:00:00Z"),
                run("2").at("2026-04-13").batch("b"));
        Document page = page(site, SitePaths.batch("b"));
        assertThat(page.select("h1").text()).isEqualTo("Batch by ci: 2 of 2 runs passed.");
        assertThat(page.select("main").text()).doesNotContain("not counted here");
        assertThat(page.select("#runs small").text()).contains("1 more run known from earlier reports has no page");
    }

    @Test
    void aBatchOfASealedNightSaysSo() {
        SitePlan site = site(
                sealed(run("1").at("2026-04-13").batch("b")), past(batch("b").at("2026-04-13T00:00:00Z")), tonight());
        assertThat(page(site, SitePaths.batch("b")).select("h1").text())
                .isEqualTo("Batch by ci: only counts of its night are kept.");
    }

    @Test
    void aRenamedScenarioGoesByBothNames() {
        SitePlan site = site(
                scenario("s").named("Present"),
                past(run("1").at("2026-04-10").named("D")),
                past(run("2").at("2026-04-11").named("C")),
                past(run("3").at("2026-04-12").named("B <i>")),
                past(run("4").at("2026-04-13").named("A")),
                run("5").at("2026-04-14").named("Present"));
        String formerly = "“A”, “B <i>”, “C” and 1 more";
        assertThat(page(site, SitePaths.scenario("s")).select("main p").eachText())
                .contains("Formerly " + formerly + ".");
        assertThat(page(site, SitePaths.SCENARIOS).select("#all th[scope=row]").text())
                .isEqualTo("Present formerly " + formerly);
    }

    @Test
    void aSourceThatCouldNotBeReadIsNamedOnTheFirstPage() {
        history = new GivenHistory().notRead("https://example.org/x", "answers 404.");
        SitePlan site = site(tonight());
        assertThat(page(site, SitePaths.LATEST).select(".verdict .notice").text())
                .isEqualTo("History could not be read: https://example.org/x answers 404. Trends start tonight.");
        assertThat(page(site, SitePaths.LATEST).select("footer p").text()).endsWith("history could not be read");
        SitePlan more = site(night(2, "1"), tonight());
        assertThat(page(more, SitePaths.LATEST).select(".notice").text())
                .endsWith("answers 404. Trends start with Thu 2 Apr 2026.");
        assertThat(page(site(scenario("s")), SitePaths.LATEST).select(".notice").text())
                .endsWith("answers 404.");
    }

    @Test
    void withoutHistoryThePageOfNightsSaysHowToKeepIt() {
        history = new GivenHistory();
        SitePlan site = site(tonight());
        assertThat(page(site, SitePaths.NIGHTS).select("#history p").text())
                .startsWith("No history was asked for: trends start with this input.")
                .endsWith("or its address as history (docs/history.md).");
        assertThat(page(site, SitePaths.LATEST).select(".notice")).isEmpty();
        assertThat(page(site, SitePaths.LATEST).select("footer p").text())
                .endsWith("no history beyond the files loaded");
    }

    @Test
    void thePageOfNightsTellsWhatWasReadAndWhatIsKept() {
        history = new GivenHistory()
                .read("old/site", 2, 5)
                .read("other", 0, 0)
                .notRead("https://example.org", "no answer within 20 s")
                .kept("2026-04-12", true)
                .kept("2026-04-13", false)
                .kept("2026-04-14", false)
                .sealedNow("2026-04-12")
                .dropped("2026-04-01", "2026-04-02", "2026-04-03", "2026-04-04")
                .readonly()
                .pages("2026-04-13", 1200, true);
        Document page = page(site(night(13, "1"), tonight()), SitePaths.NIGHTS);
        assertThat(page.select("#history small").text()).isEqualTo("stream main");
        assertThat(page.select("#history > p").eachText())
                .contains("Earlier reports knew 2 nights; 5 runs of these are not in the input and count here without "
                        + "the calls.");
        assertThat(page.select("#history tbody tr").eachText())
                .containsExactly(
                        "old/site read 2 5 Mon 13 Apr 2026",
                        "other no night of this stream 0 0 –",
                        "https://example.org not read: no answer within 20 s – – –");
        assertThat(facts(page))
                .containsExactly(
                        "kept here: 3 nights, 3 kB; 1 of them as counts only",
                        "read only: what was read is handed on as it was; tonight is not added",
                        "kept at most: 400 nights and 40.0 MB; older nights as counts only",
                        "counts only from now on: Sun 12 Apr 2026",
                        "given up now: 4 nights, lately Thu 2 Apr 2026, Fri 3 Apr 2026, Sat 4 Apr 2026",
                        "pages of runs: from Mon 13 Apr 2026 on; 1\u202f200 runs of the input have none, for the size of the "
                                + "site",
                        "pages at most: the last 30 nights of the input and 900.0 MB a site");
        assertThat(page.select("footer p").text()).endsWith("history of 2 nights from old/site and other");
    }

    @Test
    void thePageOfFilesListsWhatIsKept() {
        assertThat(page(site(tonight()), SitePaths.DATA).text()).doesNotContain("history/index.json");
        history = new GivenHistory().kept("2026-04-13", false).kept("2026-04-14", false);
        Element row = page(site(tonight()), SitePaths.DATA).expectFirst("#files tbody tr:last-child");
        assertThat(row.select("a").attr("href")).isEqualTo("history/index.json");
        assertThat(row.text()).contains("2 kB").contains("2 nights in data/history");
    }

    private static List<String> facts(Document page) {
        Element facts = page.expectFirst("#history dl");
        List<String> values = facts.select("dd").eachText();
        List<String> names = facts.select("dt").eachText();
        return IntStream.range(0, names.size())
                .mapToObj(i -> names.get(i) + ": " + values.get(i))
                .toList();
    }

    /** Failed runs of a night of April that only earlier reports know. */
    private static Given night(int day, String... ids) {
        return past(failed(day, ids));
    }

    private static Given failed(int day, String... ids) {
        return sink -> {
            for (String id : ids) {
                at(day, id).failed().to(sink);
            }
        };
    }

    /** A failed run and then an error of 14 April. */
    private static Given tonight() {
        return sink -> {
            at(14, "t1").failed().to(sink);
            run("t2").at("2026-04-14T00:01:00Z").errored().to(sink);
        };
    }

    private static GivenRun at(int day, String id) {
        return run(id).at("2026-04-%02d".formatted(day));
    }

    private static Given failing(String id, String assertion) {
        return past(run(id).at("2026-04-13").failed().check(assertion, Verdict.FAILED, "It was kept from us."));
    }

    private SitePlan site(Given... records) {
        return siteWith(run -> true, records);
    }

    private SitePlan siteWith(Predicate<CorpusRun> hasPage, Given... records) {
        return Plans.of(corpora.of(records), history, hasPage);
    }

    private static SafePath failure(SitePlan site) {
        return site.paths().stream()
                .filter(path -> path.value().startsWith("failures/"))
                .findFirst()
                .orElseThrow();
    }

    private static String slug(String runId) {
        return SitePaths.run(runId).value().substring("runs/".length());
    }

    private String lead(SitePlan site, String night) {
        return page(site, SitePaths.night(LocalDate.parse(night)))
                .select(".verdict p")
                .text();
    }

    private Document page(SitePlan site, SafePath path) {
        return Jsoup.parse(html(site, path));
    }

    private String html(SitePlan site, SafePath path) {
        return new String(renderer.render(site.page(path)), StandardCharsets.UTF_8);
    }
}
