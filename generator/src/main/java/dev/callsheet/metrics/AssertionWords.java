package dev.callsheet.metrics;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in words what an assertion checks: the words of pages, and the text that failures are grouped by. */
public final class AssertionWords {

    private AssertionWords() {}

    /**
     * The definition's name, else a sentence of what is compared; an unknown type is shown as it is.
     *
     * @param definition the scenario's own, null when not known
     */
    public static String of(AssertionKey key, @Nullable AssertionDefinition definition) {
        if (definition != null && definition.name() != null) {
            return definition.name();
        }
        String type =
                key.type() == null || key.expected() == null ? "" : key.type().toLowerCase(Locale.ROOT);
        String expected = key.expected() == null ? "" : "“" + key.expected() + "”";
        return switch (type) {
            case "contains" -> (key.target() == null ? "text" : key.target()) + " contains " + expected;
            case "node_visited" -> "node " + expected + " visited";
            case "variable_equals" -> (key.field() == null ? "variable" : key.field()) + " equals " + expected;
            default -> other(key, expected);
        };
    }

    private static String other(AssertionKey key, String expected) {
        String words = Stream.of(key.type(), key.target(), key.field(), expected)
                .filter(part -> part != null && !part.isEmpty())
                .collect(Collectors.joining(" "));
        if (!words.isEmpty()) {
            return words;
        }
        return key.id() == null ? "an assertion without a description" : "assertion " + key.id();
    }
}
