package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hard arguments, against values from mpmath with 45 digits (docs/decisions/0005-special-functions.md). */
class DistributionsTest {

    @ParameterizedTest
    @CsvSource({
        "0.95, 0.5, 0.5, 0.85643370687129366",
        "0.999999999999, 0.5, 0.5, 0.99999936338726923",
        "1e-300, 0.5, 59, 8.6489016921617876e-150",
        "0.9, 29, 1, 0.047101286972462482",
        "0.95, 5.5, 0.5, 0.46272449471004582",
        "0.94, 95000.5, 5000.5, 6.0833766062277932e-43",
        "0.5, 1000, 59, 7.83398702654300421e-223",
        "0.6666664444445185, 1000000, 500000.5, 0.499923223642463787"
    })
    void theBetaDistributionIsAccurate(double x, double a, double b, double below) {
        assertThat(Distributions.betaCdf(x, a, b)).isCloseTo(below, within(relative(a + b, below)));
        assertThat(Distributions.betaSurvival(x, a, b)).isCloseTo(1 - below, within(1e-16 + relative(a + b, below)));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-12, 0.5, 0.5, 0.99999936338022763",
        "0.95, 1, 100, 7.8886090522108187e-131",
        "0.951, 950001, 50000, 1.9557036517220158e-6",
        "0.9, 124, 62, 3.2365495418268143e-18"
    })
    void theUpperTailOfTheBetaDistributionIsAccurate(double x, double a, double b, double above) {
        assertThat(Distributions.betaSurvival(x, a, b)).isCloseTo(above, within(relative(a + b, above)));
    }

    @ParameterizedTest
    @CsvSource({
        "0.025, 0.5, 0.5, 0.00154133313343601207",
        "0.025, 0.5, 1000000, 4.91034681225725468e-10",
        "1e-12, 30.5, 1000, 0.00586760426264353584",
        "0.05, 100000, 0.5, 0.999980792842338126",
        "0.05, 500000.5, 500000.5, 0.499177573948408127"
    })
    void quantilesOfTheBetaDistributionAreAccurate(double p, double a, double b, double quantile) {
        assertThat(Distributions.betaQuantile(p, a, b)).isCloseTo(quantile, within(1e-13 * quantile));
        assertThat(Distributions.betaUpperQuantile(1 - p, a, b)).isCloseTo(quantile, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 3, 0.5",
        "1e-8, 1, 0.49999999681690114",
        "1e-8, 3, 0.49999999632447403",
        "0.001, 1, 0.49968169021991944",
        "-2, 7, 0.95719033571851196",
        "5, 4, 0.0037452169406372623",
        "12.7, 1, 0.02501216384467208",
        "1000000, 2, 4.9999999999925e-13",
        "38, 10000, 1.4483005348856902e-295"
    })
    void theUpperTailOfStudentsTIsAccurate(double t, double df, double above) {
        assertThat(Distributions.tSurvival(t, df)).isCloseTo(above, within(1e-13 * above));
    }

    @ParameterizedTest
    @CsvSource({"1e-12, 3, -10331.1082442924862", "0.0005, 100000, -3.29062403141188266"})
    void farQuantilesOfTAreAccurate(double p, double df, double quantile) {
        assertThat(Distributions.tQuantile(p, df)).isCloseTo(quantile, within(-1e-13 * quantile));
    }

    @ParameterizedTest
    @CsvSource({"1e-300, -37.0470962993611992", "1e-12, -7.03448382530113193"})
    void farQuantilesOfTheNormalAreAccurate(double p, double quantile) {
        assertThat(Distributions.normalQuantile(p)).isCloseTo(quantile, within(1e-14 * -quantile));
    }

    /** The error of the library grows with the sum of the weights: from rounding up to 1e-10 of the value at 10⁶. */
    private static double relative(double weights, double value) {
        return value * Math.max(1e-13, weights * 1e-16);
    }
}
