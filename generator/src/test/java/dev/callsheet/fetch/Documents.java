package dev.callsheet.fetch;

import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Records with everything that the API is known to have in them, and more. Every text of a call in them is given. */
final class Documents {

    private static final String RUN_ENTRY = """
            "id": "R-1", "scenario_id": "S-1", "status": "FAILED", "overall_score": 0.50, "turn_count": 12,
            "duration_ms": 4155552671, "created_at": "2026-04-14T02:10:11.683Z",
            "scenario": {"id": "S-1", "name": "Kartımı kaybettim 💳, ann@example.com", "description": "TEXT"},
            "assertion_results": [
              {"assertion_id": "A-1", "type": "contains", "target": "transcript", "field": "x",
               "expected": "call +1 415 555 2671", "passed": true, "actual": "TEXT"},
              {"assertion_id": "A-2", "type": "equals", "expected": {"+1 415 555 2671": ["ann@example.com"], "none": {}},
               "status": "FAILED", "score": 0.250, "reasoning": "TEXT"}]
            """;

    private static final String RUN = """
            {%s, "org_id": "O-1", "pathway_id": "P-1", "persona_id": "PE-1", "batch_id": "B-1",
             "version_number": 43, "agent_id": null, "completed_at": "2026-04-14T02:11:00.000Z",
             "chat_history": [{"role": "TEXT", "content": "TEXT"}, {"role": "TEXT", "content": "TEXT"}],
             "variables_extracted": {"TEXT": "TEXT", "count": NUMBER, "deep": {"TEXT": ["TEXT", {"TEXT": NUMBER}]},
                                     "TEXT ": {}, " TEXT": [], "TEXT!": null, "TEXT?": true},
             "nodes_visited": ["greeting", "confirm 415 555 2671", "greeting"], "current_node_id": "confirm",
             "bland_tone_score": {
               "naturalness": 0.8, "conciseness": 0.7, "empathy": 0.60, "flow_preservation": 0.9,
               "back_channeling": 0.5, "topic_transitions": 0.4, "overall_tone_score": 0.65,
               "issues": ["TEXT", {"turn": 2, "category": "TEXT", "description": "TEXT"}],
               "examples": [{"turn": 1, "category": "TEXT", "text": "TEXT", "sentiment": "TEXT"}]},
             "error_message": "TEXT",
             "metadata": {"turn_details": [{"logs": [{"type": "TEXT", "Assistant Response": "TEXT"}]}],
                          "node_id_to_name": {"n1": "TEXT"}, "from": NUMBER},
             "recording_url": "TEXT", "caller": NUMBER, "nodes_visited/*": "TEXT", "expected/**": {"TEXT": "TEXT"}}
            """.formatted(RUN_ENTRY.strip());

    private static final String BATCH = """
            {"id": "B-1", "status": "FAILED", "total_scenarios": 1, "passed_scenarios": 0, "failed_scenarios": 1,
             "trigger_source": "ci", "publish_on_pass": false, "created_at": "2026-04-14T02:10:00.000Z",
             "runs": [{%s, "error_message": "TEXT", "caller": NUMBER}], "note": "TEXT", "labels": ["TEXT"]}
            """.formatted(RUN_ENTRY.strip());

    private static final String SCENARIO = """
            {"id": "S-1", "org_id": "O-1", "pathway_id": "P-1", "persona_id": null, "name": "Call 415 555 2671 back",
             "description": "TEXT", "category": "HAPPY_PATH", "scenario_type": "AGENT",
             "tester_persona_prompt": "TEXT", "tester_persona_name": "ann@example.com", "max_turns": 20,
             "request_data": {"TEXT": "TEXT", "phone": NUMBER}, "start_node_id": null, "bland_tone_enabled": true,
             "is_required_for_promotion": true, "enabled": true,
             "input_messages": [{"role": "TEXT", "content": "TEXT"}], "advanced_instructions": "TEXT",
             "metadata": {"TEXT": "TEXT"}, "labels": ["TEXT"],
             "assertions": [{"id": "A-1", "type": "VARIABLE_EXTRACTED", "name": "Says 415 555 2671",
               "config": {"variableName": "phone", "value": "+14155552671", "ann@example.com": [1.50, {}]},
               "is_required": true, "weight": 1.50, "order": 0}],
             "most_recent_run": {"id": "R-1", "status": "FAILED", "score": 0.5, "completed_at": null, "error": "TEXT"},
             "created_at": "2026-03-03T09:15:00.000Z", "updated_at": "2026-03-03T09:15:00.000Z"}
            """;

    private static final String SET = """
            {"id": "SET-1", "status": "FAILED", "simulations_per_scenario": 5, "total_scenarios": 1,
             "statistics": {
               "per_scenario": {"415 555 2671": {"scenario_name": "ann@example.com", "total_runs": 5, "passed": 1,
                 "failed": 4, "pass_rate": 0.20, "is_flaky": true,
                 "scores": {"mean": 0.266, "median": 0.1067, "stddev": 0.3559, "min": 0.0633, "max": 0.9767},
                 "worst_run_id": "R-1", "common_failure_modes": ["TEXT", "TEXT"], "confidence": "medium",
                 "summary": "TEXT"}},
               "overall": {"avg_pass_rate": 0.6, "flaky_count": 1, "reliable_count": 1, "total_runs": 10},
               "advice": "TEXT"},
             "created_at": "2026-04-14T02:10:00.000Z", "completed_at": "2026-04-14T03:00:20.000Z",
             "analysis": {"TEXT": "TEXT"}}
            """;

    private Documents() {}

    /**
     * A record.
     *
     * @param text stands in every text of a call, and in names that an extractor may have given
     * @param number stands in every number that may come from a call
     */
    static ObjectNode of(RecordKind kind, String text, long number) {
        String template = switch (kind) {
            case RUN -> RUN;
            case BATCH -> BATCH;
            case SCENARIO -> SCENARIO;
            case SIMULATION_SET -> SET;
        };
        return Given.json(template.replace("TEXT", escaped(text)).replace("NUMBER", Long.toString(number)));
    }

    private static String escaped(String text) {
        String quoted = JsonNodeFactory.instance.stringNode(text).toString();
        return quoted.substring(1, quoted.length() - 1);
    }

    /** Every value that is neither object nor list, and every empty one, as JSON by its place. */
    static SortedMap<String, String> leaves(JsonNode document) {
        SortedMap<String, String> leaves = new TreeMap<>();
        add("", document, leaves);
        return leaves;
    }

    private static void add(String place, JsonNode value, SortedMap<String, String> leaves) {
        if (value.isEmpty() || !value.isContainer()) {
            leaves.put(place, value.toString());
        } else if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                add(place + "/" + i, value.get(i), leaves);
            }
        } else {
            value.properties().forEach(field -> add(place + "/" + field.getKey(), field.getValue(), leaves));
        }
    }
}
