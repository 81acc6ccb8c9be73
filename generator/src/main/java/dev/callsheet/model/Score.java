package dev.callsheet.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A score between 0 and 1, held exactly as billionths, so that sums of scores do not depend on their order
 * (metrics.md 0.3). Decimals beyond the ninth are rounded half to even.
 *
 * @param billionths from 0 to {@value #ONE}
 */
public record Score(long billionths) implements Comparable<Score> {

    /** Billionths in 1. */
    public static final long ONE = 1_000_000_000L;

    private static final int DECIMALS = 9;
    // Beyond this many leading zeros a number rounds to 0; expanding it (1e-999999999) would exhaust memory.
    private static final int NEGLIGIBLE_MAGNITUDE = 40;

    public Score {
        if (billionths < 0 || billionths > ONE) {
            throw new IllegalArgumentException("a score must be in [0,1], was " + billionths + " billionths");
        }
    }

    /** The score of a decimal number, or empty when it lies outside [0,1]. */
    public static Optional<Score> of(BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0) {
            return Optional.empty();
        }
        if ((long) value.scale() - value.precision() > NEGLIGIBLE_MAGNITUDE) {
            return Optional.of(new Score(0));
        }
        return Optional.of(new Score(
                value.setScale(DECIMALS, RoundingMode.HALF_EVEN).unscaledValue().longValueExact()));
    }

    /** The score as a double, for formulas that need one. */
    public double value() {
        return billionths / (double) ONE;
    }

    /** The score as an exact decimal without trailing zeros. */
    public BigDecimal decimal() {
        BigDecimal exact = BigDecimal.valueOf(billionths, DECIMALS);
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }

    @Override
    public int compareTo(Score other) {
        return Long.compare(billionths, other.billionths);
    }
}
