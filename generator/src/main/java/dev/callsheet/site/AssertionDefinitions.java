package dev.callsheet.site;

import dev.callsheet.metrics.AssertionWords;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Scenario;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The assertions that scenarios define, in words. */
final class AssertionDefinitions {

    private AssertionDefinitions() {}

    /** What a result checked: the name of its definition in the scenario, else what is compared. */
    static String words(@Nullable Scenario scenario, AssertionKey key) {
        return AssertionWords.of(key, scenario == null ? null : scenario.assertion(key.id()));
    }

    /** The assertions that failed in a run; empty when none did. */
    static String failed(@Nullable Scenario scenario, RunFacts run) {
        return run.assertions().stream()
                .filter(result -> result.verdict() == AssertionResult.Verdict.FAILED)
                .map(result -> words(scenario, result.key()))
                .collect(Collectors.joining("; "));
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
