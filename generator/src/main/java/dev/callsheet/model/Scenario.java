package dev.callsheet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as its document defines it. Names in documents about runs are not definitions.
 *
 * @param testerPrompt what the simulated caller is told to be
 * @param required whether promotion requires it ({@code is_required_for_promotion}); null when not said
 * @param enabled null when not said
 * @param complete from Get Test Scenario; false from a list, whose entries leave fields out
 */
public record Scenario(
        Place place,
        String id,
        @Nullable String name,
        @Nullable String description,
        @Nullable String category,
        @Nullable String scenarioType,
        @Nullable String pathwayId,
        @Nullable String personaId,
        @Nullable String testerPrompt,
        @Nullable String testerName,
        @Nullable Integer maxTurns,
        @Nullable Boolean toneEnabled,
        @Nullable Boolean required,
        @Nullable Boolean enabled,
        List<AssertionDefinition> assertions,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt,
        boolean complete) {

    public Scenario {
        assertions = List.copyOf(assertions);
    }

    /** The definition of an assertion; null when the id is not given, or not one of this scenario. */
    public @Nullable AssertionDefinition assertion(@Nullable String id) {
        return id == null
                ? null
                : assertions.stream()
                        .filter(definition -> id.equals(definition.id()))
                        .findFirst()
                        .orElse(null);
    }
}
