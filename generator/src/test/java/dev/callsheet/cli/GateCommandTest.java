package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code callsheet gate} and {@code callsheet build --gate}: the verdict as an exit code. */
class GateCommandTest {

    private static final String GATE = """
            "verdict":"fail","sentence":"Gate failed because of a.",\
            "rules":[{"verdict":"pass","title":"T","sentence":"fine"},{"verdict":"fail","title":"Any","sentence":"a fell."}],\
            "mutes":[]""";

    @TempDir
    Path temporary;

    Path site;

    @BeforeEach
    void place() {
        site = temporary.resolve("site");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, 0, Gate passed.",
        "FAILED, 4, 'Gate inconclusive: Cancel, required for promotion, failed 1 of 1 tonight, too few to tell;'",
        "ERROR, 4, Gate inconclusive: 1 of 1 run errored."
    })
    void aBuildEndsWithTheVerdictOnlyWhereItIsAskedTo(String status, int code, String sentence) {
        assertThat(build(status).code()).isZero();
        assertThat(build(status).err()).doesNotContain("Gate");
        Program.Outcome outcome = build(status, "--gate");
        assertThat(outcome.out()).isEqualTo(site + "\n");
        if (status.equals("FAILED")) {
            assertThat(outcome.code()).isEqualTo(3);
            assertThat(outcome.err()).contains("\nGate failed because Cancel, required for promotion,");
        } else {
            assertThat(outcome.code()).isEqualTo(code);
            assertThat(outcome.err()).contains("\n" + sentence + "\n");
        }
    }

    @Test
    void whatDoesNotPassIsSaidHoweverQuietTheBuildIs() {
        assertThat(build("PASSED", "--gate", "-q").err()).isEmpty();
        assertThat(build("FAILED", "--gate", "-q").err())
                .startsWith(
                        "Gate failed because Cancel, required for promotion, passed 0 of 1 tonight, of which 1 must.\n"
                                + "fail: Required ones tonight: Cancel, required for promotion, passed 0 of 1 tonight, of which"
                                + " 1 must.\n");
    }

    @ParameterizedTest
    @CsvSource({"PASSED, 0", "FAILED, 3", "ERROR, 4"})
    void theCommandRepeatsWhatTheBuildSaid(String status, int code) {
        Program.Outcome built = build(status, "--gate", "-v");
        for (Path path : new Path[] {site, site.resolve("data"), site.resolve("data/report.json")}) {
            Program.Outcome read = Program.run("gate", path.toString());
            assertThat(read.code()).isEqualTo(code);
            assertThat(built.err()).contains(read.out());
            assertThat(read.out()).startsWith("Gate ").endsWith(".\n");
            assertThat(read.err()).isEmpty();
        }
    }

    @Test
    void jsonIsTheGateOfTheReportOnOneLine() throws IOException {
        Program.Outcome built = build("FAILED", "--json");
        JsonNode report = JsonMapper.shared().readTree(Files.readString(site.resolve("data/report.json")));
        Program.Outcome read = Program.run("gate", "--json", site.toString());
        assertThat(read.code()).isEqualTo(3);
        assertThat(read.out()).containsOnlyOnce("\n").endsWith("\n");
        assertThat(JsonMapper.shared().readTree(read.out())).isEqualTo(report.get("gate"));
        assertThat(JsonMapper.shared().readTree(built.out()).at("/gate/sentence"))
                .isEqualTo(report.at("/gate/sentence"));
        assertThat(JsonMapper.shared().readTree(built.out()).at("/gate/verdict").asString())
                .isEqualTo("fail");
    }

    @Test
    void aSiteThatDoesNotExistIsUsage() {
        for (String given : new String[] {temporary.resolve("nothing").toString(), "", "a\0b"}) {
            Program.Outcome outcome = Program.run("gate", given);
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err())
                    .contains("there is no such file or directory")
                    .containsOnlyOnce("\n");
            assertThat(outcome.out()).isEmpty();
        }
        assertThat(Program.run("gate").code()).isEqualTo(2);
    }

    @Test
    void aDirectoryWithoutAReportIsUnusable() {
        Program.Outcome outcome = Program.run("gate", temporary.toString());
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("holds no data/report.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                ``                                             | is no report.json: it holds no object
                []                                             | is no report.json: it holds no object
                <html>                                         | is not the whole of a report.json: no JSON from line 1, column 1 on
                {"schema":"callsheet.report/1","gate":{GATE}   | is not the whole of a report.json: no JSON from line 1, column
                {"schema":"callsheet.report/1","gate":{GATE}}x | is not the whole of a report.json: no JSON from line 1, column
                {"schema":"callsheet.report/1","gate":{GATE}}1 | is no report.json: something follows its object
                {"gate":{GATE}}                                | is no report.json: /schema is not there
                {"schema":1,"gate":{GATE}}                     | is no report.json: /schema is not there
                {"schema":"callsheet.report/2","gate":{GATE}}  | /schema is "callsheet.report/2", not "callsheet.report/1"
                {"schema":"callsheet.report/1"}                | holds no verdict: /gate is not there
                {"schema":"callsheet.report/1","gate":{GATE},"gate":{GATE}} | holds two verdicts: /gate is there twice
                {"schema":"callsheet.report/1","gate":null}    | /gate/verdict is no text
                {"schema":"callsheet.report/1","gate":{"verdict":"warn"}} | /gate/verdict is "warn", not pass, fail or inconclusive
                {"schema":"callsheet.report/1","gate":{"verdict":"pass"}} | /gate/sentence is no text
                {"schema":"callsheet.report/1","gate":{"verdict":"pass","sentence":5}} | /gate/sentence is no text
                {"schema":"callsheet.report/1","gate":{"verdict":"pass","sentence":"s"}} | /gate/rules is no list
                {"schema":"callsheet.report/1","gate":{"verdict":"pass","sentence":"s","rules":[1]}} | /gate/rules/0/verdict is no text
                {"schema":"callsheet.report/1","gate":{"verdict":"pass","sentence":"s","rules":[]}} | /gate/mutes is no list
                {"schema":"callsheet.report/1","gate":{"verdict":"pass","sentence":"s","rules":[],"mutes":[{}]}} | /gate/mutes/0/sentence is no text
                """)
    void whatIsNoReportHasNoVerdict(String content, String message) throws IOException {
        Program.Outcome outcome = gate(content.replace("GATE", GATE));
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).startsWith("callsheet: ").contains(message).containsOnlyOnce("\n");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void whatElseTheReportHoldsDoesNotMatter() throws IOException {
        Program.Outcome outcome = gate("{\"a\":[{\"gate\":1}],\"gate\":{" + GATE
                + "},\"b\":{\"schema\":2},\"schema\":\"callsheet.report/1\"}\n");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("Gate failed because of a.\nfail: Any: a fell.\n");
        assertThat(outcome.code()).isEqualTo(3);
    }

    @Test
    void noTextDrivesTheTerminalOrForgesALine() throws IOException {
        String hostile = "a\\u0000\\u001b[31m\\r\\n::error::b\\u0085\\u202e\\u2028\\ud800<script>]]>";
        Program.Outcome outcome = gate("{\"schema\":\"callsheet.report/1\",\"gate\":{"
                + GATE.replace("Gate failed because of a.", hostile) + "}}");
        assertThat(outcome.out())
                .startsWith("a\\u0000\\u001b[31m\\u000d\\u000a::error::b\\u0085\\u202e\\u2028\\ud800<script>]]>\n");
        Program.Outcome wrong = gate("{\"schema\":\"" + hostile + "\"}");
        assertThat(wrong.err()).containsOnlyOnce("\n").doesNotContain("\u001b").doesNotContain("\u202e");
    }

    @Test
    void depthAndLengthCostNothing() throws IOException {
        assertThat(gate("{\"a\":" + "[".repeat(100_000)).code()).isEqualTo(5);
        assertThat(gate("{\"gate\":" + "[".repeat(100_000)).code()).isEqualTo(5);
        Program.Outcome outcome = gate("{\"schema\":\"callsheet.report/1\",\"gate\":{"
                + GATE.replace("a fell.", "word".repeat(300)) + ",\"more\":[" + "\"x\",".repeat(10_000) + "1]}}");
        assertThat(outcome.code()).isEqualTo(3);
    }

    private Program.Outcome gate(String content) throws IOException {
        return Program.run(
                "gate",
                Files.writeString(temporary.resolve("report.json"), content).toString());
    }

    private Program.Outcome build(String status, String... more) {
        String input = """
                {"id": "r1", "scenario_id": "s1", "status": "%s", "chat_history": [],
                 "created_at": "2026-04-14T02:00:00.000Z"}
                {"id": "s1", "name": "Cancel", "is_required_for_promotion": true, "assertions": []}
                """.formatted(status);
        String[] args = new String[more.length + 4];
        System.arraycopy(new String[] {"build", "-", "-o", site.toString()}, 0, args, 0, 4);
        System.arraycopy(more, 0, args, 4, more.length);
        return Program.run(input.getBytes(StandardCharsets.UTF_8), Map.of(), args);
    }
}
