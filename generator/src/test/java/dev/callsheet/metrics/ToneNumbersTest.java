package dev.callsheet.metrics;

import static dev.callsheet.model.ToneDimension.EMPATHY;
import static dev.callsheet.model.ToneDimension.NATURALNESS;
import static dev.callsheet.model.ToneDimension.OVERALL;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.stats.Interval;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ToneNumbersTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void eachDimensionCountsItsOwnValuesAndAMissingOneIsNoZero() {
        ToneNumbers tone = tone(
                run("r1").tone(EMPATHY, "0.8").tone(OVERALL, "0.9"),
                run("r2").tone(EMPATHY, "0.9"),
                run("r3").tone(EMPATHY, "0.7").tone(OVERALL, "0.5"),
                run("r4").failed());
        assertThat(tone.valid()).isEqualTo(4);
        assertThat(tone.scored()).isEqualTo(3);
        ToneNumbers.Dimension empathy = Objects.requireNonNull(tone.get(EMPATHY));
        assertThat(empathy.summary().n()).isEqualTo(3);
        assertThat(empathy.summary().mean()).isCloseTo(0.8, within(1e-12));
        assertThat(empathy.summary().min()).isEqualTo(0.7);
        assertThat(Objects.requireNonNull(tone.get(OVERALL)).summary().n()).isEqualTo(2);
        assertThat(tone.meanOverall()).isCloseTo(0.7, within(1e-12));
        assertThat(tone.get(NATURALNESS)).isNull();
    }

    @Test
    void theIntervalIsStudentsT() {
        ToneNumbers tone = tone(
                run("r1").tone(EMPATHY, "0.8"),
                run("r2").tone(EMPATHY, "0.9"),
                run("r3").tone(EMPATHY, "0.7"));
        // mean .8, sd .1, t(.975; 2) = 4.302653, half = 4.302653 · .1/√3 = .248414; not clipped to 1
        Interval interval = Objects.requireNonNull(tone.get(EMPATHY)).interval();
        assertThat(Objects.requireNonNull(interval).low()).isCloseTo(0.551586, within(1e-6));
        assertThat(interval.high()).isCloseTo(1.048414, within(1e-6));
    }

    @Test
    void theIntervalOfSeveralScenariosIsClustered() {
        ToneNumbers tone = tone(
                run("r1").of("a").tone(EMPATHY, "0.7"),
                run("r2").of("a").tone(EMPATHY, "0.7"),
                run("r3").of("b").tone(EMPATHY, "0.9"),
                run("r4").of("b").tone(EMPATHY, "0.9"));
        // mean .8, residual sums -.2 and .2: CR0 = sqrt(.08)/4 = .0707, times sqrt(2) = .1; t(.975; 1) = 12.7: clipped
        assertThat(Objects.requireNonNull(tone.get(EMPATHY)).interval()).isEqualTo(new Interval(0, 1));
    }

    @Test
    void scenariosWithOneMeanHaveStudentsT() {
        ToneNumbers tone = tone(
                run("r1").of("a").tone(EMPATHY, "0.7"),
                run("r2").of("a").tone(EMPATHY, "0.9"),
                run("r3").of("b").tone(EMPATHY, "0.7"),
                run("r4").of("b").tone(EMPATHY, "0.9"));
        Interval interval =
                Objects.requireNonNull(Objects.requireNonNull(tone.get(EMPATHY)).interval());
        assertThat(interval.high() - 0.8).isCloseTo(3.182446 * 0.1154701 / 2, within(1e-6));
    }

    @Test
    void oneValueHasNoInterval() {
        ToneNumbers tone = tone(run("r").tone(EMPATHY, "0.8"));
        assertThat(Objects.requireNonNull(tone.get(EMPATHY)).interval()).isNull();
    }

    @Test
    void aZeroIsAScore() {
        ToneNumbers tone = tone(run("r").tone(OVERALL, "0"));
        assertThat(tone.scored()).isEqualTo(1);
        assertThat(tone.meanOverall()).isZero();
    }

    @Test
    void runsThatErredOrWereCancelledAreLeftOutEvenIfScored() {
        ToneNumbers tone = tone(
                run("r1").errored().tone(OVERALL, "0.1"),
                run("r2").status("CANCELLED").tone(OVERALL, "0.1"),
                run("r3").running().tone(OVERALL, "0.1"),
                run("r4").failed().tone(OVERALL, "0.6"));
        assertThat(tone.valid()).isEqualTo(1);
        assertThat(tone.scored()).isEqualTo(1);
        assertThat(tone.meanOverall()).isEqualTo(0.6);
    }

    @Test
    void withoutScoresThereIsNoMean() {
        assertThat(tone(run("r")).meanOverall()).isNull();
        assertThat(tone(run("r")).dimensions()).isEmpty();
    }

    private ToneNumbers tone(GivenRun... runs) {
        return ToneNumbers.of(corpora.of(runs).runs());
    }
}
