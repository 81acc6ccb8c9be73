package dev.callsheet.render.data;

import dev.callsheet.metrics.SetNumbers;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.SimulationSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A simulation set in {@code report.json}; the API's figures keep the API's names. */
record SetJson(JsonMembers json) {

    private record Found(String scenarioId, SetNumbers.Disagreement disagreement) {}

    void members(SetNumbers numbers) {
        SimulationSet set = numbers.set();
        json.text("id", set.id());
        json.text("night", numbers.night());
        json.text("status", set.status());
        json.number("simulations_per_scenario", set.simulationsPerScenario());
        json.text("created_at", set.createdAt());
        json.text("completed_at", set.completedAt());
        json.object("api", () -> api(set.totalScenarios(), set.overall()));
        json.object("computed", () -> computed(numbers.scenarios()));
        json.objects("disagreements", disagreements(numbers), found -> {
            json.text("scenario_id", found.scenarioId());
            disagreement(found.disagreement());
        });
        json.objects("per_scenario", numbers.scenarios(), this::scenario);
    }

    private void api(@Nullable Integer totalScenarios, SimulationSet.@Nullable Overall overall) {
        json.number("total_scenarios", totalScenarios);
        json.number("total_runs", overall == null ? null : overall.totalRuns());
        json.number("avg_pass_rate", overall == null ? null : Numerals.decimal(overall.averagePassRate()));
        json.number("flaky_count", overall == null ? null : overall.flakyCount());
        json.number("reliable_count", overall == null ? null : overall.reliableCount());
    }

    /** All runs of the set together; {@code mixed} counts scenarios. */
    private void computed(List<SetNumbers.PerScenario> scenarios) {
        Tally all = scenarios.stream().map(SetNumbers.PerScenario::tally).reduce(Tally.ZERO, Tally::plus);
        JsonNumbers.counts(json, all);
        json.number(
                "mixed",
                all.valid() == 0
                        ? null
                        : scenarios.stream()
                                .filter(scenario -> scenario.tally().outcome() == Tally.Outcome.MIXED)
                                .count());
    }

    private void scenario(SetNumbers.PerScenario scenario) {
        json.text("scenario_id", scenario.api().scenarioId());
        json.text("scenario_name", scenario.name());
        json.object("api", () -> api(scenario.api()));
        json.object("computed", () -> {
            JsonNumbers.counts(json, scenario.tally());
            json.bool("mixed", NumberFiles.mixed(scenario.tally()));
            json.text("confidence", scenario.confidence());
            json.object("score", () -> JsonNumbers.summary(json, scenario.score()));
        });
        json.objects("disagreements", scenario.disagreements(), this::disagreement);
    }

    private void api(SimulationSet.PerScenario api) {
        json.number("total_runs", api.totalRuns());
        json.number("passed", api.passed());
        json.number("failed", api.failed());
        json.number("pass_rate", Numerals.decimal(api.passRate()));
        json.bool("is_flaky", api.flaky());
        json.object("scores", () -> {
            json.number("mean", Numerals.decimal(api.meanScore()));
            json.number("median", Numerals.decimal(api.medianScore()));
            json.number("stddev", Numerals.decimal(api.stddevScore()));
            json.number("min", Numerals.decimal(api.minScore()));
            json.number("max", Numerals.decimal(api.maxScore()));
        });
        json.text("worst_run_id", api.worstRunId());
        json.texts("common_failure_modes", api.failureModes());
        json.text("confidence", api.confidence());
    }

    private void disagreement(SetNumbers.Disagreement disagreement) {
        json.text("field", disagreement.field());
        json.text("api", disagreement.api());
        json.text("computed", disagreement.computed());
    }

    private static List<Found> disagreements(SetNumbers numbers) {
        return numbers.scenarios().stream()
                .flatMap(scenario -> scenario.disagreements().stream()
                        .map(d -> new Found(scenario.api().scenarioId(), d)))
                .toList();
    }
}
