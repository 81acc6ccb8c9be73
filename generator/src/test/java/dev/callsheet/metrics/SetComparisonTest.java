package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.GivenSet.figures;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.SetNumbers.Disagreement;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.GivenSet;
import dev.callsheet.testing.GivenSet.Figures;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A set's own figures beside those of the runs in its time span. */
class SetComparisonTest {

    private static final String START = "2026-04-14T02:00:00Z";
    private static final String END = "2026-04-14T02:05:32Z";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theRunsOfASetAreThoseOfItsScenariosWithinItsTimeSpanEndsIncluded() {
        SetNumbers.PerScenario numbers = compared(
                set().with(figures("s")),
                run("before").at("2026-04-14T01:59:59.999Z"),
                run("first").at(START),
                run("last").at(END).failed(),
                run("after").at("2026-04-14T02:05:32.001Z"),
                run("undated"),
                run("other").of("t").at(START));
        assertThat(numbers.tally()).isEqualTo(new Tally(1, 1, 0, 0, 0, 0));
        assertThat(numbers.computed().value()).isEqualTo(0.5);
    }

    @Test
    void aSetThatHasNoEndHasNoRuns() {
        SetNumbers.PerScenario numbers =
                compared(Given.set("x").from(START).with(figures("s").counts(1, 1, 0)), run("r").at(START));
        assertThat(numbers.tally()).isEqualTo(Tally.ZERO);
        assertThat(numbers.computed().n()).isZero();
        assertThat(numbers.computed().value()).isNull();
        assertThat(numbers.score()).isNull();
        assertThat(numbers.confidence()).isNull();
        assertThat(numbers.disagreements()).isEmpty();
    }

    @Test
    void figuresThatAgreeAreNotMentioned() {
        assertThat(disagreements(
                        figures("s")
                                .counts(3, 2, 1)
                                .rate("0.67")
                                .flaky(true)
                                .scores("0.5", "0.4", "0.29", "0.2", "0.9"),
                        run("r1").score("0.9"),
                        run("r2").score("0.4"),
                        run("r3").failed().score("0.2")))
                .isEmpty();
    }

    @Test
    void everyFigureThatDiffersIsNamedWithBothValues() {
        assertThat(disagreements(
                        figures("s").counts(3, 3, 0).rate("1").flaky(false).scores("0.51", "0.5", "0.1", "0.3", "0.8"),
                        run("r1").score("0.9"),
                        run("r2").score("0.4"),
                        run("r3").failed().score("0.2")))
                .containsExactly(
                        new Disagreement("passed", "3", "2"),
                        new Disagreement("failed", "0", "1"),
                        new Disagreement("pass_rate", "1", "0.667"),
                        new Disagreement("is_flaky", "false", "true"),
                        new Disagreement("scores.mean", "0.51", "0.500"),
                        new Disagreement("scores.median", "0.5", "0.400"),
                        new Disagreement("scores.stddev", "0.1", "0.294"),
                        new Disagreement("scores.min", "0.3", "0.200"),
                        new Disagreement("scores.max", "0.8", "0.900"));
    }

    @ParameterizedTest
    @CsvSource({"0.500, true", "0.505, true", "0.495, true", "0.5050001, false", "0.494999, false"})
    void theToleranceIsHalfAHundredthExactly(String mean, boolean agrees) {
        assertThat(disagreements(figures("s").scores("0.5", mean, "0", mean, mean), run("r").score(mean))
                        .isEmpty())
                .isEqualTo(agrees);
    }

    @Test
    void theDeviationIsThatOfAPopulationAndADeviationOfTheSampleIsCalledSo() {
        GivenRun[] runs = {run("r1").score("0.4"), run("r2").score("0.9")};
        assertThat(disagreements(figures("s").stddev("0.25"), runs)).isEmpty();
        assertThat(disagreements(figures("s").stddev("0.35"), runs))
                .containsExactly(new Disagreement("scores.stddev", "0.35", "0.250, or 0.354 as a sample"));
        assertThat(disagreements(figures("s").stddev("0.3"), runs))
                .containsExactly(new Disagreement("scores.stddev", "0.3", "0.250"));
    }

    @ParameterizedTest
    @CsvSource({"0.04, true", "0.05, true", "0.039999999, false", "0.050000001, false"})
    void theToleranceOfTheDeviationIsExactToo(String stddev, boolean agrees) { // of .41 and .5, it is .045
        assertThat(disagreements(
                                figures("s").stddev(stddev),
                                run("r1").score("0.41"),
                                run("r2").score("0.5"))
                        .isEmpty())
                .isEqualTo(agrees);
    }

    @Test
    void oneRunDeviatesFromNothing() {
        assertThat(disagreements(figures("s").stddev("0"), run("r").score("0.4")))
                .isEmpty();
        assertThat(disagreements(figures("s").stddev("0.3"), run("r").score("0.4")))
                .containsExactly(new Disagreement("scores.stddev", "0.3", "0.000"));
    }

    @Test
    void whenNotAllRunsAreLoadedOnlyThatIsSaid() {
        assertThat(disagreements(
                        figures("s").counts(5, 3, 2).rate("0.6").flaky(true),
                        run("r1"),
                        run("r2"),
                        run("running").running()))
                .containsExactly(new Disagreement("total_runs", "5", "2"));
    }

    @Test
    void errorsCountAmongTheRunsOfASetButInNoRate() {
        assertThat(disagreements(
                        figures("s").counts(3, 2, 0).rate("1"),
                        run("r1"),
                        run("r2"),
                        run("r3").errored()))
                .isEmpty();
    }

    @Test
    void runsThatOnlyErredHaveNoRateToCompare() {
        assertThat(disagreements(figures("s").counts(1, 0, 0).rate("0"), run("r").errored()))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, 5, medium", "3, 5, low", "100, 100, high", "1, 1, low"})
    void confidenceIsTheWidthOfTheInterval(long passed, long n, String confidence) {
        assertThat(SetComparison.confidence(Rate.of(passed, n).interval())).isEqualTo(confidence);
    }

    private List<Disagreement> disagreements(Figures figures, GivenRun... runs) {
        for (GivenRun run : runs) {
            run.at(START);
        }
        return compared(set().with(figures), runs).disagreements();
    }

    private SetNumbers.PerScenario compared(GivenSet set, GivenRun... runs) {
        List<Given> records = new ArrayList<>(List.of(runs));
        records.add(set);
        Analysis analysis = Analyst.analyse(
                corpora.of(records),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-20T06:00:00Z"),
                Rules.DEFAULT);
        return analysis.sets().get(0).scenarios().get(0);
    }

    private static GivenSet set() {
        return Given.set("x").from(START).until(END);
    }
}
