package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Variable;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioParserTest {

    private static CollectingSink scenario(String fields) {
        return CollectingSink.of("{\"id\": \"s1\", \"name\": \"Booking\", \"max_turns\": 15, %s}".formatted(fields));
    }

    @Test
    void aFullScenarioIsReadWithoutComplaint() {
        CollectingSink sink = CollectingSink.of("""
                {"id": "s1", "org_id": "o1", "pathway_id": "p1", "persona_id": null, "name": "Angry caller",
                 "description": "Two\\r\\nlines", "category": "ANGRY_CALLER", "scenario_type": "AGENT",
                 "tester_persona_prompt": "You are angry.", "tester_persona_name": "Customer", "max_turns": 15,
                 "request_data": null, "bland_tone_enabled": true, "is_required_for_promotion": false, "enabled": true,
                 "metadata": null, "created_at": "2026-04-10T12:00:00.000Z", "assertions": [
                   {"id": "a1", "type": "LLM_JUDGE", "name": "Polite", "is_required": false, "weight": 1.5, "order": 0,
                    "config": {"prompt": "Polite?", "threshold": 0.70}}]}
                """);

        Scenario scenario = sink.onlyScenario();
        assertThat(sink.problems).isEmpty();
        assertThat(scenario.complete()).isTrue();
        assertThat(scenario.name()).isEqualTo("Angry caller");
        assertThat(scenario.description()).isEqualTo("Two\nlines");
        assertThat(scenario.maxTurns()).isEqualTo(15);
        assertThat(scenario.required()).isFalse();
        assertThat(scenario.enabled()).isTrue();
        AssertionDefinition assertion = scenario.assertions().get(0);
        assertThat(assertion.required()).isFalse();
        assertThat(assertion.weight()).isEqualByComparingTo("1.5");
        assertThat(assertion.config())
                .containsExactly(new Variable("prompt", "Polite?"), new Variable("threshold", "0.70"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\" \""})
    void aScenarioWithoutANameStays(String name) {
        CollectingSink sink = CollectingSink.of("{\"id\": \"s1\", \"name\": %s, \"max_turns\": 3}".formatted(name));

        assertThat(sink.onlyScenario().name()).isNull();
        assertThat(sink.told()).hasSize(1).first().asString().startsWith("DOUBTFUL -#/name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"category\": 5                  | /category: the number 5",
                "\"enabled\": \"yes\"             | /enabled: the text \"yes\"",
                "\"is_required_for_promotion\": 1 | /is_required_for_promotion: the number 1",
                "\"assertions\": {}               | /assertions: an object",
                "\"assertions\": [5]              | /assertions/0: a number",
                "\"updated_at\": \"yesterday\"    | /updated_at: the text \"yesterday\"",
                "\"assertions\": [{\"config\": 5}] | /assertions/0/config: a number",
            })
    void aWrongValueIsLeftOutAndTheScenarioStays(String field, String problem) {
        CollectingSink sink = scenario(field);

        assertThat(sink.scenarios).hasSize(1);
        assertThat(sink.told()).containsExactly("VALUE -#" + problem);
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "\"2\", 1", "1e9, 1", "1e-999999999, 1", "0, 0", "2.5, 2.5", "null, 1"})
    void aWeightIsANumberFromZeroElseOne(String given, BigDecimal weight) {
        CollectingSink sink = scenario("\"assertions\": [{\"id\": \"a1\", \"weight\": %s}]".formatted(given));

        assertThat(sink.onlyScenario().assertions().get(0).weight()).isEqualByComparingTo(weight);
        assertThat(sink.onlyScenario().assertions().get(0).required()).isTrue();
    }

    @Test
    void aListEntryIsCompleteOnlyWithFieldsThatListsLeaveOut() {
        CollectingSink sink = CollectingSink.of("""
                {"scenarios": [{"id": "s1", "name": "One", "most_recent_run": null},
                               {"id": "s2", "name": "Two", "metadata": null}]}
                """);

        assertThat(sink.scenarios).extracting(Scenario::complete).containsExactly(false, true);
    }

    @Test
    void aScenarioWithoutAnIdIsLeftOut() {
        CollectingSink sink = CollectingSink.of("{\"name\": \"Draft\", \"tester_persona_prompt\": \"x\"}");

        assertThat(sink.scenarios).isEmpty();
        assertThat(sink.told()).containsExactly("REJECTED -#/id: nothing");
    }
}
