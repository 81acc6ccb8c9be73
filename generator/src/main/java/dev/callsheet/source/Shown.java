package dev.callsheet.source;

import dev.callsheet.model.OneLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What stood in the input, in the words of a problem. */
final class Shown {

    private Shown() {}

    /** A scalar with its value, anything else by its type. Not for text of a call. */
    static String value(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        if (value.isString()) {
            return "the text " + OneLine.quoted(value.stringValue());
        }
        if (value.isNumber() || value.isPojo()) {
            return "the number " + OneLine.shortened(value.toString());
        }
        return value.isBoolean() ? value.toString() : type(value);
    }

    /** The type alone: for text of a call, which must not stand in a message. */
    static String type(@Nullable JsonNode value) {
        if (value == null) {
            return "nothing";
        }
        return switch (value.getNodeType()) {
            case STRING -> "a text";
            case NUMBER, POJO -> "a number";
            case BOOLEAN -> "true or false";
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "null";
        };
    }
}
