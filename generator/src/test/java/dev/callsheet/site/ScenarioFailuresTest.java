package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureMode;
import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenNodes;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScenarioFailuresTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    private Pages pages;

    @BeforeEach
    void load() {
        pages = Pages.of(corpora.of(
                run("1").at("2026-04-13").failed(),
                run("2").at("2026-04-14").failed(),
                run("3").of("t").at("2026-04-14").failed(),
                run("4")));
    }

    @Test
    void nothingIsShownOfWhatIsNotKnown() {
        assertThat(ScenarioFailures.of(context(), pages.scenario("s"))).isEmpty();
    }

    @Test
    void aNodeIsShownWithTheCallsThatVisitedItAndTheOthers() {
        Section nodes = ScenarioFailures.nodes(context(), null, List.of(GivenNodes.node("refund", 1, 5, 9, 10)));
        assertThat(Pages.texts(nodes.table()))
                .containsExactly(List.of("refund", "clearly", "4/5", "1/10", "2.4", "0.017"));
        assertThat(nodes.note()).contains("may be symptoms");
        assertThat(nodes.more()).extracting(Link::text).containsExactly("How nodes are ranked: rule 6.2");
    }

    @Test
    void nodesLeadToTheirPathwayWhereItHasAPage() {
        NodeNumbers node = GivenNodes.node("refund", 1, 5, 9, 10);
        PageContext with = pages.at(SitePaths.scenario("s"), SitePaths.pathway("p"));
        assertThat(ScenarioFailures.nodes(with, "p", List.of(node)).more()).hasSize(2);
        assertThat(ScenarioFailures.nodes(context(), "p", List.of(node)).more()).hasSize(1);
    }

    @Test
    void aPathwayOfManyNodesIsCut() {
        NodeNumbers node = GivenNodes.node("refund", 1, 5, 9, 10);
        Section nodes = ScenarioFailures.nodes(context(), null, Collections.nCopies(25, node));
        assertThat(nodes.table().rows()).hasSize(20);
        assertThat(nodes.note()).endsWith("the first 20 of 25, all are in data/nodes.csv");
    }

    @Test
    void aGroupCountsTheScenariosOwnRuns() {
        Section groups = ScenarioFailures.groups(
                context(), "s", List.of(group("b", "3", "2"), group("a", "1", "2", "3"), group("elsewhere", "3")));
        assertThat(Pages.texts(groups.table()))
                .containsExactly(List.of("a", "2", "14 Apr"), List.of("b", "1", "14 Apr"));
        assertThat(Pages.texts(ScenarioFailures.groups(context(), "s", List.of(group("undated", "4")))
                        .table()))
                .containsExactly(List.of("undated", "1", "–"));
    }

    @Test
    void aGroupLeadsToItsPage() {
        FailureGroup group = group("a", "1");
        PageContext context = pages.at(SitePaths.scenario("s"), SitePaths.failure(group));
        assertThat(ScenarioFailures.groups(context, "s", List.of(group))
                        .table()
                        .rows()
                        .get(0)
                        .get(0))
                .isEqualTo(context.cell(SitePaths.failure(group), "a"));
        assertThat(context.href(SitePaths.failure(group))).isNotNull();
    }

    @Test
    void theApisModesAreCalledTheApis() {
        Section modes = ScenarioFailures.modes(
                context(),
                "s",
                List.of(
                        new FailureMode(
                                "offered a refund",
                                "Offered a refund",
                                List.of("0123456789", "set"),
                                List.of("s", "t")),
                        new FailureMode("was curt", "Was curt", List.of("set"), List.of("t"))));
        assertThat(modes.title()).contains("API");
        assertThat(Pages.texts(modes.table())).containsExactly(List.of("Offered a refund", "01234567… set"));
    }

    private FailureGroup group(String label, String... runIds) {
        var runs = Arrays.stream(runIds).map(pages::run).toList();
        return new FailureGroup(
                FailureGroup.Kind.ASSERTION,
                label,
                label,
                runs,
                runs.stream().map(run -> run.facts().scenarioId()).distinct().toList(),
                10,
                1,
                null,
                null);
    }

    private PageContext context() {
        return pages.at(SitePaths.scenario("s"));
    }
}
