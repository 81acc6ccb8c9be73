package dev.callsheet.render.data;

import dev.callsheet.model.Score;
import dev.callsheet.stats.Interval;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.NumberOutput;

/** Numbers as they stand in files: in full, without an exponent, the same in every locale and on every JDK. */
final class Numerals {

    // Every double fits. A weight is a decimal from input: written in full, 1e999999999 would exhaust memory.
    private static final int MOST_ZEROS = 400;

    private Numerals() {}

    /** The shortest decimal that is the number; for a double, the shortest that reads back as it. */
    static String of(Number value) {
        if (value instanceof Double number) {
            // Not Double.toString: before JDK 19 it did not always give the shortest decimal.
            return inFull(new BigDecimal(NumberOutput.toString(number, true)));
        }
        return value instanceof BigDecimal number ? inFull(number) : value.toString();
    }

    /** The exact decimal of a score. */
    static @Nullable BigDecimal decimal(@Nullable Score score) {
        return score == null ? null : score.decimal();
    }

    static @Nullable Double low(@Nullable Interval interval) {
        return interval == null ? null : interval.low();
    }

    static @Nullable Double high(@Nullable Interval interval) {
        return interval == null ? null : interval.high();
    }

    private static String inFull(BigDecimal value) {
        BigDecimal shortest = value.stripTrailingZeros();
        return Math.abs((long) shortest.scale()) > MOST_ZEROS ? shortest.toString() : shortest.toPlainString();
    }
}
