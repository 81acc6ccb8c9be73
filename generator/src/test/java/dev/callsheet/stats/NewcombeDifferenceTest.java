package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewcombeDifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "6, 7, 2, 7, 0.0582, 0.8062",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 20, -0.1611, 0.2775",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1",
        "10, 10, 0, 10, 0.6075, 1"
    })
    void givesThePublishedIntervals(long passedA, long a, long passedB, long b, double low, double high) {
        Interval interval =
                difference(new Trials(passedA, a), new Trials(passedB, b)).interval(); // Newcombe 1998, table II
        assertThat(interval.low()).isCloseTo(low, within(0.00005));
        assertThat(interval.high()).isCloseTo(high, within(0.00005));
    }

    @Test
    void isUndefinedWhenEitherSideHasNoRuns() {
        assertThat(NewcombeDifference.of(new Trials(0, 0), new Trials(1, 2))).isNull();
        assertThat(NewcombeDifference.of(new Trials(1, 2), new Trials(0, 0))).isNull();
        assertThat(NewcombeDifference.of(new Trials(0, 0), new Trials(0, 0))).isNull();
    }

    @Test
    void exchangingTheSidesChangesTheSignsAndNoDigit() {
        RandomNumbers random = new RandomNumbers(22);
        for (int round = 0; round < 1000; round++) {
            Trials a = random.trials(200);
            Trials b = random.trials(200);
            NewcombeDifference ab = NewcombeDifference.of(a, b);
            NewcombeDifference ba = NewcombeDifference.of(b, a);
            if (ab != null && ba != null) {
                assertThat(-ba.difference()).isEqualTo(ab.difference(), within(0.0));
                assertThat(-ba.interval().high()).isEqualTo(ab.interval().low(), within(0.0));
                assertThat(-ba.interval().low()).isEqualTo(ab.interval().high(), within(0.0));
            }
        }
    }

    @Test
    void theIntervalContainsTheDifferenceAndEndsWithinOne() {
        RandomNumbers random = new RandomNumbers(23);
        for (int round = 0; round < 1000; round++) {
            NewcombeDifference difference = NewcombeDifference.of(random.trials(50), random.trials(5000));
            if (difference != null) {
                assertThat(difference.difference())
                        .isBetween(
                                difference.interval().low(),
                                difference.interval().high());
                assertThat(difference.interval().low()).isBetween(-1.0, 1.0);
                assertThat(difference.interval().high()).isBetween(-1.0, 1.0);
            }
        }
    }

    @Test
    void moreConfidenceTakesAWiderInterval() {
        Trials a = new Trials(28, 30);
        Trials b = new Trials(3, 5);
        Interval narrow =
                Objects.requireNonNull(NewcombeDifference.of(a, b, 0.8)).interval();
        Interval wide = difference(a, b).interval();
        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
        assertThatIllegalArgumentException().isThrownBy(() -> NewcombeDifference.of(a, b, 1));
    }

    private static NewcombeDifference difference(Trials a, Trials b) {
        return Objects.requireNonNull(NewcombeDifference.of(a, b));
    }
}
