package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Pace pace = new Pace(3);

    @Test
    void atFirstNobodyWaits() {
        assertThat(pace.pause()).isZero();
    }

    @Test
    void fewerThanAreUnderWayWaitAlone() {
        pace.throttled(HOUR);
        pace.throttled(HOUR);
        assertThat(pace.pause()).isZero();
    }

    @Test
    void asManyInARowAsAreUnderWayLetEverybodyWait() {
        throttled(3, MINUTE);
        assertThat(pace.pause()).isPositive().isLessThanOrEqualTo(MINUTE.toNanos());
    }

    @Test
    void anAnswerInBetweenBreaksTheRow() {
        throttled(2, HOUR);
        pace.answered();
        throttled(2, HOUR);
        assertThat(pace.pause()).isZero();
    }

    @Test
    void theLastOfThemDecidesHowLong() {
        throttled(3, MINUTE);
        pace.throttled(HOUR);
        assertThat(pace.pause()).isGreaterThan(HOUR.minus(MINUTE).toNanos());
        pace.throttled(MINUTE);
        assertThat(pace.pause()).isGreaterThan(HOUR.minus(MINUTE).toNanos());
    }

    @Test
    void theRestOfThePauseIsWaitedAlsoAfterAnAnswerToAnEarlierRequest() {
        throttled(3, HOUR);
        pace.answered();
        assertThat(pace.pause()).isPositive();
    }

    @Test
    void aPauseEnds() {
        throttled(3, Duration.ZERO);
        assertThat(pace.pause()).isNotPositive();
        assertThat(pace.pause()).isZero();
    }

    private void throttled(int times, Duration wait) {
        for (int i = 0; i < times; i++) {
            pace.throttled(wait);
        }
    }
}
