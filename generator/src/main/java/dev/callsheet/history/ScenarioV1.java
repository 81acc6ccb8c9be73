package dev.callsheet.history;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.Place;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/** The members of a scenario, without what its simulated caller is told. */
final class ScenarioV1 {

    private static final BigDecimal MOST_WEIGHT = BigDecimal.valueOf(1_000_000);
    // Sums of weights with many decimals would have to be expanded.
    private static final int MOST_DECIMALS = 20;

    private ScenarioV1() {}

    static void write(JsonGenerator out, Scenario scenario) {
        out.writeStringProperty("id", scenario.id());
        out.writeStringProperty("name", scenario.name());
        out.writeStringProperty("category", scenario.category());
        out.writeStringProperty("scenario_type", scenario.scenarioType());
        out.writeStringProperty("pathway_id", scenario.pathwayId());
        out.writeStringProperty("persona_id", scenario.personaId());
        Members.write(out, "max_turns", scenario.maxTurns());
        Members.write(out, "tone_enabled", scenario.toneEnabled());
        Members.write(out, "required", scenario.required());
        Members.write(out, "enabled", scenario.enabled());
        out.writeArrayPropertyStart("assertions");
        scenario.assertions().forEach(assertion -> write(out, assertion));
        out.writeEndArray();
        Members.write(out, "created_at", scenario.createdAt());
        Members.write(out, "updated_at", scenario.updatedAt());
        out.writeBooleanProperty("complete", scenario.complete());
    }

    private static void write(JsonGenerator out, AssertionDefinition assertion) {
        out.writeStartObject();
        out.writeStringProperty("id", assertion.id());
        out.writeStringProperty("type", assertion.type());
        out.writeStringProperty("name", assertion.name());
        out.writeArrayPropertyStart("config");
        for (Variable setting : assertion.config()) {
            out.writeStartObject();
            out.writeStringProperty("name", setting.name());
            out.writeStringProperty("value", setting.value());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeBooleanProperty("required", assertion.required());
        out.writeName("weight");
        out.writeNumber(assertion.weight().toString());
        out.writeEndObject();
    }

    static Scenario read(Members scenario, Place place) throws BadLineException {
        List<AssertionDefinition> assertions = new ArrayList<>();
        for (Members assertion : scenario.objects("assertions")) {
            assertions.add(assertion(assertion));
        }
        return new Scenario(
                place,
                scenario.id("id"),
                scenario.line("name"),
                null,
                scenario.line("category"),
                scenario.line("scenario_type"),
                scenario.line("pathway_id"),
                scenario.line("persona_id"),
                null,
                null,
                scenario.count("max_turns"),
                scenario.flag("tone_enabled"),
                scenario.flag("required"),
                scenario.flag("enabled"),
                assertions,
                scenario.instant("created_at"),
                scenario.instant("updated_at"),
                Objects.requireNonNullElse(scenario.flag("complete"), false));
    }

    private static AssertionDefinition assertion(Members assertion) throws BadLineException {
        List<Variable> config = new ArrayList<>();
        for (Members setting : assertion.objects("config")) {
            config.add(new Variable(
                    Objects.requireNonNullElse(setting.line("name"), ""),
                    Objects.requireNonNullElse(setting.text("value"), "")));
        }
        BigDecimal weight = Objects.requireNonNullElse(assertion.decimal("weight"), BigDecimal.ONE);
        if (weight.signum() < 0 || weight.compareTo(MOST_WEIGHT) > 0 || weight.scale() > MOST_DECIMALS) {
            throw new BadLineException("a number from 0 to " + MOST_WEIGHT + " as weight");
        }
        return new AssertionDefinition(
                assertion.line("id"),
                assertion.line("type"),
                assertion.line("name"),
                config,
                Objects.requireNonNullElse(assertion.flag("required"), true),
                weight);
    }
}
