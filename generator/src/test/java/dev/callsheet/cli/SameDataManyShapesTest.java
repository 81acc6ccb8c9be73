package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Five documents that contradict one another, as saved by different tools: same totals, same contradictions. */
class SameDataManyShapesTest {

    private static final Map<String, String> DOCUMENTS = documents();

    @TempDir
    Path temporary;

    @Test
    void bareFilesAndAnEnvelopedPackedStreamAndAPipeSayTheSame() throws IOException {
        Path folder = Files.createDirectory(temporary.resolve("bare"));
        for (Map.Entry<String, String> document : DOCUMENTS.entrySet()) {
            Files.writeString(folder.resolve(document.getKey() + ".json"), document.getValue());
        }
        JsonNode bare = new Site(Program.build(temporary.resolve("a"), folder)).report();

        Path packed = temporary.resolve("all.ndjson.gz");
        Files.write(packed, gzip(lines()));
        JsonNode enveloped = new Site(Program.build(temporary.resolve("b"), packed)).report();

        Path site = temporary.resolve("c");
        Program.Outcome piped = Program.run(
                lines().getBytes(StandardCharsets.UTF_8), Map.of(), "build", "-", "-q", "-o", site.toString());
        assertThat(piped.code()).isZero();
        JsonNode pipe = new Site(site).report();

        assertThat(bare.get("totals").get("runs").asInt()).isEqualTo(3);
        assertThat(bare.get("totals").get("scenarios").asInt()).isEqualTo(5);
        assertThat(enveloped.get("totals")).isEqualTo(bare.get("totals"));
        assertThat(pipe.get("totals")).isEqualTo(bare.get("totals"));
        assertThat(conflicts(bare))
                .containsExactlyInAnyOrder(
                        "run-a /turn_count 9 8",
                        "run-a /created_at 10:30 10:25",
                        "run-a /assertion_results/0/expected booked booked twice",
                        "run-a /batch_id batch-1 null", // the detail says so,
                        "run-a /batch_id batch-1 null", // and so does the list
                        "run-b /batch_id batch-1 null",
                        "run-b /status PASSED FAILED",
                        "run-b /overall_score 0.87 0.45",
                        "run-b /scenario/name Transfer Cancellation",
                        "scn-d /scenario_name Angry caller Happy path");
        assertThat(conflicts(enveloped)).containsExactlyInAnyOrderElementsOf(conflicts(bare));
        assertThat(conflicts(pipe)).containsExactlyInAnyOrderElementsOf(conflicts(bare));
    }

    /** Record, last part of the pointer, and the two values in short. */
    private static List<String> conflicts(JsonNode report) {
        return report.get("problems")
                .valueStream()
                .filter(problem -> problem.get("kind").asString().equals("conflict"))
                .map(problem -> problem.get("record_id").asString() + " "
                        + problem.get("pointer")
                                .asString()
                                .replaceAll("^/data", "")
                                .replaceAll("^/runs/[0-9]+", "")
                                .replaceAll("^/statistics/per_scenario/[^/]+", "")
                        + " " + value(problem.get("expected").asString().replaceAll(" as in .*", "")) + " "
                        + value(problem.get("found").asString()))
                .toList();
    }

    private static String value(String text) {
        return text.replaceAll("^2026-04-14T(\\d\\d:\\d\\d).*", "$1");
    }

    private static String lines() {
        StringBuilder lines = new StringBuilder();
        JsonMapper json = JsonMapper.shared();
        DOCUMENTS
                .values()
                .forEach(document -> lines.append("{\"data\":")
                        .append(json.writeValueAsString(json.readTree(document)))
                        .append(",\"errors\":null}\n"));
        return lines.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("run", """
                {"id": "run-a", "scenario_id": "scn-a", "batch_id": null, "status": "PASSED",
                 "chat_history": [{"role": "assistant", "content": "Hello, Bright Dental."}],
                 "nodes_visited": ["greeting"], "turn_count": 9, "duration_ms": 14320, "overall_score": 0.92,
                 "bland_tone_score": {"naturalness": 0.95, "overall_tone_score": 0.91, "issues": [], "examples": []},
                 "assertion_results": [{"assertion_id": "as-1", "type": "contains", "target": "transcript",
                   "expected": "booked", "passed": true}],
                 "error_message": null, "created_at": "2026-04-14T10:30:00.000Z"}
                """);
        documents.put("list", """
                {"runs": [
                  {"id": "run-a", "scenario_id": "scn-a", "batch_id": null, "status": "PASSED", "overall_score": 0.92,
                   "turn_count": 8, "duration_ms": 14320, "created_at": "2026-04-14T10:30:00.000Z",
                   "scenario": {"id": "scn-a", "name": "Booking"},
                   "assertion_results": [{"assertion_id": "as-1", "type": "contains", "target": "transcript",
                     "expected": "booked", "passed": true}]},
                  {"id": "run-b", "scenario_id": "scn-b", "batch_id": null, "status": "FAILED", "overall_score": 0.45,
                   "turn_count": 11, "duration_ms": 18200, "created_at": "2026-04-14T10:25:01.000Z",
                   "scenario": {"id": "scn-b", "name": "Cancellation"}, "assertion_results": []}],
                 "total_count": 2}
                """);
        documents.put("batch", """
                {"id": "batch-1", "status": "FAILED", "total_scenarios": 3, "passed_scenarios": 2,
                 "failed_scenarios": 1, "trigger_source": "api", "publish_on_pass": false,
                 "created_at": "2026-04-14T10:25:00.000Z", "runs": [
                  {"id": "run-a", "scenario_id": "scn-a", "status": "PASSED", "overall_score": 0.92, "turn_count": 9,
                   "duration_ms": 14320, "created_at": "2026-04-14T10:25:01.000Z",
                   "scenario": {"id": "scn-a", "name": "Booking"},
                   "assertion_results": [{"assertion_id": "as-1", "type": "contains", "target": "transcript",
                     "expected": "booked twice", "passed": true}]},
                  {"id": "run-b", "scenario_id": "scn-b", "status": "PASSED", "overall_score": 0.87, "turn_count": 11,
                   "duration_ms": 18200, "created_at": "2026-04-14T10:25:01.000Z",
                   "scenario": {"id": "scn-b", "name": "Transfer"}, "assertion_results": []},
                  {"id": "run-c", "scenario_id": "scn-c", "status": "FAILED", "overall_score": 0.45, "turn_count": 12,
                   "duration_ms": 21050, "created_at": "2026-04-14T10:25:02.000Z",
                   "scenario": {"id": "scn-c", "name": "Refund"}, "assertion_results": []}]}
                """);
        documents.put("scenario", """
                {"id": "scn-d", "pathway_id": "path-1", "persona_id": null, "name": "Angry caller",
                 "tester_persona_prompt": "You are upset.", "assertions": [],
                 "created_at": "2026-04-10T12:00:00.000Z", "updated_at": "2026-04-13T18:30:00.000Z"}
                """);
        documents.put("set", """
                {"id": "set-1", "status": "PASSED", "simulations_per_scenario": 5, "total_scenarios": 2,
                 "statistics": {"per_scenario": {
                   "scn-d": {"scenario_id": "scn-d", "scenario_name": "Happy path", "total_runs": 5, "passed": 5,
                     "failed": 0, "pass_rate": 1.0, "is_flaky": false, "scores": null, "worst_run_id": "gone-1",
                     "common_failure_modes": [], "confidence": "high"},
                   "scn-e": {"scenario_id": "scn-e", "scenario_name": "Angry caller", "total_runs": 5, "passed": 3,
                     "failed": 2, "pass_rate": 0.6, "is_flaky": true, "scores": null, "worst_run_id": "gone-2",
                     "common_failure_modes": ["too slow"], "confidence": "medium"}},
                  "overall": {"avg_pass_rate": 0.8, "flaky_count": 1, "reliable_count": 1, "total_runs": 10}},
                 "created_at": "2026-04-14T10:00:00.000Z", "completed_at": "2026-04-14T10:05:32.000Z"}
                """);
        return documents;
    }
}
