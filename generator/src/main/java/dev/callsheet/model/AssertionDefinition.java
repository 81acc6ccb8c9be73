package dev.callsheet.model;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An assertion as a scenario defines it.
 *
 * @param config the settings, each key with its value's text, in the order given
 * @param required a failing required assertion fails the run; true when the document does not say
 * @param weight weight in the overall score; 1 when the document does not say
 */
public record AssertionDefinition(
        @Nullable String id,
        @Nullable String type,
        @Nullable String name,
        List<Variable> config,
        boolean required,
        BigDecimal weight) {

    public AssertionDefinition {
        config = List.copyOf(config);
    }
}
