package dev.callsheet.stats;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the inputs of oracle vectors have in common. */
public final class Vectors {

    private static final int DECIMALS = 9;

    private Vectors() {}

    public static Trials trials(JsonNode input) {
        return new Trials(input.path("passed").longValue(), input.path("n").longValue());
    }

    public static double confidence(JsonNode input) {
        return input.path("confidence").doubleValue();
    }

    public static double number(JsonNode input, String name) {
        return input.path(name).asDouble();
    }

    public static CountedValues values(JsonNode data) {
        CountedValues values = new CountedValues(DECIMALS);
        for (JsonNode value : data) {
            BigDecimal scaled = value.decimalValue().movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_EVEN);
            values.add(scaled.longValueExact());
        }
        return values;
    }

    /** Alternating names and numbers; a null number stays as null. */
    public static Map<String, @Nullable Object> numbers(@Nullable Object... namesAndNumbers) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            result.put(String.valueOf(namesAndNumbers[i]), namesAndNumbers[i + 1]);
        }
        return result;
    }
}
