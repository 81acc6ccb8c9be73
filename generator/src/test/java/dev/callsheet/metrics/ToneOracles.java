package dev.callsheet.metrics;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Tone: from a vector's input to the numbers that its "expected" names. */
public final class ToneOracles {

    public static final Map<String, Function<JsonNode, Object>> BY_NAME = Map.of();

    private ToneOracles() {}
}
