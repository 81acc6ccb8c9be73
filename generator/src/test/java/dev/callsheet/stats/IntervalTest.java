package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void mayBeASinglePoint() {
        assertThat(new Interval(0.5, 0.5).low()).isEqualTo(0.5);
    }

    @Test
    void refusesEndsInTheWrongOrderAndNaN() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(0.6, 0.5))
                .withMessageContaining("0.6 to 0.5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(0, Double.NaN));
    }

    @Test
    void isCutToTheRangeOfARate() {
        assertThat(new Interval(-0.1, 1.2).withinUnit()).isEqualTo(new Interval(0, 1));
        assertThat(new Interval(0.2, 0.3).withinUnit()).isEqualTo(new Interval(0.2, 0.3));
    }

    @Test
    void trialsRefuseMorePassesThanTrials() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Trials(6, 5)).withMessageContaining("6 of 5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Trials(-1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> new Trials(0, -1));
    }
}
