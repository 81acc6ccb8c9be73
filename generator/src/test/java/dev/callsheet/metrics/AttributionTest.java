package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.metrics.NodeFeature.Kind;
import dev.callsheet.metrics.Stops.Stop;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where calls fail (metrics.md 7.3). */
class AttributionTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aNodeCountsRunsWithAndWithoutItOnceEach() {
        Attribution where = where(
                run("r1").nodes("start", "ask", "start", "book"),
                run("r2").nodes("start", "ask").failed(),
                run("r3").nodes("start", "transfer").failed(),
                run("r4").nodes("start").failed(),
                run("r5").nodes("start", "ask").errored(),
                run("r6").failed()); // where it went is not known
        assertThat(where.nodes())
                .extracting(node ->
                        node.feature().node() + " " + counts(node.with()) + " without " + counts(node.without()))
                .containsExactly(
                        "start 1/4 without 0/0",
                        "ask 1/2 without 0/2",
                        "book 1/1 without 0/3",
                        "transfer 0/1 without 1/3");
    }

    @Test
    void theNodeOfFailingRunsIsClearlyAssociatedAndRankedFirst() {
        Attribution where = where(Stream.concat(
                times(5, "f", r -> r.nodes("start", "refund", "end").failed()),
                times(12, "p", r -> r.nodes("start", "book", "end"))));
        NodeNumbers first = where.nodes().get(0);
        assertThat(first.feature()).isEqualTo(new NodeFeature(Kind.NODE, "refund", ""));
        assertThat(first.suspicion()).isNotNull();
        assertThat(Objects.requireNonNull(first.suspicion()).rank()).isEqualTo(1);
        assertThat(first.suspicion().clear()).isTrue();
        assertThat(first.failsMore()).isTrue();
        assertThat(first.odds().isInfinite()).isTrue();
        assertThat(where.nodes().get(1).suspicion()).isNull(); // in every run
        assertThat(names(where.transitions())).containsExactly("refund end", "start refund");
        assertThat(names(where.absences())).containsExactly("book ");
        assertThat(where.absences().get(0).with()).isEqualTo(Rate.of(0, 5));
    }

    @Test
    void withFewRunsTheAssociationIsWeak() {
        GivenRun[] runs = {
            run("1").nodes("a", "x").failed(),
            run("2").nodes("a", "x").failed(),
            run("3").nodes("a", "x"),
            run("4").nodes("a"),
            run("5").nodes("a")
        };
        NodeNumbers.Suspicion suspicion =
                Objects.requireNonNull(where(runs).nodes().get(0).suspicion());
        assertThat(suspicion.p()).isCloseTo(0.3, within(1e-12));
        assertThat(suspicion.q()).isEqualTo(suspicion.p());
        assertThat(suspicion.clear()).isFalse();
    }

    @Test
    void stepsAreCountedOnceARunAndAStayIsAStep() {
        List<GivenRun> runs = new ArrayList<>();
        times(3, "f", r -> r.nodes("a", "a", "a", "b").failed()).forEach(runs::add);
        times(3, "p", r -> r.nodes("a", "b")).forEach(runs::add);
        Attribution where = where(runs.stream());
        assertThat(names(where.transitions())).containsExactly("a a"); // a to b is a step of every run
        assertThat(where.transitions().get(0).with()).isEqualTo(Rate.of(0, 3));
    }

    @Test
    void aHardScenarioDoesNotMakeItsOwnNodesLookBadWithinIt() {
        Attribution where = where(Stream.of(
                        times(8, "hf", r -> r.of("hard").nodes("start", "tax").failed()),
                        times(2, "hp", r -> r.of("hard").nodes("start", "tax")),
                        times(1, "ef", r -> r.of("easy").nodes("start").failed()),
                        times(19, "ep", r -> r.of("easy").nodes("start")))
                .flatMap(runs -> runs));
        NodeNumbers tax = where.nodes().get(0);
        assertThat(tax.feature().node()).isEqualTo("tax");
        assertThat(Objects.requireNonNull(tax.suspicion()).clear()).isTrue();
        assertThat(tax.odds().value()).isNull(); // no scenario has runs with and without it
        assertThat(tax.odds().isAboveOne()).isFalse();
        assertThat(tax.spectrum().logOdds().value()).isGreaterThan(2);
    }

    @Test
    void theOddsOfAnAbsenceAreThoseOfMissingTheNode() {
        Attribution where = where(Stream.of(
                        times(3, "a", r -> r.nodes("start").failed()),
                        times(2, "b", r -> r.nodes("start")),
                        times(1, "c", r -> r.nodes("start", "confirm").failed()),
                        times(6, "d", r -> r.nodes("start", "confirm")))
                .flatMap(runs -> runs));
        assertThat(names(where.absences())).containsExactly("confirm ");
        assertThat(where.absences().get(0).odds().value()).isCloseTo(9, within(1e-12));
    }

    @Test
    void whereNothingFailedOrNothingIsKnownNothingIsRanked() {
        Attribution passed = where(times(5, "p", r -> r.nodes("a", "b")));
        assertThat(passed.nodes())
                .hasSize(2)
                .allSatisfy(node -> assertThat(node.suspicion()).isNull());
        assertThat(passed.transitions()).isEmpty();
        assertThat(where(times(5, "f", GivenRun::failed)).nodes()).isEmpty();
        assertThat(where(Stream.of()).absences()).isEmpty();
    }

    @Test
    void failedRunsAreCountedWhereTheyStoppedBesidePassedOnes() {
        Stops stops = where(
                        run("1").failed().endingAt("ask"),
                        run("2").failed().endingAt("end"),
                        run("3").failed().endingAt("transfer"),
                        run("4").failed().endingAt("end"),
                        run("5").failed(),
                        run("6").endingAt("transfer"),
                        run("7").endingAt("never failed"),
                        run("8").errored().endingAt("ask"))
                .stops();
        assertThat(stops.at())
                .containsExactly(new Stop("end", 2, 0), new Stop("ask", 1, 0), new Stop("transfer", 1, 1));
        assertThat(stops.failed()).isEqualTo(5);
        assertThat(stops.known()).isEqualTo(4);
        assertThat(stops.failedAt("end")).isEqualTo(2);
        assertThat(stops.failedAt("elsewhere")).isZero();
    }

    @Test
    void aRunPartsFromTheMostFrequentPathOfItsScenariosPassedRuns() {
        Partings partings = where(
                        run("1").nodes("start", "ask", "end"),
                        run("2").nodes("start", "ask", "end"),
                        run("3").nodes("start", "end"),
                        run("4").nodes("start", "refund", "end").failed(),
                        run("5").nodes("start", "refund").failed(),
                        run("6").nodes("start", "ask").failed(),
                        run("7").nodes("start", "ask", "end", "again").failed(),
                        run("8").nodes("start", "ask", "end").failed(),
                        run("9").nodes("elsewhere").failed(),
                        run("10").nodes("start", "refund", "end", "end"))
                .partings();
        assertThat(partings.points())
                .extracting(point -> point.after() + ": " + point.usual() + " or " + point.instead() + " "
                        + point.runs().failed() + "+" + point.runs().passed())
                .containsExactly(
                        "start: ask or refund 2+1",
                        "null: start or elsewhere 1+0",
                        "ask: end or null 1+0",
                        "end: null or again 1+0");
        assertThat(partings.onPath()).isEqualTo(Rate.of(2, 3));
        assertThat(partings.of()).isEqualTo(Rate.of(4, 10));
    }

    @Test
    void eachScenarioHasItsOwnUsualPathAndOneWithoutAPassHasNone() {
        Partings partings = where(
                        run("1").of("s").nodes("a"),
                        run("2").of("t").nodes("b"),
                        run("3").of("t").nodes("b").failed(),
                        run("4").of("u").nodes("c").failed())
                .partings();
        assertThat(partings.points()).isEmpty();
        assertThat(partings.of()).isEqualTo(Rate.of(2, 3));
        assertThat(partings.onPath()).isEqualTo(Rate.of(2, 3));
    }

    @Test
    void theEarliestOfEquallyFrequentPathsIsTheUsualOne() {
        Partings partings = where(
                        run("1").at("2026-04-13").nodes("z"),
                        run("2").at("2026-04-14").nodes("a"),
                        run("3").at("2026-04-14").nodes("b").failed())
                .partings();
        assertThat(partings.points()).extracting(Partings.Point::usual).containsExactly("z");
    }

    private static String counts(Rate rate) {
        return rate.passed() + "/" + rate.n();
    }

    private static List<String> names(List<NodeNumbers> numbers) {
        return numbers.stream()
                .map(n -> n.feature().node() + " " + n.feature().next())
                .toList();
    }

    private static Stream<GivenRun> times(int count, String id, UnaryOperator<GivenRun> as) {
        return Stream.iterate(1, i -> i <= count, i -> i + 1).map(i -> as.apply(run(id + i)));
    }

    private Attribution where(Stream<GivenRun> runs) {
        return where(runs.toArray(GivenRun[]::new));
    }

    private Attribution where(GivenRun... runs) {
        return Attribution.of(corpora.of(runs).runs(), Rules.DEFAULT);
    }
}
