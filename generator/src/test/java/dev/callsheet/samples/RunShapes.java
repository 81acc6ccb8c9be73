package dev.callsheet.samples;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Runs in the API's three shapes (in full, in a batch, in a list), and batches. */
final class RunShapes {

    private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "false", false);

    private RunShapes() {}

    /** Get Test Run. */
    static ObjectNode detail(SampleRun run) {
        Call call = run.call();
        ObjectNode json = Shapes.object();
        json.put("id", run.id());
        json.put("scenario_id", run.scenario().id());
        json.put("pathway_id", run.scenario().pathway().id());
        json.put("persona_id", run.scenario().pathway().personaId());
        json.put("batch_id", run.batch() == null ? null : run.batch().id());
        json.put("version_number", run.version());
        json.put("status", run.status().name());
        ArrayNode chat = json.putArray("chat_history");
        call.chat()
                .forEach(said -> chat.addObject()
                        .put("role", said.byAgent() ? "assistant" : "user")
                        .put("content", said.text()));
        ObjectNode variables = json.putObject("variables_extracted");
        call.variables().forEach((name, value) -> putTyped(variables, name, value));
        ArrayNode nodes = json.putArray("nodes_visited");
        call.nodes().forEach(nodes::add);
        json.put(
                "current_node_id",
                call.nodes().isEmpty() ? null : call.nodes().get(call.nodes().size() - 1));
        json.put("turn_count", call.chat().size());
        json.put("duration_ms", run.durationMs());
        json.put("overall_score", run.score());
        json.set("bland_tone_score", run.tone() == null ? json.nullNode() : tone(run.tone(), call));
        json.set("assertion_results", assertionResults(run));
        json.put("error_message", run.errorMessage());
        json.put("created_at", Shapes.time(run.createdAt()));
        return json;
    }

    /** The short form that Get Test Batch lists. */
    static ObjectNode inBatch(SampleRun run) {
        ObjectNode json = Shapes.object();
        json.put("id", run.id());
        json.put("scenario_id", run.scenario().id());
        return putSummary(json, run, run.call().chat().size());
    }

    /** The short form of List Test Runs. */
    static ObjectNode inList(SampleRun run, int turnCount) {
        ObjectNode json = Shapes.object();
        json.put("id", run.id());
        json.put("scenario_id", run.scenario().id());
        json.put("pathway_id", run.scenario().pathway().id());
        json.put("persona_id", run.scenario().pathway().personaId());
        json.put("batch_id", run.batch() == null ? null : run.batch().id());
        return putSummary(json, run, turnCount);
    }

    /** Get Test Batch: a scenario passed when all its runs did, and failed when one of them failed. */
    static ObjectNode batch(SampleBatch batch, List<SampleRun> runs) {
        List<SampleScenario> scenarios =
                runs.stream().map(SampleRun::scenario).distinct().toList();
        long failed = scenarios.stream()
                .filter(scenario -> runs.stream()
                        .anyMatch(run -> run.scenario().equals(scenario) && run.status() == SampleRun.Status.FAILED))
                .count();
        long passed = scenarios.stream()
                .filter(scenario -> runs.stream()
                        .filter(run -> run.scenario().equals(scenario))
                        .allMatch(run -> run.status() == SampleRun.Status.PASSED))
                .count();
        long errors = runs.stream()
                .filter(run -> run.status() == SampleRun.Status.ERROR)
                .count();
        ObjectNode json = Shapes.object();
        json.put("id", batch.id());
        json.put("status", 2 * errors > runs.size() ? "ERROR" : failed > 0 ? "FAILED" : "PASSED");
        json.put("total_scenarios", scenarios.size());
        json.put("passed_scenarios", passed);
        json.put("failed_scenarios", failed);
        json.put("trigger_source", batch.trigger());
        json.put("publish_on_pass", batch.publishOnPass());
        json.put("created_at", Shapes.time(batch.start()));
        ArrayNode entries = json.putArray("runs");
        runs.forEach(run -> entries.add(inBatch(run)));
        return json;
    }

    private static ObjectNode putSummary(ObjectNode json, SampleRun run, int turnCount) {
        json.put("status", run.status().name());
        json.put("overall_score", run.score());
        json.put("turn_count", turnCount);
        json.put("duration_ms", run.durationMs());
        json.put("created_at", Shapes.time(run.createdAt()));
        json.putObject("scenario")
                .put("id", run.scenario().id())
                .put("name", run.scenario().nameOn(run.night()));
        json.set("assertion_results", assertionResults(run));
        return json;
    }

    private static ObjectNode tone(Tone tone, Call call) {
        ObjectNode json = Shapes.object();
        tone.dimensions().forEach((dimension, value) -> json.put(dimension, Shapes.hundredths(value)));
        json.put("overall_tone_score", Shapes.hundredths(tone.overall()));
        ArrayNode issues = json.putArray("issues");
        for (String issue : call.issues()) {
            int colon = issue.indexOf(": ");
            if (colon < 0) {
                issues.add(issue);
            } else {
                issues.addObject()
                        .put("category", issue.substring(0, colon))
                        .put("description", issue.substring(colon + 2));
            }
        }
        ArrayNode examples = json.putArray("examples");
        call.examples()
                .forEach(example -> examples.addObject()
                        .put("turn", example.turn())
                        .put("category", example.dimension())
                        .put("text", example.text())
                        .put("sentiment", example.good() ? "positive" : "negative"));
        return json;
    }

    /** In the documented shape, and for judges in the one that the API is known to send. */
    private static ArrayNode assertionResults(SampleRun run) {
        ArrayNode results = Shapes.object().arrayNode();
        for (Check.Outcome outcome : run.outcomes()) {
            Check check = outcome.check();
            ObjectNode json =
                    results.addObject().put("assertion_id", run.scenario().checkId(check));
            if (check.isJudged()) {
                json.put("status", outcome.passed() ? "PASSED" : "FAILED");
                json.put("reasoning", outcome.reason());
                if (check.hasScore()) {
                    json.put("score", Shapes.hundredths(outcome.score()));
                }
            } else {
                putPlain(json, check);
                json.put("passed", outcome.passed());
            }
        }
        return results;
    }

    private static void putPlain(ObjectNode json, Check check) {
        switch (check.kind()) {
            case SAYS ->
                json.put("type", "contains").put("target", "transcript").put("expected", check.subject());
            case REACHES ->
                json.put("type", "node_visited").put("target", "nodes_visited").put("expected", check.subject());
            default ->
                json.put("type", "variable_equals")
                        .put("target", "variables_extracted")
                        .put("field", check.subject())
                        .put("expected", check.expected());
        }
    }

    private static void putTyped(ObjectNode json, String name, String value) {
        if (BOOLEANS.containsKey(value)) {
            json.put(name, BOOLEANS.get(value));
        } else if (value.matches("[0-9]{1,9}")) {
            json.put(name, Integer.parseInt(value));
        } else {
            json.put(name, value);
        }
    }
}
