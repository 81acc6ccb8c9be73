package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.SimulationSet.PerScenario;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetParserTest {

    private static final String SOUND = """
            {"id": "m1", "status": "PASSED", "simulations_per_scenario": 5, "total_scenarios": 1,
             "statistics": {
               "per_scenario": {"s1": {"scenario_id": "s1", "scenario_name": "Booking", "total_runs": 5,
                 "passed": 3, "failed": 2, "pass_rate": 0.6, "is_flaky": true,
                 "scores": {"mean": 0.68, "median": 0.71, "stddev": 0.15, "min": 0.42, "max": 0.85},
                 "worst_run_id": "r7", "common_failure_modes": ["Dismissive"], "confidence": "medium"}},
               "overall": {"avg_pass_rate": 0.6, "flaky_count": 1, "reliable_count": 0, "total_runs": 5}},
             "created_at": "2026-04-14T10:00:00Z", "completed_at": "2026-04-14T10:05:32Z"}
            """;

    private static CollectingSink changed(String from, String to) {
        assertThat(SOUND).contains(from);
        return CollectingSink.of(SOUND.replace(from, to));
    }

    @Test
    void aSoundSetIsReadWithoutComplaint() {
        CollectingSink sink = CollectingSink.of(SOUND);

        PerScenario scenario = sink.onlySet().perScenario().get(0);
        assertThat(sink.problems).isEmpty();
        assertThat(scenario.scenarioId()).isEqualTo("s1");
        assertThat(scenario.passRate()).hasToString("Score[billionths=600000000]");
        assertThat(scenario.flaky()).isTrue();
        assertThat(scenario.worstRunId()).isEqualTo("r7");
        assertThat(scenario.failureModes()).containsExactly("Dismissive");
        assertThat(scenario.confidence()).isEqualTo("medium");
        assertThat(sink.onlySet().overall()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"failed\": 2           | \"failed\": 3         | per_scenario/s1/failed",
                "\"passed\": 3           | \"passed\": 6         | per_scenario/s1/passed",
                "\"is_flaky\": true      | \"is_flaky\": false   | per_scenario/s1/is_flaky",
                "\"pass_rate\": 0.6      | \"pass_rate\": 0.8    | per_scenario/s1/pass_rate",
                "\"min\": 0.42           | \"min\": 0.9          | per_scenario/s1/scores/min",
                "\"mean\": 0.68          | \"mean\": 0.2         | per_scenario/s1/scores/mean",
                "\"median\": 0.71        | \"median\": 0.99      | per_scenario/s1/scores/median",
                "\"reliable_count\": 0   | \"reliable_count\": 7 | overall/reliable_count",
                "\"flaky_count\": 1      | \"flaky_count\": 0    | overall/flaky_count",
                "\"avg_pass_rate\": 0.6  | \"avg_pass_rate\": 1  | overall/avg_pass_rate",
            })
    void figuresThatContradictOneAnotherAreDoubted(String from, String to, String pointer) {
        CollectingSink sink = changed(from, to);

        assertThat(sink.sets).hasSize(1);
        assertThat(sink.told()).anyMatch(line -> line.startsWith("DOUBTFUL -#/statistics/" + pointer + ":"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"simulations_per_scenario\": 5 | \"simulations_per_scenario\": 4 | /statistics/per_scenario/s1/total_runs",
                "\"total_scenarios\": 1          | \"total_scenarios\": 0          | /total_scenarios",
                "10:05:32Z                       | 09:00:00Z                       | /completed_at",
            })
    void figuresOfTheSetAreCheckedToo(String from, String to, String pointer) {
        assertThat(changed(from, to).told()).anyMatch(line -> line.startsWith("DOUBTFUL -#" + pointer + ":"));
    }

    @Test
    void roundedRatesAndRatesWithoutErrorsAreNoContradiction() {
        assertThat(changed("\"pass_rate\": 0.6", "\"pass_rate\": 0.6000000001").problems)
                .isEmpty();
        CollectingSink errors = CollectingSink.of(SOUND.replace("\"failed\": 2", "\"failed\": 1")
                .replace("\"pass_rate\": 0.6", "\"pass_rate\": 0.75")
                .replace("\"avg_pass_rate\": 0.6", "\"avg_pass_rate\": 0.75"));
        assertThat(errors.problems).isEmpty();
    }

    @Test
    void theKeyWinsOverTheInnerId() {
        CollectingSink sink = changed("\"scenario_id\": \"s1\"", "\"scenario_id\": \"s2\"");

        assertThat(sink.onlySet().perScenario())
                .extracting(PerScenario::scenarioId)
                .containsExactly("s1");
        assertThat(sink.told()).containsExactly("CONFLICT -#/statistics/per_scenario/s1/scenario_id: \"s2\"");
    }

    @Test
    void zeroRunsCannotHaveARate() {
        CollectingSink sink = CollectingSink.of("""
                {"id": "m1", "statistics": {"per_scenario": {"s1": {"total_runs": 0, "passed": 0, "pass_rate": 0}},
                 "overall": {}}}
                """);

        assertThat(sink.told()).containsExactly("DOUBTFUL -#/statistics/per_scenario/s1/total_runs: 0");
    }

    @Test
    void missingScoresAndMissingTotalsAreSaid() {
        CollectingSink sink = CollectingSink.of("""
                {"id": "m1", "statistics": {"per_scenario": {"s1": {"total_runs": 2, "passed": 2, "scores": null}}}}
                """);

        assertThat(sink.told())
                .containsExactly(
                        "DOUBTFUL -#/statistics/per_scenario/s1/scores: none", "DOUBTFUL -#/statistics/overall: none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"statistics\": 5                                     | /statistics: a number",
                "\"statistics\": {\"per_scenario\": []}                | /statistics/per_scenario: a list",
                "\"statistics\": {\"per_scenario\": {\"s1\": 5}}       | /statistics/per_scenario/s1: a number",
                "\"statistics\": {\"per_scenario\": {\"s1\": null}}    | /statistics/per_scenario/s1: null",
                "\"statistics\": {\"per_scenario\": {\" \": {}}}       | '/statistics/per_scenario/ : \" \"'",
                "\"simulations_per_scenario\": -1                      | /simulations_per_scenario: the number -1",
            })
    void aWrongValueIsLeftOutAndTheSetStays(String field, String problem) {
        CollectingSink sink = CollectingSink.of("{\"id\": \"m1\", \"simulation_set_id\": null, %s}".formatted(field));

        assertThat(sink.onlySet().perScenario()).isEmpty();
        assertThat(sink.told()).containsExactly("VALUE -#" + problem);
    }

    @Test
    void theAnswerToItsCreationIsASetWithoutStatistics() {
        CollectingSink sink = CollectingSink.of("""
                {"simulation_set_id": "m1", "status": "PENDING", "simulations_per_scenario": 5, "total_scenarios": 2,
                 "created_at": "2026-04-14T10:00:00Z"}
                """);

        SimulationSet set = sink.onlySet();
        assertThat(sink.problems).isEmpty();
        assertThat(set.id()).isEqualTo("m1");
        assertThat(set.perScenario()).isEqualTo(List.of());
        assertThat(set.overall()).isNull();
    }

    @Test
    void aSetWithoutAnIdIsLeftOut() {
        CollectingSink sink = CollectingSink.of("{\"id\": \"\", \"statistics\": {}}");

        assertThat(sink.sets).isEmpty();
        assertThat(sink.told()).containsExactly("REJECTED -#/id: the text \"\"");
    }
}
