package dev.callsheet.source;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a document is, told from its keys. File names say nothing, and no answer of the API names its kind. */
enum DocumentKind {
    RUN,
    RUN_LIST,
    BATCH,
    SCENARIO,
    SCENARIO_LIST,
    /** An object around one scenario, as cloning a template answers. */
    SCENARIO_WRAPPER,
    SIMULATION_SET,
    /** What a fetch says of the archive that it made. */
    FETCH,
    /** An object around another document. */
    ENVELOPE,
    OWN_FILE("a file of a Callsheet report"),
    CHECK_RUN("a check run of an agent"),
    TORNADO("the state of a tornado session"),
    ANALYTICS("analytics of a pathway"),
    TEMPLATES("a list of scenario templates"),
    ANALYSIS("an analysis of a run"),
    STARTED_RUNS("the answer to starting runs"),
    ACKNOWLEDGEMENT("the answer to a deletion or cancellation"),
    UNKNOWN;

    /** Every field that some kind reads; all others are passed over. */
    static final Set<String> FIELDS = fields();

    private static final List<String> RUN_KEYS = List.of(
            "scenario_id",
            "chat_history",
            "nodes_visited",
            "variables_extracted",
            "bland_tone_score",
            "assertion_results");
    private static final List<String> WEAK_RUN_KEYS = List.of("overall_score", "turn_count", "duration_ms");
    private static final List<String> SCENARIO_KEYS = List.of(
            "tester_persona_prompt",
            "tester_persona_name",
            "scenario_type",
            "max_turns",
            "is_required_for_promotion",
            "bland_tone_enabled",
            "assertions");
    private static final List<String> BATCH_KEYS =
            List.of("passed_scenarios", "failed_scenarios", "trigger_source", "publish_on_pass");

    private final @Nullable String noResult;

    DocumentKind() {
        noResult = null;
    }

    DocumentKind(String noResult) {
        this.noResult = noResult;
    }

    /** What the document is, when it is known and holds no results; null for the kinds that are read. */
    @Nullable
    String noResult() {
        return noResult;
    }

    /**
     * The kind of a document.
     *
     * @param document its fields; of those nobody reads only the names
     * @param runs its entries of {@code runs}; null when it has no such list
     */
    static DocumentKind of(ObjectNode document, @Nullable RunEntries runs) {
        Keys keys = new Keys(document);
        JsonNode schema = document.get("schema");
        if (FetchParser.isFetch(document)) {
            return FETCH;
        }
        if (schema != null && schema.isString() && schema.stringValue().startsWith("callsheet.")) {
            return OWN_FILE;
        }
        if (document.path("data").isContainer() && !keys.has("id")) {
            return ENVELOPE;
        }
        if (runs == null && keys.any(RUN_KEYS)) {
            return RUN;
        }
        if (keys.has("verdicts")) {
            return CHECK_RUN;
        }
        if (keys.any(List.of("session_id", "tornado_id", "unfixable_ids", "iterations"))) {
            return TORNADO;
        }
        if (keys.any(List.of("statistics", "simulations_per_scenario", "simulation_set_id"))) {
            return SIMULATION_SET;
        }
        if (keys.any(List.of("pass_rate", "avg_score", "health_score", "sankey_data", "node_failure_heatmap"))) {
            return ANALYTICS;
        }
        if (runs != null && runs.areOnlyStarted()) {
            return STARTED_RUNS;
        }
        if (isBatch(keys, runs)) {
            return BATCH;
        }
        return runs != null ? RUN_LIST : withoutRuns(keys);
    }

    private static boolean isBatch(Keys keys, @Nullable RunEntries runs) {
        boolean named = keys.has("id") || keys.has("batch_id");
        return keys.any(BATCH_KEYS)
                || (runs != null && (keys.has("total_scenarios") || (named && !keys.has("total_count"))))
                || (named && (keys.has("runs") || keys.has("total_scenarios")));
    }

    private static DocumentKind withoutRuns(Keys keys) {
        if (keys.document().path("scenarios").isArray()) {
            return SCENARIO_LIST;
        }
        if (keys.has("templates")) {
            return TEMPLATES;
        }
        if (keys.has("analysis")) {
            return ANALYSIS;
        }
        if (keys.any(SCENARIO_KEYS) || (keys.has("category") && keys.has("name"))) {
            return SCENARIO;
        }
        if (keys.has("id") && (keys.any(WEAK_RUN_KEYS) || (keys.has("scenario") && keys.has("status")))) {
            return RUN;
        }
        if (keys.has("scenario")) {
            return SCENARIO_WRAPPER;
        }
        if (keys.has("run_id")) {
            return STARTED_RUNS;
        }
        if (keys.has("deleted") || keys.has("cancelled")) {
            return ACKNOWLEDGEMENT;
        }
        return keys.has("data") ? ENVELOPE : UNKNOWN;
    }

    private static Set<String> fields() {
        Set<String> fields = new TreeSet<>(RunParser.FIELDS);
        fields.addAll(ScenarioParser.FIELDS);
        fields.addAll(BatchParser.FIELDS);
        fields.addAll(SetParser.FIELDS);
        fields.addAll(FetchParser.FIELDS);
        fields.addAll(ApiErrors.FIELDS);
        fields.addAll(Set.of("total_count", "has_more"));
        return Set.copyOf(fields);
    }

    private record Keys(ObjectNode document) {

        boolean has(String key) {
            return document.has(key);
        }

        boolean any(List<String> keys) {
            return keys.stream().anyMatch(document::has);
        }
    }
}
