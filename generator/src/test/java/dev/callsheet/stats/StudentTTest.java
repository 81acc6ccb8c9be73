package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

    // From mpmath with 40 digits.
    @ParameterizedTest
    @CsvSource({
        "0.95,  1, 6.3137515146750431", "0.95,  3, 2.3533634348018239", "0.95, 29, 1.6991270265334978",
        "0.95, 999, 1.6463803454275356", "0.975, 1, 12.706204736174705", "0.975, 2, 4.3026527297494639",
        "0.975, 3, 3.1824463052837096", "0.975, 5, 2.5705818356363155", "0.975, 9, 2.2621571627982055",
        "0.975, 29, 2.0452296421327043", "0.975, 99, 1.9842169515864175", "0.975, 999, 1.96234146113345",
        "0.995, 1, 63.656741162871581", "0.995, 2, 9.9248432009182931", "0.995, 5, 4.0321429835552281",
        "0.995, 99, 2.6264054572808275"
    })
    void quantilesOfTAreAccurate(double p, double df, double quantile) {
        assertThat(Distributions.tQuantile(p, df)).isCloseTo(quantile, within(1e-12 * quantile));
    }

    @ParameterizedTest
    @CsvSource({"0.95, 1.6448536269514727", "0.975, 1.9599639845400542", "0.995, 2.5758293035489008", "0.5, 0"})
    void quantilesOfTheNormalAreAccurate(double p, double quantile) {
        assertThat(Distributions.normalQuantile(p)).isCloseTo(quantile, within(1e-14));
    }

    @Test
    void needsTwoValues() {
        assertThat(StudentT.interval(0, 0, 0)).isNull();
        assertThat(StudentT.interval(1, 0.92, 0)).isNull();
        assertThat(StudentT.interval(2, 0.92, 0.01)).isNotNull();
    }

    @Test
    void isMeanPlusOrMinusTStandardErrors() {
        Interval interval = Objects.requireNonNull(StudentT.interval(4, 10, 3));
        assertThat(interval.high() - 10).isCloseTo(3.18244630528371 * 1.5, within(1e-12));
        assertThat(10 - interval.low()).isCloseTo(3.18244630528371 * 1.5, within(1e-12));
    }

    @Test
    void isNotClipped() {
        assertThat(Objects.requireNonNull(StudentT.interval(2, 0.95, 0.05)).high())
                .isGreaterThan(1);
    }

    @Test
    void isAPointWhenAllValuesAgree() {
        assertThat(StudentT.interval(5, 0.9, 0)).isEqualTo(new Interval(0.9, 0.9));
    }

    @Test
    void containsTheMean() {
        RandomNumbers random = new RandomNumbers(3);
        for (int round = 0; round < 1000; round++) {
            double mean = (random.fraction() - 0.5) * 1e6;
            Interval interval =
                    Objects.requireNonNull(StudentT.interval(2 + random.below(100), mean, random.fraction()));
            assertThat(mean).isBetween(interval.low(), interval.high());
        }
    }

    @Test
    void refusesANegativeDeviationAndNaN() {
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.interval(5, 0.9, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.interval(5, 0.9, Double.NaN));
    }
}
