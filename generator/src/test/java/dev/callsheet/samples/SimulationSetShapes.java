package dev.callsheet.samples;

import dev.callsheet.samples.SampleRun.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Two scenarios of a night as a simulation set: the figures that the API would compute from their runs. */
final class SimulationSetShapes {

    /** Of this scenario's last set the API counts one run too many as passed. */
    static final String MISCOUNTED = "angry-caller-billing";

    private static final List<String> SCENARIOS = List.of(MISCOUNTED, "cancel-appointment");

    private SimulationSetShapes() {}

    static String id(LocalDate night) {
        return Dice.id("simulation-set/" + night).toString();
    }

    /**
     * Get Simulation Set.
     *
     * @param miscounted whether the figures of one scenario contradict its runs
     */
    static ObjectNode simulationSet(LocalDate night, List<SampleRun> batch, boolean miscounted) {
        List<SampleRun> runs = batch.stream()
                .filter(run -> SCENARIOS.contains(run.scenario().key()))
                .toList();
        List<SampleScenario> scenarios =
                runs.stream().map(SampleRun::scenario).distinct().toList();
        ObjectNode json = Shapes.object();
        json.put("id", id(night));
        json.put("status", miscounted ? "FAILED" : "PASSED");
        json.put("simulations_per_scenario", Story.ATTEMPTS);
        json.put("total_scenarios", scenarios.size());
        ObjectNode statistics = json.putObject("statistics");
        ObjectNode perScenario = statistics.putObject("per_scenario");
        BigDecimal rates = BigDecimal.ZERO;
        int flaky = 0;
        for (SampleScenario scenario : scenarios) {
            List<SampleRun> own =
                    runs.stream().filter(run -> run.scenario().equals(scenario)).toList();
            int told = passed(own) + (miscounted && scenario.key().equals(MISCOUNTED) ? 1 : 0);
            rates = rates.add(BigDecimal.valueOf(told).divide(BigDecimal.valueOf(own.size()), MathContext.DECIMAL64));
            flaky += isMixed(told, own) ? 1 : 0;
            perScenario.set(scenario.id(), figures(scenario, own, told));
        }
        statistics
                .putObject("overall")
                .put("avg_pass_rate", rounded(rates.divide(count(scenarios), MathContext.DECIMAL64)))
                .put("flaky_count", flaky)
                .put("reliable_count", scenarios.size() - flaky)
                .put("total_runs", runs.size());
        json.put("created_at", Shapes.time(Story.start(night)));
        json.put("completed_at", Shapes.time(Story.start(night).plusSeconds(50 * 60 + 20)));
        return json;
    }

    static int passed(List<SampleRun> runs) {
        return (int) runs.stream().filter(run -> run.status() == Status.PASSED).count();
    }

    private static boolean isMixed(int passed, List<SampleRun> runs) {
        return passed > 0 && passed < runs.size();
    }

    private static ObjectNode figures(SampleScenario scenario, List<SampleRun> runs, int passed) {
        List<BigDecimal> scores = runs.stream()
                .map(run -> Objects.requireNonNull(run.score(), run.id()))
                .sorted()
                .toList();
        BigDecimal mean =
                scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add).divide(count(scores), MathContext.DECIMAL64);
        BigDecimal variance = scores.stream()
                .map(score -> score.subtract(mean).pow(2))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(count(scores), MathContext.DECIMAL64);
        SampleRun worst = runs.stream()
                .min(Comparator.comparing((SampleRun run) -> run.status() == Status.PASSED)
                        .thenComparing(run -> Objects.requireNonNull(run.score(), run.id()))
                        .thenComparing(SampleRun::createdAt))
                .orElseThrow();
        ObjectNode json = Shapes.object();
        json.put("scenario_id", scenario.id());
        json.put("scenario_name", scenario.name());
        json.put("total_runs", runs.size());
        json.put("passed", passed);
        json.put("failed", runs.size() - passed);
        json.put("pass_rate", rounded(BigDecimal.valueOf(passed).divide(count(runs), MathContext.DECIMAL64)));
        json.put("is_flaky", isMixed(passed, runs));
        json.putObject("scores")
                .put("mean", rounded(mean))
                .put("median", scores.get(scores.size() / 2))
                .put("stddev", rounded(variance.sqrt(MathContext.DECIMAL64)))
                .put("min", scores.get(0))
                .put("max", scores.get(scores.size() - 1));
        json.put("worst_run_id", worst.id());
        ArrayNode modes = json.putArray("common_failure_modes");
        runs.stream().flatMap(run -> run.call().modes().stream()).distinct().forEach(modes::add);
        json.put("confidence", isMixed(passed, runs) ? "medium" : "high");
        return json;
    }

    private static BigDecimal count(List<?> things) {
        return BigDecimal.valueOf(things.size());
    }

    private static BigDecimal rounded(BigDecimal value) {
        return Shapes.plain(value.setScale(4, RoundingMode.HALF_EVEN));
    }
}
