package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssertionParserTest {

    private static CollectingSink results(String status, String results) {
        return CollectingSink.of("""
                {"id": "r1", "scenario_id": "s1", "status": "%s", "assertion_results": [%s]}""".formatted(status, results));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"passed\": true                            | PASSED  | ",
                "\"passed\": false                           | FAILED  | ",
                "\"status\": \"PASSED\"                      | PASSED  | ",
                "\"status\": \"failed\"                      | FAILED  | ",
                "\"passed\": true, \"status\": \"Passed\"    | PASSED  | ",
                "\"passed\": null, \"status\": \"FAILED\"    | FAILED  | ",
                "\"type\": \"contains\"                      | UNKNOWN | ",
                "\"passed\": true, \"status\": \"FAILED\"    | UNKNOWN | CONFLICT -#/assertion_results/0/status: the text \"FAILED\"",
                "\"passed\": null                            | UNKNOWN | VALUE -#/assertion_results/0/passed: null",
                "\"passed\": \"true\"                        | UNKNOWN | VALUE -#/assertion_results/0/passed: the text \"true\"",
                "\"passed\": 1                               | UNKNOWN | VALUE -#/assertion_results/0/passed: the number 1",
                "\"status\": \"FAİLED\"                      | UNKNOWN | VALUE -#/assertion_results/0/status: the text \"FAİLED\"",
                "\"status\": \"SKIPPED\"                     | UNKNOWN | VALUE -#/assertion_results/0/status: the text \"SKIPPED\"",
                "\"status\": 1                               | UNKNOWN | VALUE -#/assertion_results/0/status: the number 1",
            })
    void theOutcomeIsReadInBothShapes(String fields, Verdict verdict, String problem) {
        CollectingSink sink = results("FAILED", "{" + fields + "}");

        assertThat(sink.onlyRun().facts().assertions())
                .extracting(AssertionResult::verdict)
                .containsExactly(verdict);
        assertThat(sink.told()).isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    @Test
    void anUnfinishedRunMayHaveOutcomesThatAreNull() {
        assertThat(results("RUNNING", "{\"assertion_id\": \"a1\", \"passed\": null}").problems)
                .isEmpty();
    }

    @Test
    void everythingElseIsKeptAsGiven() {
        CollectingSink sink = results("FAILED", """
                {"assertion_id": "a1", "type": "SENTIMENT_ABOVE", "target": "audio", "field": "x", "score": 0.7,
                 "expected": {"min": [1, 2.50]}, "passed": false, "reasoning": "too slow"},
                {"assertion_id": "a1", "expected": "cleaning", "passed": true},
                {"expected": null, "passed": true}""");

        assertThat(sink.problems).isEmpty();
        assertThat(sink.onlyRun().facts().assertions())
                .extracting(AssertionResult::key)
                .containsExactly(
                        new AssertionKey("a1", "SENTIMENT_ABOVE", "audio", "x", "{\"min\":[1,2.50]}"),
                        new AssertionKey("a1", null, null, null, "cleaning"),
                        new AssertionKey(null, null, null, null, null));
        assertThat(sink.onlyRun().facts().assertions().get(0).score()).hasToString("Score[billionths=700000000]");
        assertThat(sink.onlyRun().text().reasonings()).containsExactly("too slow", null, null);
    }

    @Test
    void entriesThatAreNoResultsAreNamedByIndex() {
        CollectingSink sink = results("PASSED", "null, {}, 1, \"x\", [], {\"passed\": true}");

        assertThat(sink.onlyRun().facts().assertions()).hasSize(1);
        assertThat(sink.told())
                .containsExactlyInAnyOrder(
                        "VALUE -#/assertion_results/0: null",
                        "VALUE -#/assertion_results/1: an empty object",
                        "VALUE -#/assertion_results/2: a number",
                        "VALUE -#/assertion_results/3: a text",
                        "VALUE -#/assertion_results/4: a list");
    }

    @Test
    void reasoningIsNeverQuotedInAProblem() {
        CollectingSink sink = results("FAILED", "{\"passed\": false, \"reasoning\": [\"she said 555-0100\"]}");

        assertThat(sink.told()).containsExactly("VALUE -#/assertion_results/0/reasoning: a list");
    }
}
