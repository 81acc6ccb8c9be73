package dev.callsheet.samples;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Scenarios in the shape of Get Test Scenario. */
final class ScenarioShapes {

    private ScenarioShapes() {}

    static ObjectNode scenario(SampleScenario scenario) {
        ObjectNode json = Shapes.object();
        json.put("id", scenario.id());
        json.put("org_id", Story.ORG_ID);
        json.put("pathway_id", scenario.pathway().id());
        json.put("persona_id", scenario.pathway().personaId());
        json.put("name", scenario.name());
        json.put("description", scenario.description());
        json.put("category", scenario.category());
        json.put("scenario_type", "AGENT");
        json.put("tester_persona_prompt", scenario.testerPrompt());
        json.put("tester_persona_name", scenario.testerName());
        json.put("max_turns", scenario.maxTurns());
        json.putNull("request_data");
        json.putNull("start_node_id");
        json.put("bland_tone_enabled", scenario.toneEnabled());
        json.put("is_required_for_promotion", scenario.required());
        json.put("enabled", true);
        json.putNull("input_messages");
        json.putNull("advanced_instructions");
        json.putNull("metadata");
        ArrayNode assertions = json.putArray("assertions");
        for (Check check : scenario.checks()) {
            ObjectNode assertion = assertions.addObject();
            assertion.put("id", scenario.checkId(check));
            putTypeAndConfig(assertion, check);
            assertion.put("is_required", check.required());
            assertion.put("weight", check.weightValue());
            assertion.put("order", assertions.size() - 1);
        }
        json.put("created_at", scenario.createdAt());
        json.put("updated_at", scenario.createdAt());
        return json;
    }

    private static void putTypeAndConfig(ObjectNode assertion, Check check) {
        String type = switch (check.kind()) {
            case SAYS -> "STRING_CHECK";
            case REACHES -> "NODE_REACHED";
            case EXTRACTS -> "VARIABLE_EXTRACTED";
            case JUDGE_SCORE, JUDGE_YES_NO -> "LLM_JUDGE";
            case TONE -> "BLAND_TONE";
        };
        assertion.put("type", type);
        assertion.put("name", check.name());
        ObjectNode config = assertion.putObject("config");
        switch (check.kind()) {
            case SAYS ->
                config.put("target", "transcript").put("condition", "CONTAINS").put("value", check.subject());
            case REACHES -> config.put("node_id", check.subject());
            case EXTRACTS ->
                config.put("variableName", check.subject())
                        .put("condition", "EQUALS")
                        .put("value", check.expected());
            case JUDGE_SCORE ->
                config.put("prompt", check.subject())
                        .put("output_type", "score")
                        .put("threshold", Shapes.hundredths(check.threshold()));
            case JUDGE_YES_NO ->
                config.put("prompt", check.subject())
                        .put("output_type", "boolean")
                        .put("pass_on_true", true);
            case TONE ->
                config.put("dimension", check.subject()).put("threshold", Shapes.hundredths(check.threshold()));
        }
    }
}
