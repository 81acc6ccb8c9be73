package dev.callsheet.source;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Builds the tree of one record. Unlike the parser library's own reader it notices a key that stands twice, keeps
 * numbers exact, and passes over fields that nobody reads.
 */
final class TreeReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Tokens tokens;
    private @Nullable String duplicate;

    TreeReader(Tokens tokens) {
        this.tokens = tokens;
    }

    /** Pointer to the first key that stood twice in its object; null when none did. */
    @Nullable
    String duplicate() {
        return duplicate;
    }

    /** Reads the object at whose beginning the tokens stand; fields that are not of {@code kept} become null. */
    ObjectNode record(Set<String> kept) throws BadInputException {
        ObjectNode object = NODES.objectNode();
        while (tokens.nextInside() != JsonToken.END_OBJECT) {
            field(object, kept);
        }
        return object;
    }

    /** Reads the field at whose name the tokens stand into the object. */
    void field(ObjectNode object, Set<String> kept) throws BadInputException {
        String name = tokens.text();
        JsonToken value = tokens.nextInside();
        if (kept.contains(name)) {
            put(object, name, value(value));
        } else {
            tokens.skip();
            put(object, name, NODES.nullNode());
        }
    }

    /** Puts a field, or notes that its key stood before. */
    void put(ObjectNode object, String name, JsonNode value) throws BadInputException {
        tokens.countValue();
        if (object.has(name)) {
            if (duplicate == null) {
                duplicate = tokens.pointer();
            }
        } else {
            object.set(name, value);
        }
    }

    /** The value at which the tokens stand if it is a scalar; of a list or an object only its type, nothing is read. */
    JsonNode current() throws BadInputException {
        return switch (tokens.current()) {
            case START_OBJECT -> NODES.objectNode();
            case START_ARRAY -> NODES.arrayNode();
            default -> value(tokens.current());
        };
    }

    private JsonNode value(JsonToken token) throws BadInputException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> NODES.stringNode(tokens.text());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(tokens.text());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw new IllegalStateException("no value begins with " + token);
        };
    }

    private ObjectNode object() throws BadInputException {
        ObjectNode object = NODES.objectNode();
        while (tokens.nextInside() != JsonToken.END_OBJECT) {
            String name = tokens.text();
            put(object, name, value(tokens.nextInside()));
        }
        return object;
    }

    private ArrayNode array() throws BadInputException {
        ArrayNode array = NODES.arrayNode();
        for (JsonToken token = tokens.nextInside(); token != JsonToken.END_ARRAY; token = tokens.nextInside()) {
            tokens.countValue();
            array.add(value(token));
        }
        return array;
    }

    /** The number; one whose exponent no decimal can hold is kept as it is written, and {@code isNumber} is false. */
    private static JsonNode number(String written) {
        try {
            return NODES.numberNode(new BigDecimal(written));
        } catch (NumberFormatException beyondAnyScale) {
            return NODES.rawValueNode(new RawValue(written));
        }
    }
}
