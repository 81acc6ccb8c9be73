package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {

    private static final String R1 =
            "{\"id\": \"r1\", \"scenario_id\": \"s1\", \"status\": \"PASSED\", \"turn_count\": 3}";
    private static final String R2 =
            "{\"id\": \"r2\", \"scenario_id\": \"s2\", \"status\": \"FAILED\", \"batch_id\": null}";

    private static CollectingSink batch(String counts, String... runs) {
        return CollectingSink.of("""
                {"id": "b1", "status": "FAILED", %s, "trigger_source": "api", "publish_on_pass": false,
                 "created_at": "2026-04-14T10:25:00Z", "runs": [%s]}
                """.formatted(counts, String.join(", ", runs)));
    }

    private static String counts(int total, int passed, int failed) {
        return "\"total_scenarios\": %d, \"passed_scenarios\": %d, \"failed_scenarios\": %d"
                .formatted(total, passed, failed);
    }

    @Test
    void itsRunsBelongToItEvenWhenTheySayNull() {
        CollectingSink sink = batch(counts(2, 1, 1), R1, R2);

        Batch batch = sink.onlyBatch();
        assertThat(sink.problems).isEmpty();
        assertThat(batch.runIds()).containsExactly("r1", "r2");
        assertThat(batch.triggerSource()).isEqualTo("api");
        assertThat(batch.publishOnPass()).isFalse();
        assertThat(sink.runs).extracting(run -> run.facts().batchId()).containsExactly("b1", "b1");
        assertThat(sink.runs).extracting(run -> run.facts().deniesBatch()).containsExactly(false, true);
        assertThat(sink.runs).extracting(run -> run.facts().origin()).containsOnly(RunOrigin.BATCH);
        assertThat(sink.runs.get(1).facts().place()).hasToString("-#/runs/1");
    }

    @Test
    void theFieldsThatMakeItABatchMayComeBehindItsRuns() {
        CollectingSink sink =
                CollectingSink.of("{\"runs\": [%s, %s], %s, \"id\": \"b1\"}".formatted(R1, R2, counts(2, 1, 1)));

        assertThat(sink.onlyBatch().runIds()).containsExactly("r1", "r2");
        assertThat(sink.runs).extracting(run -> run.facts().batchId()).containsExactly("b1", "b1");
    }

    @Test
    void aRunThatNamesAnotherBatchStaysThere() {
        CollectingSink sink =
                batch(counts(1, 1, 0), R1.replace("\"turn_count\"", "\"batch_id\": \"b2\", \"turn_count\""));

        assertThat(sink.onlyRun().facts().batchId()).isEqualTo("b2");
        assertThat(sink.told()).containsExactly("CONFLICT -#/runs/0/batch_id: \"b2\"");
    }

    @Test
    void theSameRunTwiceIsOneRun() {
        CollectingSink sink = batch(counts(2, 2, 0), R1, R1);

        assertThat(sink.runs).hasSize(1);
        assertThat(sink.onlyBatch().runIds()).containsExactly("r1");
        assertThat(sink.told()).containsExactly("DOUBTFUL -#/runs/1/id: the same run again");
    }

    @Test
    void theSameRunTwiceWithOtherValuesIsAConflictThatTheFirstWins() {
        CollectingSink sink = batch(counts(2, 2, 0), R1, R1.replace("PASSED", "FAILED"));

        assertThat(sink.runs)
                .extracting(Run::facts)
                .extracting(facts -> facts.status().name())
                .containsExactly("PASSED");
        assertThat(sink.told()).containsExactly("CONFLICT -#/runs/1/id: the same run again with other values");
    }

    @Test
    void anEntryThatCannotBeReadCostsItselfOnly() {
        CollectingSink sink =
                batch(counts(4, 1, 0), R1, "5", "{\"id\": \"r3\", \"scenario_id\": \"s1\"}", "[]", "null");

        assertThat(sink.runs).hasSize(1);
        assertThat(sink.onlyBatch().runIds()).containsExactly("r1", "r3");
        assertThat(sink.told())
                .containsExactly(
                        "REJECTED -#/runs/1: the number 5",
                        "REJECTED -#/runs/2/status: nothing",
                        "REJECTED -#/runs/3: a list",
                        "REJECTED -#/runs/4: null");
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 1, failed_scenarios", "2, 2, 0, passed_scenarios", "2, 1, 0, failed_scenarios"})
    void countsThatContradictTheRunsAreDoubted(int total, int passed, int failed, String field) {
        assertThat(batch(counts(total, passed, failed), R1, R2).told())
                .anyMatch(line -> line.startsWith("DOUBTFUL -#/" + field + ":"));
    }

    @Test
    void runsThatEndedInErrorMayCountAsFailedOrNot() {
        String error = R2.replace("FAILED", "ERROR");

        assertThat(batch(counts(2, 1, 1), R1, error).problems).isEmpty();
        assertThat(batch(counts(2, 1, 0), R1, error).problems).isEmpty();
    }

    @Test
    void countsMayMissRunsThatAreNotListed() {
        assertThat(batch(counts(5, 3, 1), R1).problems).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"runs\": \"r\"                | /runs: a text",
                "\"runs\": {}                   | /runs: an object",
                "\"total_scenarios\": -3        | /total_scenarios: the number -3",
                "\"passed_scenarios\": \"1\"    | /passed_scenarios: the text \"1\"",
                "\"publish_on_pass\": \"yes\"   | /publish_on_pass: the text \"yes\"",
                "\"status\": 5                  | /status: the number 5",
            })
    void aWrongValueIsLeftOutAndTheBatchStays(String field, String problem) {
        CollectingSink sink = CollectingSink.of("{\"id\": \"b1\", \"trigger_source\": \"ci\", %s}".formatted(field));

        assertThat(sink.onlyBatch().runIds()).isEmpty();
        assertThat(sink.told()).containsExactly("VALUE -#" + problem);
    }

    @Test
    void aBatchWithoutAUsableIdIsLeftOutAndItsRunsStay() {
        CollectingSink sink = CollectingSink.of("{\"id\": \" \", %s, \"runs\": [%s]}".formatted(counts(1, 1, 0), R1));

        assertThat(sink.batches).isEmpty();
        assertThat(sink.onlyRun().facts().batchId()).isNull();
        assertThat(sink.told()).containsExactly("REJECTED -#/id: the text \" \"");
    }

    @Test
    void aSummaryThatCallsItsIdBatchIdIsABatch() {
        CollectingSink sink =
                CollectingSink.of("{\"batch_id\": \"b1\", \"status\": \"PASSED\", \"runs\": [%s]}".formatted(R1));

        assertThat(sink.onlyBatch().id()).isEqualTo("b1");
        assertThat(sink.onlyRun().facts().batchId()).isEqualTo("b1");
    }
}
