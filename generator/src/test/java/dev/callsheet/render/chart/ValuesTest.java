package dev.callsheet.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.site.ChartSpec.Unit;
import dev.callsheet.site.ChartSpec.YAxis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValuesTest {

    @Test
    void ticksAreRoundNumbersWithTheirUnit() {
        assertThat(ticks(0, 1, Unit.PERCENT)).containsExactly("0 %", "20 %", "40 %", "60 %", "80 %", "100 %");
        assertThat(ticks(0.5, 1, Unit.PERCENT)).containsExactly("50 %", "60 %", "70 %", "80 %", "90 %", "100 %");
        assertThat(ticks(0.8, 1, Unit.SCORE)).containsExactly("0.80", "0.85", "0.90", "0.95", "1.00");
    }

    @Test
    void ticksLieWithinTheAxis() {
        assertThat(ticks(0.37, 0.93, Unit.PERCENT)).containsExactly("40 %", "60 %", "80 %");
        assertThat(ticks(-0.5, 0.5, Unit.SCORE)).containsExactly("\u22120.40", "\u22120.20", "0.00", "0.20", "0.40");
    }

    @Test
    void fineAxesHaveFineTicks() {
        assertThat(ticks(0.98, 1, Unit.PERCENT)).containsExactly("98.0 %", "98.5 %", "99.0 %", "99.5 %", "100.0 %");
        assertThat(ticks(0.1, 0.30000000000000004, Unit.PERCENT)).hasSizeBetween(2, 6);
    }

    @ParameterizedTest
    @CsvSource({
        "0.864, 86 %, 0.86",
        "0.865, 87 %, 0.87",
        "1,     100 %, 1.00",
        "0.996, 99 %, 0.99",
        "0.004, 1 %,  0.01",
        "0,     0 %,  0.00",
    })
    void onlyAllIsWrittenAsAllAndOnlyNoneAsNone(double value, String percent, String score) {
        assertThat(measured(value, new YAxis(0, 1, Unit.PERCENT))).isEqualTo(percent);
        assertThat(measured(value, new YAxis(0, 1, Unit.SCORE))).isEqualTo(score);
    }

    @Test
    void aFineAxisShowsAFineValue() {
        assertThat(measured(0.9947, new YAxis(0.97, 1, Unit.PERCENT))).isEqualTo("99.5 %");
        assertThat(measured(0.99999, new YAxis(0.97, 1, Unit.PERCENT))).isEqualTo("99.9 %");
    }

    private static List<String> ticks(double min, double max, Unit unit) {
        return Values.ticks(new YAxis(min, max, unit)).stream()
                .map(tick -> tick.text().replace('\u202f', ' '))
                .toList();
    }

    private static String measured(double value, YAxis axis) {
        return Values.measured(value, axis).replace('\u202f', ' ');
    }
}
