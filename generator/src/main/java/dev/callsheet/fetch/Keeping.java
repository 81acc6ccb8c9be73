package dev.callsheet.fetch;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of a record: its facts as they came, its texts as {@link Transcripts} says, the key of the API never. */
final class Keeping {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Transcripts transcripts;
    private final Redaction redaction;
    private final ApiKey key;

    Keeping(Transcripts transcripts, Redaction redaction, ApiKey key) {
        this.transcripts = transcripts;
        this.redaction = redaction;
        this.key = key;
    }

    ObjectNode of(RecordKind kind, ObjectNode document) {
        return transcripts == Transcripts.REDACTED
                ? redaction.redacted(text -> copy(kind, document, text))
                : copy(kind, document, UnaryOperator.identity());
    }

    private ObjectNode copy(RecordKind kind, ObjectNode document, UnaryOperator<String> text) {
        return (ObjectNode) Objects.requireNonNull(new Copy(kind, text).value("", document));
    }

    private final class Copy {

        private final RecordKind kind;
        private final UnaryOperator<String> text;

        Copy(RecordKind kind, UnaryOperator<String> text) {
            this.kind = kind;
            this.text = text;
        }

        /** The copy of a value, or null when nothing of it is kept. */
        @Nullable
        JsonNode value(String path, JsonNode value) {
            if (value instanceof ObjectNode object && !object.isEmpty()) {
                return object(path, object);
            }
            if (value instanceof ArrayNode array && !array.isEmpty()) {
                return array(path, array);
            }
            boolean isKept = KeptFields.isKept(kind, path);
            if (!isKept && transcripts == Transcripts.NONE) {
                return saysNothing(path, value) ? value : null;
            }
            return isKept || transcripts == Transcripts.FULL ? masked(value) : redacted(value);
        }

        private @Nullable JsonNode object(String path, ObjectNode object) {
            // The names there are ids of scenarios. Those that an extractor gives may be text of a call too.
            boolean areIds = path.equals(KeptFields.BY_SCENARIO);
            ObjectNode copy = NODES.objectNode();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String given = field.getKey();
                String below = below(path, areIds ? KeptFields.EACH : KeptFields.step(given));
                JsonNode value = value(below, field.getValue());
                if (value != null) {
                    boolean isKept = areIds || transcripts == Transcripts.FULL || KeptFields.isKept(kind, below);
                    String name = key.masked(isKept ? given : text.apply(given));
                    copy.set(unused(name, copy), value);
                }
            }
            return copy.isEmpty() && !path.isEmpty() ? null : copy;
        }

        /** The names of the first level are the API's; those below may be text of a call, whatever value they have. */
        private static boolean saysNothing(String path, JsonNode value) {
            return (value.isNull() || value.isContainer()) && path.indexOf('/') < 0;
        }

        /** Two names may be the same without what was redacted in them. */
        private static String unused(String name, ObjectNode copy) {
            String unused = name;
            for (int n = 2; copy.has(unused); n++) {
                unused = name + " (" + n + ")";
            }
            return unused;
        }

        private @Nullable JsonNode array(String path, ArrayNode array) {
            ArrayNode copy = NODES.arrayNode();
            for (JsonNode entry : array) {
                JsonNode value = value(below(path, KeptFields.EACH), entry);
                if (value != null) {
                    copy.add(value);
                }
            }
            return copy.isEmpty() ? null : copy;
        }

        private JsonNode masked(JsonNode value) {
            return value.isString() ? NODES.stringNode(key.masked(value.stringValue())) : value;
        }

        /** Numbers too: a telephone number may be one. */
        private JsonNode redacted(JsonNode value) {
            if (!value.isString() && !value.isNumber()) {
                return value;
            }
            String raw = value.isString() ? value.stringValue() : value.toString();
            String redacted = key.masked(text.apply(raw));
            return redacted.equals(raw) ? value : NODES.stringNode(redacted);
        }

        private static String below(String path, String name) {
            return path.isEmpty() ? name : path + "/" + name;
        }
    }
}
