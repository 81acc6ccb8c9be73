package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Problem;
import dev.callsheet.model.RunList;
import dev.callsheet.model.RunOrigin;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopesTest {

    private static final String RUN =
            "{\"id\": \"r1\", \"scenario_id\": \"s1\", \"status\": \"PASSED\", \"chat_history\": []}";
    private static final String LIST =
            "{\"runs\": [{\"id\": \"r1\", \"scenario_id\": \"s1\", \"status\": \"PASSED\"}], \"total_count\": 57}";
    private static final String BATCH =
            "{\"id\": \"b1\", \"total_scenarios\": 1, \"trigger_source\": \"ci\", \"runs\": [" + RUN + "]}";
    private static final String SCENARIO =
            "{\"id\": \"s1\", \"name\": \"Booking\", \"tester_persona_prompt\": \"x\", \"metadata\": {}}";
    private static final String SET = "{\"id\": \"m1\", \"statistics\": {}}";

    /** Each kind with the records it holds: runs, scenarios, batches, sets. */
    private static final Map<String, List<Integer>> KINDS = Map.of(
            RUN,
            List.of(1, 0, 0, 0),
            LIST,
            List.of(1, 0, 0, 0),
            BATCH,
            List.of(1, 0, 1, 0),
            SCENARIO,
            List.of(0, 1, 0, 0),
            "{\"scenarios\": [" + SCENARIO + "]}",
            List.of(0, 1, 0, 0),
            "{\"scenario\": " + SCENARIO + "}",
            List.of(0, 1, 0, 0),
            SET,
            List.of(0, 0, 0, 1));

    private static final List<String> ENVELOPES = List.of(
            "%s",
            "{\"data\": %s, \"errors\": null}",
            "{\"errors\": [], \"data\": %s}",
            "{\"data\": [%s], \"errors\": null}",
            "{\"data\": {\"object\": \"list\", \"data\": [%s], \"has_more\": false, \"next_cursor\": null}}",
            "[%s]",
            "\uFEFF\r\n %s \r\n");

    static Stream<Arguments> everyKindInEveryEnvelope() {
        return KINDS.entrySet().stream()
                .flatMap(kind -> ENVELOPES.stream()
                        .map(envelope -> Arguments.of(envelope.formatted(kind.getKey()), kind.getValue())));
    }

    @ParameterizedTest
    @MethodSource("everyKindInEveryEnvelope")
    void everyKindIsFoundInEveryEnvelope(String json, List<Integer> counts) {
        CollectingSink sink = CollectingSink.of(json);

        assertThat(sink.counts()).isEqualTo(counts);
        assertThat(sink.problems).isEmpty();
    }

    @Test
    void dataMayBeNullBesideThePayload() {
        CollectingSink sink = CollectingSink.of("{\"data\": null, \"errors\": null, " + LIST.substring(1));

        assertThat(sink.runs).hasSize(1);
        assertThat(sink.problems).isEmpty();
    }

    @Test
    void pointersGoThroughTheEnvelope() {
        CollectingSink sink = CollectingSink.of("[{\"data\": {\"runs\": [{\"id\": \"r1\"}], \"total_count\": 1}}]");

        assertThat(sink.told()).containsExactly("REJECTED -#/0/data/runs/0/status: nothing");
    }

    @Test
    void aListSaysHowManyEntriesItHasAndHowManyExist() {
        CollectingSink sink = CollectingSink.of(LIST.replace("[{", "[5, {"));

        assertThat(sink.lists).extracting(RunList::entries).containsExactly(2);
        assertThat(sink.lists).extracting(RunList::totalCount).containsExactly(57);
        assertThat(sink.onlyRun().facts().origin()).isEqualTo(RunOrigin.LIST);
    }

    @Test
    void concatenatedDocumentsAreRead() {
        assertThat(CollectingSink.of(RUN + BATCH + "\n" + SET).counts()).isEqualTo(List.of(2, 0, 1, 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": null, \"errors\": [{\"error\": \"NOT_FOUND\", \"message\": \"no such run\"}]} | NOT_FOUND: no such run",
                "{\"errors\": [{\"message\": \"a\"}, {\"message\": \"b\"}]}                | a (and 1 more)",
                "{\"errors\": \"bad\"}                                                    | the text \"bad\"",
                "{\"status\": \"error\", \"message\": \"Unauthorized\", \"call_id\": null} | Unauthorized",
                "{\"error\": \"Rate Limit Exceeded\", \"limit\": 5, \"message\": \"slow down\"} | Rate Limit Exceeded: slow down",
                "{\"error\": {\"code\": \"X1\"}}                                          | X1",
                "{\"message\": \"Forbidden\"}                                             | Forbidden",
            })
    void anErrorAnswerOfTheApiIsNamedAsSuch(String json, String found) {
        CollectingSink sink = CollectingSink.of(json);

        assertThat(sink.told()).containsExactly("API_ERROR -: " + found);
        assertThat(sink.problems).extracting(Problem::severity).containsExactly(Problem.Severity.ERROR);
    }

    @Test
    void anErrorBesideRecordsDoesNotCostThem() {
        CollectingSink sink =
                CollectingSink.of("{\"data\": [%s], \"errors\": [{\"error\": \"PARTIAL\"}]}".formatted(RUN));

        assertThat(sink.runs).hasSize(1);
        assertThat(sink.told()).containsExactly("API_ERROR -: PARTIAL");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"total_runs\": 2, \"pass_rate\": 0.5, \"runs\": [{\"id\": \"r1\", \"scenario_id\": \"s1\", \"status\": \"passed\"}]} | analytics of a pathway",
                "{\"batch_id\": \"b1\", \"runs\": [{\"run_id\": \"r1\", \"scenario_id\": \"s1\"}]} | the answer to starting runs",
                "{\"run_id\": \"r1\", \"status\": \"RUNNING\"}                    | the answer to starting runs",
                "{\"templates\": [{\"id\": \"tmpl_1\"}]}                          | a list of scenario templates",
                "{\"session_id\": \"t1\", \"status\": \"RUNNING\", \"iterations\": []} | the state of a tornado session",
                "{\"id\": \"c1\", \"verdicts\": [], \"simulation_set_id\": \"m1\"} | a check run of an agent",
                "{\"analysis\": {\"root_cause\": \"x\"}}                          | an analysis of a run",
                "{\"deleted\": true}                                              | the answer to a deletion or cancellation",
                "{\"schema\": \"callsheet.report/1\", \"scenarios\": [{\"id\": \"s1\"}], \"batches\": []} | a file of a Callsheet report",
                "{\"data\": [], \"errors\": null}                                 | an answer without data",
            })
    void knownDocumentsThatAreNoResultsAreSkippedByName(String json, String found) {
        CollectingSink sink = CollectingSink.of(json);

        assertThat(sink.counts()).containsOnly(0);
        assertThat(sink.told()).containsExactly("SKIPPED -: " + found);
        assertThat(sink.problems).extracting(Problem::severity).containsExactly(Problem.Severity.INFO);
    }

    @Test
    void anUnknownObjectIsSkippedWithItsKeys() {
        CollectingSink sink =
                CollectingSink.of("{\"a\": 1, \"b\": {}, \"c\": [], \"d\": 1, \"e\": 1, \"f\": 1, \"g\": 1}");

        assertThat(sink.told()).containsExactly("SKIPPED -: an object with the keys a, b, c, d, e, …");
        assertThat(sink.problems).extracting(Problem::severity).containsExactly(Problem.Severity.WARNING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"runs\": []}", "{\"scenarios\": []}", "[]"})
    void emptyListsAreNoProblem(String json) {
        assertThat(CollectingSink.of(json).problems).isEmpty();
    }

    @Test
    void apageThatSaysThereIsMoreIsIncomplete() {
        CollectingSink sink = CollectingSink.of("{\"data\": {\"data\": [%s], \"has_more\": true}}".formatted(RUN));

        assertThat(sink.runs).hasSize(1);
        assertThat(sink.told()).containsExactly("INCOMPLETE -#/data/has_more: true");
    }

    @Test
    void runsWithSimulationSetIdsAreRunsAllTheSame() {
        CollectingSink sink = CollectingSink.of(RUN.replace("\"status\"", "\"simulation_set_id\": \"m1\", \"status\""));

        assertThat(sink.counts()).isEqualTo(List.of(1, 0, 0, 0));
    }

    @Test
    void aKeyOfTheContainerThatStandsTwiceCostsTheContainer() {
        CollectingSink sink = CollectingSink.of("{\"runs\": [%s], \"runs\": [], \"total_count\": 1}".formatted(RUN));

        assertThat(sink.runs).isEmpty();
        assertThat(sink.told()).containsExactly("REJECTED -#/runs: a key that stands twice");
    }
}
