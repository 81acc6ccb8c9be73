package dev.callsheet.site;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.Variable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an assertion looks at, as far as its place in a call can be told: by the result's own words, else by the
 * scenario's definition. Types are an open list in either spelling.
 *
 * @param field the variable's name
 * @param expected the text, node or value that it waits for; null when not known
 */
record AssertionCheck(
        Subject subject, @Nullable String field, @Nullable String expected) {

    /** What is looked at. */
    enum Subject {
        TEXT,
        NODE,
        VARIABLE,
        OTHER
    }

    static AssertionCheck of(AssertionKey key, @Nullable AssertionDefinition definition) {
        List<Variable> config = definition == null ? List.of() : definition.config();
        Subject subject = subject(key.type(), key.target());
        if (subject == Subject.OTHER && definition != null) {
            subject = subject(definition.type(), setting(config, "target"));
        }
        String expected = key.expected() == null ? expected(subject, config) : key.expected();
        String field =
                key.field() == null ? first(setting(config, "variableName"), setting(config, "field")) : key.field();
        return new AssertionCheck(subject, field, expected);
    }

    private static Subject subject(@Nullable String type, @Nullable String target) {
        return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
            case "contains", "not_contains", "string_check" -> ofTarget(target);
            case "node_visited", "node_reached", "pathway_node_visited" -> Subject.NODE;
            case "variable_equals", "variable_extracted" -> Subject.VARIABLE;
            default -> Subject.OTHER;
        };
    }

    private static Subject ofTarget(@Nullable String target) {
        return switch (target == null ? "" : target) {
            case "nodes_visited" -> Subject.NODE;
            case "variables_extracted" -> Subject.VARIABLE;
            default -> Subject.TEXT;
        };
    }

    private static @Nullable String expected(Subject subject, List<Variable> config) {
        return switch (subject) {
            case NODE -> first(setting(config, "node_id"), setting(config, "node_name"));
            case TEXT, VARIABLE -> first(setting(config, "value"), setting(config, "expected"));
            case OTHER -> null;
        };
    }

    private static @Nullable String first(@Nullable String preferred, @Nullable String other) {
        return preferred == null ? other : preferred;
    }

    private static @Nullable String setting(List<Variable> config, String name) {
        return config.stream()
                .filter(setting -> setting.name().equals(name))
                .map(Variable::value)
                .findFirst()
                .orElse(null);
    }
}
