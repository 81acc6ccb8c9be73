package dev.callsheet.site;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.Scenario;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The assertions that scenarios define, in words. */
final class AssertionDefinitions {

    private AssertionDefinitions() {}

    /** The scenario's definition of an assertion, joined by id; null when not known. */
    static @Nullable AssertionDefinition of(@Nullable Scenario scenario, AssertionKey key) {
        if (scenario == null || key.id() == null) {
            return null;
        }
        return scenario.assertions().stream()
                .filter(definition -> key.id().equals(definition.id()))
                .findFirst()
                .orElse(null);
    }

    /** What a scenario calls an assertion: its name, else its type, else its id. */
    static String name(AssertionDefinition definition) {
        return Stream.of(definition.name(), definition.type(), definition.id())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("an assertion without a name");
    }

    /** "1.5". */
    static String weight(AssertionDefinition definition) {
        return definition.weight().stripTrailingZeros().toPlainString();
    }

    /** Whether a failure fails the run. */
    static String required(AssertionDefinition definition) {
        return definition.required() ? "required" : "optional";
    }
}
