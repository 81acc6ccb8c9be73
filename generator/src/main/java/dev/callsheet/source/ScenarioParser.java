package dev.callsheet.source;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the definition of a scenario. */
final class ScenarioParser {

    static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "description",
            "category",
            "scenario_type",
            "pathway_id",
            "persona_id",
            "tester_persona_prompt",
            "tester_persona_name",
            "max_turns",
            "bland_tone_enabled",
            "is_required_for_promotion",
            "enabled",
            "assertions",
            "created_at",
            "updated_at");

    // Fields of Get Test Scenario that List Test Scenarios leaves out.
    private static final Set<String> DETAIL_FIELDS =
            Set.of("request_data", "start_node_id", "input_messages", "advanced_instructions", "metadata");
    private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1_000_000);
    private static final int MOST_DECIMALS = 20;

    private ScenarioParser() {}

    /**
     * The scenario, or null when it was left out; problems go to the sink.
     *
     * @param alone whether it is the whole document and no entry of a list
     */
    static @Nullable Scenario parse(ObjectNode scenario, Place place, boolean alone, RecordSink sink) {
        RecordProblems problems = new RecordProblems(sink, place);
        try {
            boolean complete = !scenario.has("most_recent_run")
                    && (alone || DETAIL_FIELDS.stream().anyMatch(scenario::has));
            return parse(new Fields(scenario, place, problems), complete);
        } finally {
            problems.close();
        }
    }

    private static @Nullable Scenario parse(Fields scenario, boolean complete) {
        String id = scenario.requiredId("id");
        if (id == null) {
            return null;
        }
        scenario.problems().concern(id);
        return new Scenario(
                scenario.place(),
                id,
                name(scenario),
                scenario.text("description"),
                scenario.line("category"),
                scenario.line("scenario_type"),
                scenario.id("pathway_id"),
                scenario.id("persona_id"),
                scenario.text("tester_persona_prompt"),
                scenario.line("tester_persona_name"),
                scenario.count("max_turns"),
                scenario.flag("bland_tone_enabled"),
                scenario.flag("is_required_for_promotion"),
                scenario.flag("enabled"),
                assertions(scenario),
                scenario.time("created_at"),
                scenario.time("updated_at"),
                complete);
    }

    private static @Nullable String name(Fields scenario) {
        String name = scenario.line("name");
        JsonNode given = scenario.get("name");
        if (name == null && (given == null || given.isString())) {
            String found = given == null ? "nothing" : Shown.value(given);
            scenario.problems()
                    .doubtful(scenario.at("name"), "a text that is not blank", found, "its id is shown instead");
        }
        return name;
    }

    private static List<AssertionDefinition> assertions(Fields scenario) {
        List<AssertionDefinition> assertions = new ArrayList<>();
        for (Fields assertion : scenario.objects("assertions")) {
            if (assertion != null) {
                Fields config = assertion.object("config");
                List<Variable> settings = config == null ? List.of() : RunParser.variables(config);
                Boolean required = assertion.flag("is_required");
                assertions.add(new AssertionDefinition(
                        assertion.id("id"),
                        assertion.line("type"),
                        assertion.line("name"),
                        settings,
                        required == null || required,
                        weight(assertion)));
            }
        }
        return assertions;
    }

    private static BigDecimal weight(Fields assertion) {
        JsonNode weight = assertion.get("weight");
        if (weight == null) {
            return BigDecimal.ONE;
        }
        BigDecimal value = weight.isNumber() ? weight.decimalValue() : BigDecimal.ONE.negate();
        // Many decimals are refused since sums of such weights would have to be expanded.
        if (value.signum() < 0 || value.compareTo(MOST_WEIGHT) > 0 || value.scale() > MOST_DECIMALS) {
            assertion
                    .problems()
                    .value(
                            assertion.at("weight"),
                            "a number from 0 to " + MOST_WEIGHT,
                            Shown.value(weight),
                            "taken as 1");
            return BigDecimal.ONE;
        }
        return value;
    }
}
