package dev.callsheet.fetch;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The fields of each kind of record that are no text of a call: ids, names, statuses, numbers, nodes, the definitions of
 * assertions (design.md 2). Whatever is not named here, also what the API may add one day, is treated as text of a call.
 */
final class KeptFields {

    /** Stands for every entry of a list, and for every key of an object. */
    static final String EACH = "*";

    /** At the end of a path: everything below it. */
    private static final String ALL = "**";

    private static final String RUN = """
            id run_id scenario_id pathway_id persona_id agent_id batch_id simulation_set_id org_id status overall_score \
            turn_count duration_ms created_at updated_at started_at completed_at version_number pathway_version \
            nodes_visited/* current_node_id scenario/id scenario/name \
            assertion_results/*/id assertion_results/*/assertion_id assertion_results/*/type assertion_results/*/name \
            assertion_results/*/target assertion_results/*/field assertion_results/*/expected/** \
            assertion_results/*/passed assertion_results/*/status assertion_results/*/score \
            assertion_results/*/is_required assertion_results/*/weight \
            bland_tone_score/naturalness bland_tone_score/conciseness bland_tone_score/empathy \
            bland_tone_score/flow_preservation bland_tone_score/back_channeling bland_tone_score/topic_transitions \
            bland_tone_score/overall_tone_score""";

    private static final String SCENARIO = """
            id org_id pathway_id persona_id agent_id name category scenario_type tester_persona_name max_turns \
            start_node_id bland_tone_enabled is_required_for_promotion enabled created_at updated_at assertions/** \
            most_recent_run/id most_recent_run/status most_recent_run/score most_recent_run/completed_at""";

    private static final String BATCH = """
            id batch_id org_id pathway_id persona_id status total_scenarios passed_scenarios failed_scenarios \
            trigger_source publish_on_pass version_number pathway_version created_at updated_at completed_at""";

    /** An object with a field a scenario. */
    static final String BY_SCENARIO = "statistics/per_scenario";

    private static final String SET = """
            id simulation_set_id org_id pathway_id persona_id status simulations_per_scenario total_scenarios \
            version_number pathway_version created_at updated_at completed_at statistics/overall/** \
            @scenario_id @scenario_name @total_runs @passed @failed @pass_rate @is_flaky @scores/** @worst_run_id \
            @confidence""".replace("@", BY_SCENARIO + "/" + EACH + "/");

    private static final Map<RecordKind, Set<String>> FIELDS = fields();

    private KeptFields() {}

    /** Whether the value at a path, such as {@code assertion_results/*}{@code /passed}, is kept as it is. */
    static boolean isKept(RecordKind kind, String path) {
        Set<String> fields = Objects.requireNonNull(FIELDS.get(kind));
        if (fields.contains(path)) {
            return true;
        }
        for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
            if (fields.contains(path.substring(0, end) + "/" + ALL)) {
                return true;
            }
        }
        return false;
    }

    /** The step of a path that a field's name is: nothing in a name can stand for another step. */
    static String step(String name) {
        return name.replace('/', '|').replace('*', '|');
    }

    private static Map<RecordKind, Set<String>> fields() {
        Map<RecordKind, Set<String>> fields = new EnumMap<>(RecordKind.class);
        fields.put(RecordKind.RUN, words(RUN));
        fields.put(RecordKind.SCENARIO, words(SCENARIO));
        fields.put(RecordKind.SIMULATION_SET, words(SET));
        Set<String> batch = new LinkedHashSet<>(words(BATCH));
        words(RUN).forEach(field -> batch.add("runs/" + EACH + "/" + field));
        fields.put(RecordKind.BATCH, batch);
        return fields;
    }

    private static Set<String> words(String list) {
        return new LinkedHashSet<>(Set.of(list.strip().split("\\s+")));
    }
}
