package dev.callsheet.metrics;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.Variable;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pathways and the nodes on them. */
class PathwayNumbersTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aPathwayIsTheRunsOwnElseItsScenariosElseNone() {
        List<PathwayNumbers> pathways = pathways(
                scenario("a").pathway("p"),
                run("a1").of("a").nodes("x"),
                run("a2").of("a").pathway("q").failed(),
                run("b1").of("b").pathway("p").errored(),
                run("c1").of("c"),
                scenario("d").pathway("never run"));
        assertThat(pathways).extracting(PathwayNumbers::id).containsExactly("", "p", "q");
        assertThat(pathways.get(1).tally()).isEqualTo(new Tally(1, 0, 1, 0, 0, 0));
        assertThat(pathways.get(1).scenarioIds()).containsExactly("a", "b");
        assertThat(pathways.get(1).traced()).isEqualTo(Rate.of(1, 1));
        assertThat(pathways.get(1).where().nodes())
                .extracting(node -> node.feature().node())
                .containsExactly("x");
        assertThat(pathways.get(2).traced()).isEqualTo(Rate.of(0, 0));
        assertThat(pathways.get(2).where().nodes()).isEmpty();
    }

    @Test
    void nodesThatAssertionsNameAndNoRunVisitsAreNeverVisited() {
        List<PathwayNumbers> pathways = pathways(
                scenario("s")
                        .asserting("NODE_REACHED", new Variable("node_id", "refund"))
                        .asserting("node_reached", new Variable("nodeId", "start"))
                        .asserting("NODE_REACHED", new Variable("threshold", "0.5"))
                        .asserting("LLM_JUDGE", new Variable("node_id", "no node check")),
                run("r1").nodes("start", "ask").check(node("ask"), PASSED).check(node("confirm"), FAILED),
                run("r2").check(node("[\"a\",\"b\"]"), FAILED)); // several, in a way nobody documents
        assertThat(pathways).hasSize(1);
        assertThat(pathways.get(0).neverVisited()).containsExactly("confirm", "refund");
    }

    @Test
    void aNodeWhoseCheckPassedInARunWasVisitedUnderWhateverName() {
        List<PathwayNumbers> pathways = pathways(
                run("r1").nodes("8d3f").check(node("Confirm"), PASSED).check(node("Refund"), FAILED),
                run("r2").nodes("77aa").check(node("Confirm"), FAILED));
        assertThat(pathways.get(0).neverVisited()).containsExactly("Refund");
    }

    @Test
    void withoutAnyNodeListNothingIsSaidToBeNeverVisited() {
        assertThat(pathways(run("r1").failed().check(node("confirm"), FAILED)))
                .allSatisfy(pathway -> assertThat(pathway.neverVisited()).isEmpty());
    }

    @Test
    void aDefinitionOfAnotherPathwaySaysNothingOfThisOne() {
        List<PathwayNumbers> pathways = pathways(
                scenario("s").pathway("p").asserting("NODE_REACHED", new Variable("node_id", "refund")),
                run("r1").pathway("copy of p").nodes("start"));
        assertThat(pathways.get(0).neverVisited()).isEmpty();
    }

    private static AssertionKey node(String expected) {
        return new AssertionKey(null, "node_visited", "nodes_visited", null, expected);
    }

    private List<PathwayNumbers> pathways(Given... records) {
        return analyse(records).pathways();
    }

    /** Undated runs belong to no window, so each is given the one night. */
    private Analysis analyse(Given... records) {
        for (Given record : records) {
            if (record instanceof GivenRun run) {
                run.at("2026-04-14");
            }
        }
        return Analyst.analyse(
                corpora.of(records),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-20T06:00:00Z"),
                Rules.DEFAULT);
    }
}
