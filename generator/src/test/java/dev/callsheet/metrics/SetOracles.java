package dev.callsheet.metrics;

import dev.callsheet.model.Place;
import dev.callsheet.model.Score;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.stats.CountedValues;
import dev.callsheet.stats.Summary;
import dev.callsheet.stats.Trials;
import dev.callsheet.stats.Vectors;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Simulation sets: from a vector's input to what its "expected" names. */
public final class SetOracles {

    public static final Map<String, Function<JsonNode, Object>> BY_NAME =
            Map.of("bland_recompute", SetOracles::recomputed);

    private SetOracles() {}

    private static Object recomputed(JsonNode input) {
        Trials trials = Vectors.trials(input);
        Tally tally = new Tally(trials.passed(), trials.n() - trials.passed(), 0, 0, 0, 0);
        Rate rate = Rate.of(tally);
        CountedValues scores = Vectors.values(input.path("scores"));
        Summary summary = Summary.of(scores);
        List<String> disagreements = SetComparison.disagreements(api(input.path("api")), tally, scores).stream()
                .map(disagreement -> disagreement.field().replace("scores.", ""))
                .toList();
        return Vectors.numbers(
                "pass_rate",
                rate.value(),
                "is_flaky",
                SetComparison.flaky(tally),
                "mean",
                summary.mean(),
                "median",
                summary.median(),
                "stddev_population",
                summary.populationSd(),
                "min",
                summary.min(),
                "max",
                summary.max(),
                "wilson_lower",
                rate.interval() == null ? null : rate.interval().low(),
                "wilson_upper",
                rate.interval() == null ? null : rate.interval().high(),
                "disagreements",
                disagreements);
    }

    private static SimulationSet.PerScenario api(JsonNode figures) {
        JsonNode flaky = figures.path("is_flaky");
        return new SimulationSet.PerScenario(
                new Place("vector", null, ""),
                "s",
                null,
                null,
                null,
                null,
                score(figures, "pass_rate"),
                flaky.isBoolean() ? flaky.booleanValue() : null,
                score(figures, "mean"),
                score(figures, "median"),
                score(figures, "stddev"),
                score(figures, "min"),
                score(figures, "max"),
                null,
                List.of(),
                null);
    }

    private static @Nullable Score score(JsonNode figures, String name) {
        JsonNode value = figures.path(name);
        return value.isNumber() ? Score.of(value.decimalValue()).orElseThrow() : null;
    }
}
