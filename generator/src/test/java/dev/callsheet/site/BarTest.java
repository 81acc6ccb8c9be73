package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.Rate;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarTest {

    private static final String LEFT_END = Bar.AXIS_LEFT + ".0";
    private static final String RIGHT_END = Bar.AXIS_LEFT + Bar.AXIS_WIDTH + ".0";

    @Test
    void theEndsOfTheScaleFallOnTheEndsOfTheAxis() {
        Bar none = Bar.of(List.of(Rate.of(0, 5))).get(0);
        assertThat(none.low()).isEqualTo(LEFT_END);
        assertThat(none.value()).isEqualTo(LEFT_END);
        Bar all = Bar.of(List.of(Rate.of(5, 5))).get(0);
        assertThat(all.high()).isEqualTo(RIGHT_END);
        assertThat(all.value()).isEqualTo(RIGHT_END);
        assertThat(Bar.AXIS_LEFT + Bar.AXIS_WIDTH).isLessThan(Bar.WIDTH);
    }

    @Test
    void theMarkLiesWithinItsInterval() {
        for (int passed = 0; passed <= 7; passed++) {
            Bar bar = Bar.of(List.of(Rate.of(passed, 7))).get(0);
            assertThat(new BigDecimal(bar.value())).isBetween(new BigDecimal(bar.low()), new BigDecimal(bar.high()));
        }
        assertThat(Bar.of(List.of(Rate.of(1, 2))).get(0).value()).isEqualTo("95.0");
    }

    @Test
    void barsStandInRowsTheLastOneStrong() {
        List<Bar> bars = Bar.of(List.of(Rate.of(9, 10), Rate.of(1, 2)));
        assertThat(bars).extracting(Bar::now).containsExactly(false, true);
        assertThat(bars.get(0).y()).isLessThan(bars.get(1).y());
    }

    @Test
    void aRateWithoutRunsLeavesItsRowEmpty() {
        List<Bar> bars = Bar.of(List.of(Rate.of(0, 0), Rate.of(1, 2)));
        assertThat(bars).hasSize(1);
        assertThat(bars.get(0).now()).isTrue();
        assertThat(bars.get(0).y())
                .isEqualTo(Bar.of(List.of(Rate.of(1, 1), Rate.of(1, 2))).get(1).y());
        assertThat(Bar.of(List.of(Rate.of(1, 2), Rate.of(0, 0))))
                .extracting(Bar::now)
                .containsExactly(false);
    }

    @Test
    void aCellSaysItsBarsInWords() {
        assertThat(description(Bar.cell(Rate.of(1, 20), Rate.of(3, 5))))
                .isEqualTo(
                        "tonight 3 of 5, 95 % interval 23.1 to 88.2 %; earlier 1 of 20, 95 % interval 0.9 to 23.6 %");
        assertThat(description(Bar.cell(Rate.of(0, 0), Rate.of(3, 5))))
                .isEqualTo("tonight 3 of 5, 95 % interval 23.1 to 88.2 %");
        assertThat(description(Bar.cell(Rate.of(0, 0), Rate.of(0, 0)))).isEqualTo("tonight no result");
    }

    @Test
    void aRateOfAnyNightIsNotCalledTonights() {
        assertThat(description(Bar.cell(Rate.of(3, 5)))).isEqualTo("3 of 5, 95 % interval 23.1 to 88.2 %");
        assertThat(description(Bar.cell(Rate.of(0, 0)))).isEqualTo("no result");
    }

    @Test
    void twoRatesAreToldApartByTheirNames() {
        assertThat(description(Bar.pair("without", Rate.of(1, 20), "with", Rate.of(3, 5))))
                .isEqualTo("with 3 of 5, 95 % interval 23.1 to 88.2 %; without 1 of 20, 95 % interval 0.9 to 23.6 %");
    }

    private static String description(Cell cell) {
        return ((Cell.Bars) cell).description();
    }
}
