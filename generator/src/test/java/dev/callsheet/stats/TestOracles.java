package dev.callsheet.stats;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Tests, sequences and sample sizes: from a vector's input to the numbers that its "expected" names. */
public final class TestOracles {

    public static final Map<String, Function<JsonNode, Object>> BY_NAME = Map.of();

    private TestOracles() {}
}
