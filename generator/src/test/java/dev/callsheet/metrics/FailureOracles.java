package dev.callsheet.metrics;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Failures: from a vector's input to what its "expected" names. */
public final class FailureOracles {

    public static final Map<String, Function<JsonNode, Object>> BY_NAME =
            Map.of("failure_text", FailureOracles::failureText);

    private FailureOracles() {}

    private static Object failureText(JsonNode input) {
        if (input.has("text")) {
            return Map.of("signature", FailureText.signature(input.path("text").asString()));
        }
        Map<String, Long> counts = input.path("messages")
                .valueStream()
                .collect(Collectors.groupingBy(
                        message -> FailureText.signature(message.asString()), Collectors.counting()));
        return Map.of(
                "clusters",
                FailureText.clusters(counts).stream()
                        .map(cluster -> Map.of(
                                "signature", cluster.leader(),
                                "count",
                                        cluster.members().stream()
                                                .mapToLong(member -> counts.getOrDefault(member, 0L))
                                                .sum(),
                                "members", cluster.members()))
                        .toList());
    }
}
