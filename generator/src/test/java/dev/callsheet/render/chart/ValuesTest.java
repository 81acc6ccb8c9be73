package dev.callsheet.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.site.ChartSpec.Unit;
import dev.callsheet.site.ChartSpec.YAxis;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void ticksOfTimesArePartsOfAMinuteThenMinutes() {
        assertThat(ticks(0, 0.4, Unit.SECONDS)).containsExactly("0.0 s", "0.1 s", "0.2 s", "0.3 s", "0.4 s");
        assertThat(ticks(0, 25, Unit.SECONDS)).containsExactly("0 s", "5 s", "10 s", "15 s", "20 s", "25 s");
        assertThat(ticks(0, 60, Unit.SECONDS)).containsExactly("0 s", "15 s", "30 s", "45 s", "1 min");
        assertThat(ticks(30, 130, Unit.SECONDS)).containsExactly("30 s", "1 min", "1 min 30 s", "2 min");
        assertThat(ticks(0, 300, Unit.SECONDS)).containsExactly("0 s", "1 min", "2 min", "3 min", "4 min", "5 min");
        assertThat(ticks(0, 7000, Unit.SECONDS)).containsExactly("0 s", "50 min", "100 min");
    }

    @Test
    void countsAreWhole() {
        assertThat(ticks(0, 1, Unit.COUNT)).containsExactly("0", "1");
        assertThat(ticks(0, 3, Unit.COUNT)).containsExactly("0", "1", "2", "3");
        assertThat(ticks(0, 200, Unit.COUNT)).containsExactly("0", "50", "100", "150", "200");
        assertThat(measured(2, new YAxis(0, 3, Unit.COUNT))).isEqualTo("2");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.003, 0.07, 0.3, 1, 9, 51, 150.1, 299, 86_399, 1e7, 9.2e15})
    void noAxisHasMoreTicksThanItHasRoomFor(double max) {
        for (Unit unit : List.of(Unit.PERCENT, Unit.SCORE, Unit.SECONDS)) {
            assertThat(ticks(0, max, unit)).hasSizeBetween(3, 6).doesNotHaveDuplicates();
            assertThat(Values.of(new YAxis(0, max, unit), 3).ticks()).hasSizeBetween(2, 4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 1 s",
        "44.6, 45 s",
        "59.4, 59 s",
        "59.5, 1 min",
        "90, 1 min 30 s",
        "119.7, 2 min",
        "154, 2 min 34 s",
    })
    void timesAreWrittenInMinutesAndSeconds(double value, String time) {
        assertThat(measured(value, new YAxis(0, 240, Unit.SECONDS))).isEqualTo(time);
    }

    @Test
    void aFineAxisShowsFineTimes() {
        assertThat(measured(3.42, new YAxis(0, 5, Unit.SECONDS))).isEqualTo("3.4 s");
        assertThat(measured(61.26, new YAxis(60, 62, Unit.SECONDS))).isEqualTo("1 min 1.26 s");
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
        return Values.of(new YAxis(min, max, unit), 5).ticks().stream()
                .map(tick -> tick.text().replace('\u202f', ' '))
                .toList();
    }

    private static String measured(double value, YAxis axis) {
        return Values.of(axis, 5).measured(value).replace('\u202f', ' ');
    }
}
