package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Problem;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Turn;
import dev.callsheet.model.Variable;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunParserTest {

    /** A run with some fields of its own. */
    private static CollectingSink run(String fields) {
        return CollectingSink.of("""
                {"id": "r1", "scenario_id": "s1", "status": "PASSED", "chat_history": []%s}
                """.formatted(fields.isEmpty() ? "" : ", " + fields));
    }

    @Test
    void aFullRunIsReadWithoutComplaint() {
        CollectingSink sink = CollectingSink.of("""
                {"id": "r1", "scenario_id": "s1", "pathway_id": "p1", "persona_id": null, "batch_id": "b1",
                 "status": "FAILED", "overall_score": 0.45, "turn_count": 3, "duration_ms": 14320,
                 "chat_history": [{"role": "assistant", "content": "Hello"}, {"role": "user", "content": "Hi"}],
                 "variables_extracted": {"day": "Tuesday", "people": 4, "notes": {"vip": true}, "empty": null},
                 "nodes_visited": ["greeting", "closing"], "current_node_id": "closing", "version_number": 7,
                 "error_message": null, "created_at": "2026-04-14T10:30:00.000Z", "metadata": {"anything": [1, 2]}}
                """);

        Run run = sink.onlyRun();
        RunFacts facts = run.facts();
        assertThat(sink.problems).isEmpty();
        assertThat(facts.origin()).isEqualTo(RunOrigin.DETAIL);
        assertThat(facts.place()).hasToString("-");
        assertThat(facts.status()).isEqualTo(RunStatus.FAILED);
        assertThat(facts.score()).hasToString("Score[billionths=450000000]");
        assertThat(facts.pathwayId()).isEqualTo("p1");
        assertThat(facts.personaId()).isNull();
        assertThat(facts.batchId()).isEqualTo("b1");
        assertThat(facts.deniesBatch()).isFalse();
        assertThat(facts.turnCount()).isEqualTo(3);
        assertThat(facts.durationMs()).isEqualTo(14320);
        assertThat(facts.version()).isEqualTo("7");
        assertThat(facts.nodes()).containsExactly("greeting", "closing");
        assertThat(facts.createdAt()).isEqualTo(Instant.parse("2026-04-14T10:30:00Z"));
        assertThat(run.text().chat()).containsExactly(new Turn("assistant", "Hello"), new Turn("user", "Hi"));
        assertThat(run.text().variables())
                .containsExactly(
                        new Variable("day", "Tuesday"),
                        new Variable("people", "4"),
                        new Variable("notes", "{\"vip\":true}"),
                        new Variable("empty", "null"));
    }

    @Test
    void aRunWithoutDetailFieldsIsAnEntryOfAList() {
        CollectingSink sink = CollectingSink.of("""
                {"id": "r1", "scenario_id": "s1", "status": "PASSED", "turn_count": 3}
                """);

        assertThat(sink.onlyRun().facts().origin()).isEqualTo(RunOrigin.LIST);
    }

    @Test
    void nullAndMissingFieldsAreNoProblem() {
        CollectingSink sink = run("""
                "overall_score": null, "variables_extracted": null, "nodes_visited": null, "bland_tone_score": null,
                "assertion_results": null, "duration_ms": null, "created_at": null""");

        assertThat(sink.problems).isEmpty();
        assertThat(sink.onlyRun().facts().score()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[\"PASSED\"]", "1", "true", "{}"})
    void aStatusThatIsNoTextCostsTheRun(String status) {
        CollectingSink sink =
                CollectingSink.of("{\"id\": \"r1\", \"scenario_id\": \"s1\", \"status\": %s}".formatted(status));

        assertThat(sink.runs).isEmpty();
        assertThat(sink.told()).hasSize(1).first().asString().startsWith("REJECTED -#/status");
        assertThat(sink.problems.get(0).recordId()).isEqualTo("r1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"passed", " PASSED ", "FAİLED", "QUEUED", ""})
    void anotherWordIsAnUnknownStatusNeitherPassedNorFailed(String status) {
        CollectingSink sink =
                CollectingSink.of("{\"id\": \"r1\", \"scenario_id\": \"s1\", \"status\": \"%s\"}".formatted(status));

        assertThat(sink.onlyRun().facts().status()).isEqualTo(RunStatus.UNKNOWN);
        assertThat(sink.onlyRun().facts().statusText()).isEqualTo(status);
        assertThat(sink.told()).containsExactly("DOUBTFUL -#/status: the text \"" + status + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"\"",
                "\"   \"",
                "\"\\u200b\"",
                "true",
                "1.5",
                "1e3",
                "null",
                "[]",
                "\"a\\nb\"",
                "\"a\\u0000\"",
                "\"\\ud800\""
            })
    void aRunWithoutAUsableIdIsLeftOut(String id) {
        CollectingSink sink =
                CollectingSink.of("{\"id\": %s, \"scenario_id\": \"s1\", \"status\": \"PASSED\"}".formatted(id));

        assertThat(sink.runs).isEmpty();
        assertThat(sink.told()).hasSize(1).first().asString().startsWith("REJECTED -#/id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "COM1", ".", "__proto__", "a b", "café", "javascript:x", "%252e"})
    void anyVisibleTextIsAnId(String id) {
        CollectingSink sink =
                CollectingSink.of("{\"id\": \"%s\", \"scenario_id\": \"s1\", \"status\": \"PASSED\"}".formatted(id));

        assertThat(sink.onlyRun().facts().id()).isEqualTo(id);
        boolean plain = id.matches("[\\w:]+") && !id.startsWith("_") && id.equals(id.strip());
        assertThat(sink.told()).hasSize(plain ? 0 : 1).allMatch(line -> line.startsWith("DOUBTFUL -#/id"));
    }

    @Test
    void anIdMayHaveAThousandCharactersAndNoMore() {
        String json = "{\"id\": \"%s\", \"scenario_id\": \"s1\", \"status\": \"PASSED\"}";

        assertThat(CollectingSink.of(json.formatted("x".repeat(1000))).runs).hasSize(1);
        assertThat(CollectingSink.of(json.formatted("x".repeat(1001))).runs).isEmpty();
    }

    @Test
    void theDigitsOfAWholeNumberAreTakenAsId() {
        CollectingSink sink = CollectingSink.of("{\"id\": 17, \"scenario_id\": \"s1\", \"status\": \"PASSED\"}");

        assertThat(sink.onlyRun().facts().id()).isEqualTo("17");
        assertThat(sink.told()).containsExactly("DOUBTFUL -#/id: the number 17");
    }

    @Test
    void theScenarioObjectStandsInForAMissingScenarioId() {
        CollectingSink sink = CollectingSink.of("""
                {"id": "r1", "status": "PASSED", "turn_count": 1, "scenario": {"id": "s9", "name": "Booking"}}
                """);

        assertThat(sink.onlyRun().facts().scenarioId()).isEqualTo("s9");
        assertThat(sink.onlyRun().facts().scenarioName()).isEqualTo("Booking");
        assertThat(sink.problems).isEmpty();
    }

    @Test
    void scenarioIdWinsOverTheScenarioObject() {
        CollectingSink sink = run("\"scenario\": {\"id\": \"s2\"}");

        assertThat(sink.onlyRun().facts().scenarioId()).isEqualTo("s1");
        assertThat(sink.told()).containsExactly("CONFLICT -#/scenario/id: \"s2\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "\"\"", "[\"s1\"]"})
    void aRunOfNoScenarioIsLeftOut(String scenarioId) {
        CollectingSink sink = CollectingSink.of(
                "{\"id\": \"r1\", \"scenario_id\": %s, \"status\": \"PASSED\"}".formatted(scenarioId));

        assertThat(sink.runs).isEmpty();
        assertThat(sink.told()).hasSize(1).first().asString().startsWith("REJECTED -#/scenario_id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overall_score       | 92          | the number 92",
                "overall_score       | -0.2        | the number -0.2",
                "overall_score       | \"0.92\"    | the text \"0.92\"",
                "overall_score       | [0.9]       | a list",
                "overall_score       | 1e999999999 | the number 1E+999999999",
                "overall_score       | 1e99999999999 | the number 1e99999999999",
                "turn_count          | -1          | the number -1",
                "turn_count          | 3.5         | the number 3.5",
                "turn_count          | 2147483648  | the number 2147483648",
                "turn_count          | {}          | an object",
                "duration_ms         | 86400001    | the number 86400001",
                "duration_ms         | false       | false",
                "duration_ms         | 1e400       | the number 1E+400",
                "created_at          | 1776162600  | the number 1776162600",
                "pathway_id          | 1.5         | the number 1.5",
                "batch_id            | \"\"        | the text \"\"",
                "chat_history        | 9           | a number",
                "variables_extracted | \"a=b\"     | a text",
                "nodes_visited       | \"x\"       | a text",
                "current_node_id     | 7           | the number 7",
                "error_message       | 5           | a number",
                "bland_tone_score    | []          | a list",
                "assertion_results   | \"ok\"      | a text",
                "scenario            | \"x\"       | a text",
                "version_number      | []          | a list",
            })
    void aWrongValueIsLeftOutAndNamedAndTheRunStays(String field, String value, String found) {
        CollectingSink sink = CollectingSink.of("""
                {"id": "r1", "scenario_id": "s1", "status": "PASSED", "%s": %s}""".formatted(field, value));

        assertThat(sink.runs).hasSize(1);
        assertThat(sink.told()).containsExactly("VALUE -#/" + field + ": " + found);
        assertThat(sink.problems.get(0).recordId()).isEqualTo("r1");
    }

    @Test
    void aScoreThatLooksLikePercentSaysSo() {
        assertThat(run("\"overall_score\": 92").problems)
                .extracting(Problem::hint)
                .containsExactly("scores in percent? divide by 100 before exporting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e-999999999", "0", "-0", "0.0", "-0.0"})
    void aVanishingScoreIsZeroAndNeverExpanded(String score) {
        CollectingSink sink = run("\"overall_score\": " + score);

        assertThat(sink.onlyRun().facts().score()).hasToString("Score[billionths=0]");
        assertThat(sink.problems).isEmpty();
    }

    @Test
    void aWholeNumberMayBeWrittenAsADecimal() {
        CollectingSink sink = run("\"turn_count\": 12.0, \"duration_ms\": 1.2e4");

        assertThat(sink.onlyRun().facts().turnCount()).isEqualTo(12);
        assertThat(sink.onlyRun().facts().durationMs()).isEqualTo(12_000);
    }

    @Test
    void batchIdNullIsADenialAndAMissingOneIsNot() {
        assertThat(run("\"batch_id\": null").onlyRun().facts().deniesBatch()).isTrue();
        assertThat(run("").onlyRun().facts().deniesBatch()).isFalse();
    }

    @Test
    void aTurnThatCannotBeReadKeepsItsPlace() {
        CollectingSink sink = CollectingSink.of("""
                {"id": "r1", "scenario_id": "s1", "status": "PASSED", "chat_history": [
                  "hello", {"role": null, "content": "a"}, {"role": "user", "content": 5}, {"role": "tool"}]}
                """);

        assertThat(sink.onlyRun().text().chat())
                .containsExactly(new Turn(null, ""), new Turn(null, "a"), new Turn("user", ""), new Turn("tool", ""));
        assertThat(sink.told())
                .containsExactly(
                        "VALUE -#/chat_history/0: a text",
                        "VALUE -#/chat_history/1/role: nothing",
                        "VALUE -#/chat_history/2/content: a number");
    }

    @Test
    void nodesThatAreNoTextAreNamedByIndex() {
        CollectingSink sink = run("\"nodes_visited\": [\"a\", 1, null, \" \", \"b\"]");

        assertThat(sink.onlyRun().facts().nodes()).containsExactly("a", "b");
        assertThat(sink.told())
                .containsExactly(
                        "VALUE -#/nodes_visited/1: a number",
                        "VALUE -#/nodes_visited/2: null",
                        "VALUE -#/nodes_visited/3: a text");
    }

    @Test
    void controlCharactersAreReplacedAndBrokenOnesAreNamed() {
        CollectingSink sink = CollectingSink.of("""
                {"id": "r1", "scenario_id": "s1", "status": "PASSED", "chat_history": [
                  {"role": "user", "content": "a\\u0000b"}, {"role": "user", "content": "c\\ud83dd"}]}
                """);

        assertThat(sink.onlyRun().text().chat()).extracting(Turn::content).containsExactly("a\uFFFDb", "c\uFFFDd");
        assertThat(sink.told()).containsExactly("DOUBTFUL -#/chat_history/1/content: half of a surrogate pair");
    }

    @Test
    void aKeyThatStandsTwiceCostsTheRunWhereverItStands() {
        CollectingSink sink = CollectingSink.of("""
                [{"id": "r1", "scenario_id": "s1", "status": "PASSED", "status": "FAILED"},
                 {"id": "r2", "scenario_id": "s1", "status": "PASSED", "variables_extracted": {"a/b": 1, "a/b": 2}},
                 {"id": "r3", "scenario_id": "s1", "status": "PASSED"}]
                """);

        assertThat(sink.runs).extracting(run -> run.facts().id()).containsExactly("r3");
        assertThat(sink.told())
                .containsExactly(
                        "REJECTED -#/0/status: a key that stands twice",
                        "REJECTED -#/1/variables_extracted/a~1b: a key that stands twice");
        assertThat(sink.problems).extracting(Problem::recordId).containsExactly("r1", "r2");
    }

    @Test
    void aRecordOfCountlessProblemsNamesAHundred() {
        CollectingSink sink = run("\"nodes_visited\": [1" + ", 1".repeat(249) + "]");

        assertThat(sink.problems).hasSize(101);
        assertThat(sink.problems.get(100).found()).isEqualTo("150 more problems");
    }
}
