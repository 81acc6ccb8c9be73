package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.Cost.Time;
import dev.callsheet.model.RunStatus;
import dev.callsheet.stats.ExactBinomial;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Minutes lost, and calls that ran into their turn limit. */
class CostTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void flakeMinutesAreThoseOfFailedRunsOfFlakyScenarios() {
        Cost cost = cost(
                lasting(true, RunStatus.FAILED, 90_000L),
                lasting(true, RunStatus.FAILED, 30_000L),
                lasting(true, RunStatus.PASSED, 60_000L),
                lasting(false, RunStatus.FAILED, 60_000L));
        assertThat(cost.flake()).isEqualTo(new Time(2, 2, 120_000));
        assertThat(cost.flake().minutes()).isEqualTo(2);
        assertThat(cost.infrastructure().minutes()).isZero();
    }

    @Test
    void infrastructureMinutesAreThoseOfErredAndCancelledRunsWhateverTheScenario() {
        Cost cost = cost(
                lasting(true, RunStatus.ERROR, 45_000L),
                lasting(false, RunStatus.CANCELLED, 15_000L),
                lasting(false, RunStatus.RUNNING, 60_000L),
                lasting(false, RunStatus.UNKNOWN, 60_000L));
        assertThat(cost.infrastructure()).isEqualTo(new Time(2, 2, 60_000));
        assertThat(cost.infrastructure().minutes()).isEqualTo(1);
    }

    @Test
    void runsOfUnknownDurationAreLeftOutAndCounted() {
        Cost cost = cost(
                lasting(true, RunStatus.FAILED, 30_000L),
                lasting(true, RunStatus.FAILED, null),
                lasting(false, RunStatus.ERROR, null));
        assertThat(cost.flake()).isEqualTo(new Time(2, 1, 30_000));
        assertThat(cost.flake().minutes()).isEqualTo(0.5);
        assertThat(cost.infrastructure().minutes()).as("unknown is not 0").isNull();
    }

    @Test
    void aRunOfItsScenariosMostTurnsHasHitTheLimit() {
        Cost cost = cost(
                turns(RunStatus.FAILED, 10, 10),
                turns(RunStatus.FAILED, 12, 10),
                turns(RunStatus.FAILED, 9, 10),
                turns(RunStatus.PASSED, 10, 10),
                turns(RunStatus.PASSED, 3, 10),
                turns(RunStatus.ERROR, 10, 10),
                turns(RunStatus.PASSED, 10, null),
                turns(RunStatus.PASSED, null, 10));
        assertThat(cost.turnLimit()).isEqualTo(Rate.of(3, 5));
        assertThat(cost.turnLimitOfFailed()).isEqualTo(Rate.of(2, 3));
        assertThat(cost.turnLimitOfPassed()).isEqualTo(Rate.of(1, 2));
        assertThat(cost.turnLimitAtLeast()).isEqualTo(ExactBinomial.lowerBound(3, 5, 0.95));
    }

    @Test
    void withoutAKnownLimitThereIsNoRate() {
        Cost cost = cost(turns(RunStatus.PASSED, 10, null));
        assertThat(cost.turnLimit()).isEqualTo(Rate.of(0, 0));
        assertThat(cost.turnLimit().value()).isNull();
        assertThat(cost.turnLimitAtLeast()).isNull();
        assertThat(cost()).isEqualTo(cost);
    }

    @Test
    void loadedRunsTakeTheirLimitFromTheScenariosDocument() {
        Corpus corpus = corpora.of(
                Given.scenario("a").mostTurns(8),
                run("a1").of("a").failed().turns(8).lasting(60_000),
                run("a2").of("a").turns(4).lasting(60_000),
                run("b1").of("b").failed().turns(8).lasting(60_000),
                run("b2").of("b").errored().lasting(30_000));
        Cost cost = Cost.of(corpus.runs(), corpus.scenarios(), Set.of("a"), Rules.DEFAULT);
        assertThat(cost.flake().minutes()).isEqualTo(1);
        assertThat(cost.infrastructure().minutes()).isEqualTo(0.5);
        assertThat(cost.turnLimit()).isEqualTo(Rate.of(1, 2));
    }

    private static Cost cost(Cost.Run... runs) {
        return Cost.of(List.of(runs), Rules.DEFAULT);
    }

    private static Cost.Run lasting(boolean flaky, RunStatus status, @Nullable Long ms) {
        return new Cost.Run(flaky, status, ms, null, null);
    }

    private static Cost.Run turns(RunStatus status, @Nullable Integer turns, @Nullable Integer limit) {
        return new Cost.Run(false, status, 1000L, turns, limit);
    }
}
