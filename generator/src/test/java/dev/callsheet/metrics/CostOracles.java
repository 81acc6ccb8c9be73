package dev.callsheet.metrics;

import dev.callsheet.model.RunStatus;
import dev.callsheet.stats.Vectors;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What runs cost: from a vector's input to the numbers that its "expected" names. */
public final class CostOracles {

    public static final Map<String, Function<JsonNode, Object>> BY_NAME = Map.of("cost", CostOracles::cost);

    private CostOracles() {}

    private static Object cost(JsonNode input) {
        List<Cost.Run> runs = input.path("scenarios")
                .valueStream()
                .flatMap(scenario -> scenario.path("runs").valueStream().map(run -> run(scenario, run)))
                .toList();
        Cost cost = Cost.of(runs, Rules.DEFAULT);
        return Vectors.numbers(
                "flake_minutes", cost.flake().minutes(),
                "infra_minutes", cost.infrastructure().minutes(),
                "turn_limit_hits", cost.turnLimit().passed(),
                "turn_limit_rate", cost.turnLimit().value());
    }

    private static Cost.Run run(JsonNode scenario, JsonNode run) {
        Integer duration = number(run, "duration_ms");
        return new Cost.Run(
                scenario.path("state").asString().equals("FLAKY"),
                RunStatus.of(run.path("status").asString()),
                duration == null ? null : (Long) duration.longValue(),
                number(run, "turn_count"),
                number(scenario, "max_turns"));
    }

    private static @Nullable Integer number(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isNumber() ? (Integer) value.intValue() : null;
    }
}
