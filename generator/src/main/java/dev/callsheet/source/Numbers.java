package dev.callsheet.source;

import java.math.BigDecimal;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/** Numbers of JSON, taken exactly and never expanded: {@code 1e999999999} is a short text and a huge number. */
final class Numbers {

    private static final int LONG_DIGITS = 18;

    private Numbers() {}

    /** The value of a whole number from 0 to {@code most}; empty for anything else. */
    static OptionalLong whole(JsonNode node, long most) {
        if (!node.isNumber()) {
            return OptionalLong.empty();
        }
        BigDecimal value = node.decimalValue();
        if (value.signum() == 0) {
            return OptionalLong.of(0);
        }
        if (value.signum() < 0 || (long) value.precision() - value.scale() > LONG_DIGITS) {
            return OptionalLong.empty();
        }
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > 0 || stripped.longValueExact() > most) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(stripped.longValueExact());
    }

    /** Whether it is a number written without a fraction or an exponent. */
    static boolean isPlainInteger(JsonNode node) {
        return node.isNumber() && node.decimalValue().scale() == 0;
    }
}
