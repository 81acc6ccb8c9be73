package dev.callsheet.site;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureGroup.Kind;
import dev.callsheet.metrics.FailureMode;
import dev.callsheet.output.SafePath;
import dev.callsheet.render.html.PageRenderer;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.Plans;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FailurePagesTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 4, 11);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 14);

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theHeadlineCountsEachRunOnce() {
        Corpus corpus = corpora.of(failed("r1"), failed("r2"), errored("e", "line dropped"));
        SitePlan plan = plan(
                corpus,
                group(corpus, "Books", "r1"),
                group(corpus, "Says goodbye", "r1", "r2"),
                error(corpus, "line dropped", "e"));
        assertThat(index(plan).headline())
                .isEqualTo("Calls fail most often on “Says goodbye”: 2 of 2 runs with a failed assertion.");
        assertThat(index(plan).lead()).startsWith("2 runs failed on 2 assertions; 1 run stopped with 1 error message.");
        assertThat(index(plan).sections()).extracting(Section::id).containsExactly("assertions", "errors");
    }

    @Test
    void aShareHasItsNumbersAndItsInterval() {
        Corpus corpus = corpora.of(failed("r1"), failed("r2"));
        SitePlan plan = plan(corpus, group(corpus, "Books", "r1", "r2"));
        assertThat(index(plan).sections().get(0).table().rows().get(0))
                .contains(Cell.text("2/8"), Cell.text("25.0 %"))
                .anySatisfy(cell -> assertThat(cell)
                        .isInstanceOfSatisfying(
                                Cell.Bars.class,
                                bars -> assertThat(bars.description())
                                        .isEqualTo("2 of 8, 95 % interval 7.1 to 59.1 %")));
    }

    @Test
    void whatTheApiSaysIsToldApartAndLinked() {
        SitePlan plan = Plans.of(
                corpora.of(scenario("s").named("Booking")),
                List.of(),
                List.of(),
                List.of(new FailureMode(
                        "agent was curt", "Agent was curt", List.of("x", "y", "z", "w", "v"), List.of("s"))));
        assertThat(index(plan).headline()).isEqualTo("No assertion result was loaded.");
        Section api = index(plan).sections().get(1);
        assertThat(api.note()).contains("the API's words");
        assertThat(Views.parts(plan.page(SitePaths.FAILURES)))
                .contains(
                        new Link(SitePaths.scenario("s").relativeTo(SitePaths.FAILURES), "Booking", false),
                        new Link(null, "and 2 more", false));
    }

    @Test
    void assertionsThatNeverFailedAreListedWhenTheyWereEvaluatedOften() {
        List<Given> runs = new ArrayList<>();
        IntStream.range(0, 59)
                .forEach(i -> runs.add(run("r" + i).at("2026-04-14").check("a", PASSED, null)));
        SitePlan plan = Plans.of(
                corpora.of(runs), List.of(), List.of(), List.of(new FailureMode("curt", "curt", List.of(), List.of())));
        assertThat(index(plan).sections())
                .filteredOn(section -> section.id().equals("never-failed"))
                .singleElement()
                .satisfies(section ->
                        assertThat(Pages.texts(section.table())).containsExactly(List.of("s", "contains", "59")));
        runs.remove(0);
        SitePlan fewer = Plans.of(
                corpora.of(runs), List.of(), List.of(), List.of(new FailureMode("curt", "curt", List.of(), List.of())));
        assertThat(index(fewer).sections()).extracting(Section::id).doesNotContain("never-failed");
    }

    @Test
    void failuresArePlannedOnlyWhereThereAreAny() {
        assertThat(plan(corpora.of(run("r"))).paths()).doesNotContain(SitePaths.FAILURES);
    }

    @Test
    void aGroupSaysHowOftenHowSurelyAndSinceWhen() {
        Corpus corpus = corpora.of(failed("r1"), failed("r2"), run("r3").at("2026-04-14"));
        FailureGroup group = group(corpus, "Books", "r1", "r2");
        FailurePage.View view = view(plan(corpus, group), group);
        assertThat(view.headline()).isEqualTo("“Books” failed in 2 of 8 runs.");
        assertThat(view.label()).isNull();
        assertThat(view.lead())
                .containsExactly(
                        "That is 25.0 % of the runs that checked it, 95 % interval 7.1 to 59.1 %. "
                                + "In 1 run nothing else failed.",
                        "First seen on Sat 11 Apr 2026, last on Tue 14 Apr 2026.");
        assertThat(view.scenarios().table().rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains(Cell.text("2/3")));
    }

    @Test
    void aLongTextIsCutInHeadingsAndStandsWholeBelow() {
        String text = "Does ".repeat(50).strip();
        Corpus corpus = corpora.of(failed("r"));
        FailureGroup group = group(corpus, text, "r");
        FailurePage.View view = view(plan(corpus, group), group);
        assertThat(view.headline()).contains("…” failed in");
        assertThat(view.label()).isEqualTo(text);
    }

    @Test
    void anErrorStandsInNoRate() {
        Corpus corpus = corpora.of(errored("e", "line dropped"));
        FailureGroup group = error(corpus, "line dropped", "e");
        FailurePage.View view = view(plan(corpus, group), group);
        assertThat(view.headline()).isEqualTo("“line dropped” stopped 1 run.");
        assertThat(view.lead()).contains("Seen on one night, Tue 14 Apr 2026.");
        assertThat(view.scenarios().table().columns())
                .extracting(Table.Head::kind)
                .doesNotContain(Table.Kind.BARS);
        assertThat(view.excerpts()).isEmpty();
    }

    @Test
    void theReasonIsThatOfTheAssertionTheGroupIsAbout() {
        Corpus corpus = corpora.of(
                scenario("s").asserting("a", "Greets the caller").asserting("b", "Books the visit"),
                run("r").at("2026-04-14")
                        .failed()
                        .check("a", FAILED, "no greeting")
                        .check("b", FAILED, "no visit")
                        .check("c", PASSED, "all well"));
        FailureGroup group = group(corpus, "Books a visit", "r");
        assertThat(view(plan(corpus, group), group).excerpts())
                .extracting(FailurePage.Quotation::text)
                .containsExactly("no visit");
    }

    @Test
    void excerptsAreOfTheNewestRunAndOneFromTheMiddleThatSaysSomethingElse() {
        Corpus corpus = corpora.of(
                reasoned("r1", "2026-04-11", "first"),
                reasoned("r2", "2026-04-12", "second"),
                reasoned("r3", "2026-04-13", "last"),
                reasoned("r4", "2026-04-14", "last"),
                run("r5").at("2026-04-15").failed().check("a", FAILED, null));
        FailureGroup group = group(corpus, "a", "r1", "r2", "r3", "r4", "r5");
        FailurePage.View view = view(plan(corpus, group), group);
        assertThat(view.excerpts()).extracting(FailurePage.Quotation::text).containsExactly("last", "second");
        assertThat(view.excerpts().get(0).run().href())
                .isEqualTo(SitePaths.run("r4").relativeTo(SitePaths.failure(group)));
    }

    @Test
    void anExcerptIsCutBetweenCharacters() {
        Corpus corpus = corpora.of(reasoned("r", "2026-04-14", "😀".repeat(301)));
        FailureGroup group = group(corpus, "a", "r");
        assertThat(view(plan(corpus, group), group).excerpts().get(0).text()).isEqualTo("😀".repeat(299) + "…");
    }

    @Test
    void whereTheJudgeGaveNoReasonThePageSaysSo() {
        Corpus corpus = corpora.of(failed("r"));
        FailureGroup group = group(corpus, "Books", "r");
        assertThat(rendered(plan(corpus, group), SitePaths.failure(group)).text())
                .contains("The judge gave no reason.");
    }

    @Test
    void textsAreNoMarkup() {
        String hostile = "<script>alert(1)</script> [[${7*7}]]";
        Corpus corpus = corpora.of(reasoned("r", "2026-04-14", "why " + hostile));
        FailureGroup group = group(corpus, hostile, "r");
        SitePlan plan = plan(corpus, group);
        Document page = rendered(plan, SitePaths.failure(group));
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("blockquote").text()).isEqualTo("why " + hostile);
        assertThat(page.select("h1").text()).contains(hostile);
        assertThat(rendered(plan, SitePaths.FAILURES).select("main a").text()).contains(hostile);
    }

    @Test
    void groupsOfOneTextAndTwoKindsHaveTwoPages() {
        Corpus corpus = corpora.of(failed("r"), errored("e", "timeout"));
        FailureGroup assertion = group(corpus, "timeout", "r");
        FailureGroup error = error(corpus, "timeout", "e");
        assertThat(SitePaths.failure(assertion)).isNotEqualTo(SitePaths.failure(error));
        assertThat(plan(corpus, assertion, error).paths())
                .contains(SitePaths.failure(assertion), SitePaths.failure(error));
    }

    @Test
    void moreRunsThanAPageHoldsStandOnFurtherPagesNewestFirst() {
        List<Given> runs = new ArrayList<>();
        IntStream.rangeClosed(0, Parts.ROWS.most()).forEach(i -> runs.add(failed("r" + i)));
        runs.add(run("oldest").at("2026-04-01").failed());
        Corpus corpus = corpora.of(runs);
        FailureGroup group =
                new FailureGroup(Kind.ASSERTION, "books", "Books", corpus.runs(), List.of("s"), 600, 0, FIRST, LAST);
        Page second = plan(corpus, group).page(Parts.path(SitePaths.failure(group), 2));
        assertThat(((RowsPage.View) second.view()).rows().table().rows()).hasSize(2);
        assertThat(Views.parts(second))
                .contains(new Link(SitePaths.run("oldest").relativeTo(second.path()), "1 Apr 2026 00:00 UTC", false));
        assertThat(second.frame().crumbs()).extracting(Link::text).containsExactly("Failures", "Books");
    }

    private static GivenRun failed(String id) {
        return run(id).at("2026-04-14").failed();
    }

    private static GivenRun reasoned(String id, String date, String reason) {
        return run(id).at(date).failed().check("a", FAILED, reason);
    }

    private static GivenRun errored(String id, String message) {
        return run(id).at("2026-04-14").errored().error(message);
    }

    /** A group whose assertion was checked in eight runs and failed alone in one. */
    private static FailureGroup group(Corpus corpus, String label, String... runs) {
        return group(Kind.ASSERTION, corpus, label, List.of(runs), 8, 1, FIRST);
    }

    private static FailureGroup error(Corpus corpus, String label, String... runs) {
        return group(Kind.ERROR_MESSAGE, corpus, label, List.of(runs), 0, 0, LAST);
    }

    private static FailureGroup group(
            Kind kind, Corpus corpus, String label, List<String> runs, long evaluated, long alone, LocalDate first) {
        return new FailureGroup(
                kind,
                label.toLowerCase(Locale.ROOT),
                label,
                corpus.runs().stream().filter(run -> runs.contains(run.id())).toList(),
                List.of("s"),
                evaluated,
                alone,
                first,
                LAST);
    }

    private static SitePlan plan(Corpus corpus, FailureGroup... groups) {
        return Plans.of(corpus, List.of(), List.of(groups), List.of());
    }

    private static FailuresPage.View index(SitePlan plan) {
        return (FailuresPage.View) plan.page(SitePaths.FAILURES).view();
    }

    private static FailurePage.View view(SitePlan plan, FailureGroup group) {
        return (FailurePage.View) plan.page(SitePaths.failure(group)).view();
    }

    private static Document rendered(SitePlan plan, SafePath path) {
        return Jsoup.parse(new String(new PageRenderer().render(plan.page(path)), StandardCharsets.UTF_8));
    }
}
