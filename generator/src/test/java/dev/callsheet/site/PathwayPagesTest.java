package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Tally;
import dev.callsheet.output.SafePath;
import dev.callsheet.render.html.PageRenderer;
import dev.callsheet.stats.OddsRatio;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenNodes;
import dev.callsheet.testing.Plans;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PathwayPagesTest {

    private static final NodeNumbers GREETING = GivenNodes.node("greeting", 190, 220, 0, 0);
    private static final NodeNumbers REFUND = GivenNodes.node("offer_refund", 3, 14, 187, 206);
    private static final NodeNumbers CLOSING = GivenNodes.node("closing", 150, 150, 40, 70);

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theHeadlineNamesTheNodeWhoseCallsFailMostAgainstOthers() {
        SitePlan plan = plan(pathway("a", GREETING, REFUND, CLOSING), pathway("b"));
        assertThat(index(plan).headline())
                .isEqualTo("2 pathways; on “a” calls through offer_refund failed 11 of 14, others 19 of 206: clearly "
                        + "associated with failing.");
        assertThat(view(plan, "a").headline())
                .isEqualTo("Calls through offer_refund failed 11 of 14, others 19 of 206: clearly "
                        + "associated with failing.");
        assertThat(view(plan, "a").lead()).startsWith("On this pathway 190 of 220 runs passed.");
    }

    @Test
    void whereNoNodeStandsOutTheHeadlineSaysSo() {
        assertThat(index(plan(pathway("a", GREETING))).headline()).isEqualTo("1 pathway; no node stands out.");
    }

    @Test
    void aNodeThatIsClearlyAssociatedComesBeforeOneThatScoresHigherByChance() {
        NodeNumbers frequent = GivenNodes.node("often", 84, 100, 18, 20); // most failed calls come by, as all calls do
        NodeNumbers clear = GivenNodes.node("refund", 1, 6, 101, 114);
        assertThat(index(plan(pathway("a", frequent, clear))).headline()).contains("through refund");
        assertThat(index(plan(pathway("a", frequent))).headline())
                .isEqualTo("1 pathway; calls through often failed 16 of 100, others 2 of 20: weakly associated with "
                        + "failing.");
    }

    @Test
    void aNodeOfOneHardScenarioComesAfterOneThatDiffersWithinAScenario() {
        NodeNumbers hard = ofOneScenario(GivenNodes.node("tax", 0, 80, 180, 200));
        assertThat(index(plan(pathway("a", hard, REFUND))).headline()).contains("through offer_refund");
        assertThat(index(plan(pathway("a", hard))).headline())
                .endsWith(": clearly associated with failing, but not within a scenario.");
    }

    @Test
    void eachNodeSaysHowItIsAssociatedWithFailing() {
        NodeNumbers once = GivenNodes.node("once", 8, 9, 100, 210);
        NodeNumbers hopeless =
                new NodeNumbers(REFUND.feature(), Rate.of(0, 9), Rate.of(0, 20), OddsRatio.of(List.of()), null);
        NodeNumbers rather = GivenNodes.node("rather good", 8, 10, 100, 210);
        assertThat(Pages.texts(view(
                                plan(pathway(
                                        "a", REFUND, ofOneScenario(REFUND), rather, GREETING, CLOSING, once, hopeless)),
                                "a")
                        .nodes()
                        .table()))
                .extracting(row -> row.get(1))
                .containsExactly(
                        "clearly",
                        "clearly, not within a scenario",
                        "no",
                        "in every run",
                        "no failed run",
                        "too few runs",
                        "no run passed");
    }

    @Test
    void transitionsAndMissedNodesAreShownWhereFailingCallsHaveThemMoreOften() {
        SitePlan plan = plan(new PathwayNumbers(
                "a",
                tally(),
                Rate.of(190, 220),
                List.of("s"),
                GivenNodes.where(
                        List.of(GREETING),
                        List.of(
                                GivenNodes.transition("greeting", "refund", Rate.of(1, 5), Rate.of(99, 100)),
                                GivenNodes.transition("greeting", "book", Rate.of(99, 102), Rate.of(1, 3))),
                        List.of(GivenNodes.absence("book", Rate.of(1, 5), Rate.of(99, 100)))),
                List.of()));
        assertThat(rows(plan, "transitions")).extracting(row -> row.get(0)).containsExactly("greeting → refund");
        assertThat(rows(plan, "missed")).extracting(row -> row.get(0)).containsExactly("book");
    }

    @Test
    void whereFailedRunsStoppedAndPartedStandsBelow() {
        SitePlan plan = Plans.of(corpora.of(
                run("r1").pathway("a").at("2026-04-14").nodes("greeting", "book"),
                run("r2")
                        .pathway("a")
                        .at("2026-04-14")
                        .nodes("greeting")
                        .endingAt("greeting")
                        .failed()));
        assertThat(rows(plan, "stopped")).containsExactly(List.of("greeting", "1", "0"));
        assertThat(rows(plan, "partings")).containsExactly(List.of("greeting", "book", "the end", "1", "0"));
    }

    @Test
    void aNodeStandsBesideTheRunsThatDidNotVisitIt() {
        List<Cell> row =
                view(plan(pathway("a", REFUND)), "a").nodes().table().rows().get(0);
        assertThat(row)
                .contains(Cell.text("14"), Cell.text("187/206"), Cell.text("3/14"))
                .anySatisfy(cell -> assertThat(cell)
                        .isInstanceOfSatisfying(
                                Cell.Bars.class,
                                bars -> assertThat(bars.description())
                                        .startsWith("with 3 of 14, ")
                                        .contains("; without 187 of 206, ")));
    }

    @Test
    void aNodeOfEveryRunHasNothingToBeComparedWith() {
        List<Cell> row =
                view(plan(pathway("a", GREETING)), "a").nodes().table().rows().get(0);
        assertThat(row).contains(Cell.text(Format.UNDEFINED));
    }

    @Test
    void runsThatNameNoPathwayHaveAPageWithoutAnId() {
        SitePlan plan = plan(pathway("", REFUND));
        assertThat(view(plan, "").lead()).startsWith("Without a named pathway, 190 of 220 runs passed.");
        assertThat(view(plan, "").id()).isEmpty();
        assertThat(Views.parts(plan.page(SitePaths.PATHWAYS)))
                .filteredOn(Link.class::isInstance)
                .extracting(link -> ((Link) link).text())
                .contains("no pathway named");
    }

    @Test
    void pathwaysArePlannedOnlyWhereARunNamesOneOrItsNodes() {
        assertThat(plan().paths()).doesNotContain(SitePaths.PATHWAYS);
        assertThat(plan(pathway("")).paths()).doesNotContain(SitePaths.PATHWAYS, SitePaths.pathway(""));
        assertThat(plan(pathway("", REFUND)).paths()).contains(SitePaths.PATHWAYS, SitePaths.pathway(""));
        assertThat(plan(pathway("a")).paths()).contains(SitePaths.PATHWAYS, SitePaths.pathway("a"));
    }

    @Test
    void theWayToAPathwayLeadsOverAllOfThem() {
        SitePlan plan = plan(pathway("a"));
        assertThat(plan.page(SitePaths.pathway("a")).frame().crumbs())
                .containsExactly(new Link("index.html", "Pathways", false));
        assertThat(plan.page(SitePaths.PATHWAYS).frame().siblings())
                .containsExactly(new Link("index.html", "Pathways", true));
    }

    @Test
    void moreNodesThanAPageHoldsStandOnFurtherPages() {
        NodeNumbers[] nodes = IntStream.range(0, Parts.ROWS.most() + 1)
                .mapToObj(i -> GivenNodes.node("n" + i, 1, 1, 0, 0))
                .toArray(NodeNumbers[]::new);
        SitePlan plan = plan(pathway("a", nodes));
        SafePath second = Parts.path(SitePaths.pathway("a"), 2);
        assertThat(((RowsPage.View) plan.page(second).view()).rows().table().rows())
                .hasSize(1);
        assertThat(plan.page(second).frame().crumbs()).extracting(Link::text).containsExactly("Pathways", "a");
    }

    @Test
    void manyNodesThatNoRunVisitedAreNamedInPart() {
        List<String> never = IntStream.range(0, 33).mapToObj(i -> "n" + i).toList();
        PathwayPage.View view = view(
                plan(new PathwayNumbers("a", tally(), Rate.of(0, 0), List.of("s"), GivenNodes.where(), never)), "a");
        assertThat(view.neverVisited()).hasSize(30).contains("n29");
        assertThat(view.neverVisitedMore()).isEqualTo(" and 3 more");
    }

    @Test
    void itsScenariosAreLinkedWithWhatTheyPassed() {
        assertThat(view(plan(pathway("a")), "a").more().get(0).table().rows())
                .singleElement()
                .satisfies(row -> assertThat(row).contains(Cell.text("1/2")));
    }

    @Test
    void namesOfNodesAreNoMarkup() {
        String hostile = "<img src=x onerror=alert(1)> [[${7*7}]]";
        SitePlan plan = plan(new PathwayNumbers(
                hostile,
                tally(),
                Rate.of(190, 220),
                List.of("s"),
                GivenNodes.where(GivenNodes.node(hostile, 1, 9, 8, 9)),
                List.of(hostile)));
        Document page = rendered(plan, SitePaths.pathway(hostile));
        assertThat(page.select("img")).isEmpty();
        assertThat(page.select("code")).extracting(code -> code.text()).containsOnly(hostile);
        assertThat(rendered(plan, SitePaths.PATHWAYS).select("h1").text()).contains(hostile);
    }

    private static Document rendered(SitePlan plan, SafePath path) {
        return Jsoup.parse(new String(new PageRenderer().render(plan.page(path)), StandardCharsets.UTF_8));
    }

    /** The same where every run of its scenario visits it, and no run of another. */
    private static NodeNumbers ofOneScenario(NodeNumbers node) {
        return new NodeNumbers(node.feature(), node.with(), node.without(), OddsRatio.of(List.of()), node.suspicion());
    }

    private static List<List<String>> rows(SitePlan plan, String section) {
        return view(plan, "a").more().stream()
                .filter(of -> of.id().equals(section))
                .flatMap(of -> Pages.texts(of.table()).stream())
                .toList();
    }

    private static PathwaysPage.View index(SitePlan plan) {
        return (PathwaysPage.View) plan.page(SitePaths.PATHWAYS).view();
    }

    private static PathwayPage.View view(SitePlan plan, String id) {
        return (PathwayPage.View) plan.page(SitePaths.pathway(id)).view();
    }

    private SitePlan plan(PathwayNumbers... pathways) {
        return Plans.of(
                corpora.of(
                        run("r1").at("2026-04-14"), run("r2").at("2026-04-14").failed()),
                List.of(pathways),
                List.of(),
                List.of());
    }

    private static PathwayNumbers pathway(String id, NodeNumbers... nodes) {
        return new PathwayNumbers(id, tally(), Rate.of(190, 220), List.of("s"), GivenNodes.where(nodes), List.of());
    }

    private static Tally tally() {
        return new Tally(190, 30, 0, 0, 0, 0);
    }
}
