package dev.callsheet.site;

import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a scenario is defined.
 *
 * @param description Markdown of the scenario's own document, null when there is none; so is the prompt
 * @param checks its assertions; null when no document was loaded
 */
public record ScenarioDefinition(
        @Nullable String description,
        @Nullable String prompt,
        List<Fact> facts,
        @Nullable Section checks) {

    static ScenarioDefinition of(PageContext context, ScenarioNumbers scenario) {
        Scenario definition = scenario.definition();
        return new ScenarioDefinition(
                definition == null ? null : definition.description(),
                definition == null ? null : definition.testerPrompt(),
                facts(context, scenario),
                definition == null ? null : checks(definition));
    }

    private static List<Fact> facts(PageContext context, ScenarioNumbers scenario) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("id", new Cell.Code(scenario.id())));
        if (scenario.pathwayId() != null) {
            facts.add(new Fact("pathway", context.cell(SitePaths.pathway(scenario.pathwayId()), scenario.pathwayId())));
        }
        if (scenario.personaId() != null) {
            facts.add(new Fact("persona", new Cell.Code(scenario.personaId())));
        }
        Scenario definition = scenario.definition();
        if (definition != null) {
            text(facts, "category", definition.category());
            text(facts, "type", definition.scenarioType());
            text(facts, "caller", definition.testerName());
            text(
                    facts,
                    "most turns",
                    definition.maxTurns() == null ? null : definition.maxTurns().toString());
            flag(facts, "required", definition.required());
            flag(facts, "enabled", definition.enabled());
            flag(facts, "tone scored", definition.toneEnabled());
        }
        return facts;
    }

    private static void flag(List<Fact> facts, String name, @Nullable Boolean value) {
        text(facts, name, value == null ? null : value ? "yes" : "no");
    }

    private static void text(List<Fact> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.add(Fact.of(name, value));
        }
    }

    private static Section checks(Scenario definition) {
        return new LongTable<>(
                        "checks",
                        "Assertions of the definition",
                        "",
                        "Assertions as the scenario defines them",
                        definition.assertions(),
                        List.of(
                                Table.Column.text("Assertion", a -> Cell.text(AssertionDefinitions.name(a))),
                                Table.Column.text("Type", a -> code(a.type())),
                                Table.Column.text("Settings", a -> Cell.text(settings(a))),
                                Table.Column.text("Required", a -> Cell.text(AssertionDefinitions.required(a))),
                                Table.Column.number("Weight", AssertionDefinitions::weight)),
                        "The definition has no assertion.")
                .only("the scenario's document");
    }

    private static Cell code(@Nullable String type) {
        return type == null ? Cell.soft("not given") : new Cell.Code(type);
    }

    private static String settings(AssertionDefinition assertion) {
        return assertion.config().stream()
                .map(entry -> entry.name() + ": " + entry.value())
                .collect(Collectors.joining("; "));
    }
}
