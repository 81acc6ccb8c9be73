package dev.callsheet.cli;

import dev.callsheet.cli.Rounds.Night;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sixty nights of a small suite, with what happens to one in two months: a scenario gets worse, some are renamed, one is
 * made again under another id, the pathway gets new versions, nights are missed, runs come late, end late, have no date
 * or one in the future. The same every time.
 */
final class SixtyNights {

    /** The last night of the scenario that is made again. */
    static final String BEFORE_THE_ALIAS = "2026-03-07.ndjson";

    private static final int NIGHTS = 60;

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 1);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> TONE = List.of(
            "naturalness",
            "conciseness",
            "empathy",
            "flow_preservation",
            "back_channeling",
            "topic_transitions",
            "overall_tone_score");

    private final Random random = new Random(20_260_201);
    private final List<List<ObjectNode>> nights = new ArrayList<>();

    private SixtyNights() {}

    /** A file a night, oldest first; nights without any are left out. */
    static List<Night> in(Path directory) throws IOException {
        SixtyNights story = new SixtyNights();
        story.tell();
        List<Night> files = new ArrayList<>();
        for (int night = 1; night <= NIGHTS; night++) {
            List<String> lines =
                    story.of(night).stream().map(ObjectNode::toString).toList();
            if (!lines.isEmpty()) {
                Path file = Files.write(directory.resolve(day(night) + ".ndjson"), lines);
                files.add(new Night(file, Instant.parse(day(night) + "T06:00:00Z")));
            }
        }
        return files;
    }

    /** The alias of the scenario that was made again. */
    static String aliases() {
        return "aliases:\n  " + id("scenario old line") + ": " + id("scenario new line") + "\n";
    }

    private static LocalDate day(int night) {
        return FIRST.plusDays(night - 1L);
    }

    private List<ObjectNode> of(int night) {
        return nights.get(night - 1);
    }

    private void tell() {
        for (int night = 1; night <= NIGHTS; night++) {
            nights.add(new ArrayList<>());
        }
        define(1, "book", "Book a visit", true);
        define(1, "cancel", "Cancel a visit", false);
        define(1, "move", "Move a visit", true);
        define(1, "old line", "Ask the line", false);
        define(25, "move", "Move a visit to another day", true);
        define(36, "new line", "Ask the new line", false);
        for (int night = 1; night <= NIGHTS; night++) {
            if (!List.of(12, 13, 14, 40).contains(night)) {
                night(night);
            }
        }
        of(20).add(run(18, "cancel", "late", "PASSED"));
        of(20).add(run(18, "move", "late too", "FAILED"));
        of(41).add(run(13, "book", "of a night that was missed", "PASSED"));
        of(33).add(run(33, "book", "not yet", "RUNNING"));
        of(34).add(run(33, "book", "not yet", "FAILED"));
        of(22).add(undated(run(22, "cancel", "without a date", "FAILED")));
        of(23).add(undated(run(23, "cancel", "with the date of its batch", "FAILED"))
                .put("batch_id", batchId(23)));
        of(50).add(run(53, "book", "from the future", "FAILED"));
        of(52).add(run(51, "cancel", "of a status of its own", "LOST"));
    }

    private void night(int night) {
        List<ObjectNode> batched = new ArrayList<>();
        for (String scenario : List.of("book", "cancel", "move")) {
            for (int i = 0; i < 4; i++) {
                ObjectNode run = run(night, scenario, scenario + night + " " + i, status(scenario, night));
                batched.add(entry(run));
                if (night % 2 == 1) {
                    of(night).add(run.put("batch_id", batchId(night)));
                }
            }
        }
        of(night).add(batch(night, batched));
        for (int i = 0; i < 3; i++) {
            String line = night < 36 ? "old line" : "new line";
            of(night).add(run(night, line, line + night + " " + i, status(line, night)));
            ObjectNode refund = run(night, "refund", "refund" + night + " " + i, status("refund", night));
            refund.putObject("scenario").put("name", night < 30 ? "Refund" : "Refund, please");
            of(night).add(refund);
        }
        if (night >= 50) {
            list(night);
        }
        if (night % 5 == 0) {
            of(night).add(set(night));
        }
    }

    private String status(String scenario, int night) {
        int dice = random.nextInt(100);
        if (dice < 4) {
            return dice == 0 ? "CANCELLED" : "ERROR";
        }
        int failing = switch (scenario) {
            case "cancel" -> 30;
            case "move" -> night < 45 ? 3 : 80;
            case "old line", "new line" -> night < 36 ? 60 : 5;
            case "refund" -> 100;
            default -> 0;
        };
        return dice - 4 < failing ? "FAILED" : "PASSED";
    }

    private void define(int night, String key, String name, boolean required) {
        ObjectNode scenario = JSON.createObjectNode();
        scenario.put("id", id("scenario " + key))
                .put("name", name)
                .put("description", "What it is about.")
                .put("category", "HAPPY_PATH")
                .put("pathway_id", "pathway")
                .put("tester_persona_prompt", "You call and ask.")
                .put("is_required_for_promotion", required)
                .put("updated_at", day(night) + "T00:00:00.000Z");
        ArrayNode assertions = scenario.putArray("assertions");
        assertions
                .addObject()
                .put("id", key + " says")
                .put("type", "contains")
                .put("name", "Says so")
                .put("weight", 2);
        assertions.addObject().put("id", key + " kind").put("type", "llm_judge").put("is_required", false);
        of(night).add(scenario);
    }

    private ObjectNode run(int night, String scenario, String key, String status) {
        ObjectNode run = JSON.createObjectNode();
        run.put("id", id("run " + key)).put("scenario_id", id("scenario " + scenario));
        run.put("pathway_id", "pathway").put("status", status);
        // Some start in the same second, so that their ids alone put them in order.
        run.put("created_at", day(night) + "T02:" + (10 + random.nextInt(3)) + ":0" + random.nextInt(3) + ".000Z");
        if (night % 7 != 0) {
            run.put("version_number", night < 30 ? 1 : night < 45 ? 2 : 3);
        }
        run.putArray("chat_history").addObject().put("role", "assistant").put("content", "Hello, 312-555-0170.");
        boolean failed = status.equals("FAILED");
        ArrayNode nodes = run.putArray("nodes_visited").add("start");
        nodes.add(failed && random.nextInt(4) > 0 ? "refuse" : "do it");
        run.put("current_node_id", nodes.get(1).stringValue());
        if (status.equals("ERROR")) {
            run.put("error_message", "line " + random.nextInt(2) + " was dead");
        }
        if (failed || status.equals("PASSED")) {
            run.put("turn_count", 4 + random.nextInt(9)).put("duration_ms", 9_000 + random.nextInt(9_000));
            run.put("overall_score", ((failed ? 1_000 : 7_000) + random.nextInt(3_000)) / 10_000.0);
            ArrayNode results = run.putArray("assertion_results");
            results.addObject()
                    .put("assertion_id", scenario + " says")
                    .put("type", "contains")
                    .put("passed", !failed);
            results.addObject()
                    .put("assertion_id", scenario + " kind")
                    .put("status", random.nextInt(3) == 0 ? "FAILED" : "PASSED")
                    .put("reasoning", "It was said at " + random.nextInt(60))
                    .put("score", random.nextInt(100) / 100.0);
            tone(run, night);
        }
        return run;
    }

    private void tone(ObjectNode run, int night) {
        if (random.nextInt(5) == 0) {
            return;
        }
        ObjectNode tone = run.putObject("bland_tone_score");
        for (String dimension : TONE) {
            if (random.nextInt(12) > 0) {
                int usual = dimension.equals("empathy") && night > 40 ? 40 : 75;
                tone.put(dimension, (usual + random.nextInt(20)) / 100.0);
            }
        }
        if (random.nextInt(6) == 0) {
            tone.putArray("issues").add("spoke too long");
        }
    }

    /** The same run as a batch gives it. */
    private static ObjectNode entry(ObjectNode run) {
        ObjectNode entry = run.deepCopy();
        entry.remove(List.of("chat_history", "nodes_visited", "current_node_id", "bland_tone_score", "version_number"));
        return entry;
    }

    private static ObjectNode undated(ObjectNode run) {
        run.remove("created_at");
        return run;
    }

    private static ObjectNode batch(int night, List<ObjectNode> runs) {
        ObjectNode batch = JSON.createObjectNode();
        long failed = runs.stream()
                .filter(run -> run.get("status").stringValue().equals("FAILED"))
                .count();
        batch.put("id", batchId(night))
                .put("status", failed > 0 ? "FAILED" : "PASSED")
                .put("total_scenarios", 3)
                .put("passed_scenarios", failed > 0 ? 2 : 3)
                .put("failed_scenarios", failed > 0 ? 1 : 0)
                .put("trigger_source", night % 9 == 0 ? "manual" : "ci")
                .put("publish_on_pass", night % 2 == 0)
                .put("created_at", day(night) + "T02:09:00.000Z");
        runs.forEach(batch.putArray("runs")::add);
        return batch;
    }

    private static String batchId(int night) {
        return id("batch " + night);
    }

    /** Runs that nothing but a list knows. */
    private void list(int night) {
        ObjectNode list = JSON.createObjectNode();
        ArrayNode runs = list.putArray("runs");
        for (int i = 0; i < 2; i++) {
            ObjectNode run = entry(run(night, "listed", "listed" + night + " " + i, i == 0 ? "PASSED" : "FAILED"));
            run.putObject("scenario").put("id", id("scenario listed")).put("name", "Only listed");
            runs.add(run);
        }
        of(night).add(list.put("total_count", 2));
    }

    private static ObjectNode set(int night) {
        ObjectNode set = JSON.createObjectNode();
        set.put("id", id("set " + night)).put("status", "PASSED").put("simulations_per_scenario", 4);
        ObjectNode figures =
                set.putObject("statistics").putObject("per_scenario").putObject(id("scenario cancel"));
        figures.put("scenario_id", id("scenario cancel"))
                .put("scenario_name", "Cancel a visit")
                .put("total_runs", 4)
                .put("passed", night % 4)
                .put("failed", 4 - night % 4)
                .put("pass_rate", night % 4 / 4.0)
                .put("is_flaky", night % 4 > 0)
                .put("worst_run_id", id("run cancel" + night + " 0"));
        figures.putObject("scores").put("mean", 0.5).put("min", 0.1).put("max", 0.9);
        figures.putArray("common_failure_modes").add("No visit was cancelled");
        return set.put("created_at", day(night) + "T02:00:00.000Z").put("completed_at", day(night) + "T03:00:00.000Z");
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
