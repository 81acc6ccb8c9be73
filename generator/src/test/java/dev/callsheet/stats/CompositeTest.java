package dev.callsheet.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CompositeTest {

    private static final long HUNDREDTH = 10_000_000;

    @Test
    void halfOfTheLastDecimalIsStillWithin() {
        long[] parts = {80 * HUNDREDTH, 85 * HUNDREDTH, 90 * HUNDREDTH};
        assertThat(Composite.of(parts, 90 * HUNDREDTH + 5_000_000).withinEnvelope())
                .isTrue();
        assertThat(Composite.of(parts, 90 * HUNDREDTH + 5_000_001).withinEnvelope())
                .isFalse();
        assertThat(Composite.of(parts, 80 * HUNDREDTH - 5_000_000).withinEnvelope())
                .isTrue();
        assertThat(Composite.of(parts, 80 * HUNDREDTH - 5_000_001).withinEnvelope())
                .isFalse();
        assertThat(Composite.of(parts, 85 * HUNDREDTH + 5_000_000).meanExplains())
                .isTrue();
        assertThat(Composite.of(parts, 85 * HUNDREDTH - 5_000_001).meanExplains())
                .isFalse();
    }

    @Test
    void theVendorsOwnSampleIsNotThePlainMean() {
        long[] six = {95 * HUNDREDTH, 88 * HUNDREDTH, 91 * HUNDREDTH, 93 * HUNDREDTH, 85 * HUNDREDTH, 90 * HUNDREDTH};
        Composite composite = Composite.of(six, 91 * HUNDREDTH);
        assertThat(composite.withinEnvelope()).isTrue();
        assertThat(composite.meanExplains()).isFalse();
        assertThat(composite.medianExplains()).isTrue();
        assertThat(composite.median()).isEqualTo(0.905);
        assertThat(composite.trimmedMean()).isEqualTo(0.905);
    }

    @Test
    void needsThreeParts() {
        assertThatIllegalArgumentException().isThrownBy(() -> Composite.of(new long[2], 0));
    }
}
