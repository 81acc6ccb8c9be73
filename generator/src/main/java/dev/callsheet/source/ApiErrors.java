package dev.callsheet.source;

import dev.callsheet.model.OneLine;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Recognises answers in which the API reports an error. They come with status 200 too, and people save them. */
public final class ApiErrors {

    static final Set<String> FIELDS = Set.of("errors", "error", "message", "code", "status");

    private static final Set<String> ONLY_ERROR_KEYS = Set.of(
            "errors",
            "error",
            "message",
            "code",
            "status",
            "statusCode",
            "status_code",
            "success",
            "detail",
            "details",
            "data",
            "limit",
            "requestId",
            "request_id");

    private ApiErrors() {}

    /**
     * Code and message of the error that a document reports; empty when it reports none.
     *
     * @param payload whether the document holds something else as well
     */
    public static Optional<String> find(ObjectNode document, boolean payload) {
        JsonNode errors = document.get("errors");
        if (errors != null && !isEmpty(errors)) {
            JsonNode first = errors.isArray() ? errors.get(0) : errors;
            String more = errors.size() > 1 && errors.isArray() ? " (and " + (errors.size() - 1) + " more)" : "";
            return Optional.of(words(first) + more);
        }
        JsonNode error = document.get("error");
        if (error != null && !isEmpty(error)) {
            return Optional.of(error.isObject() ? words(error) : words(document));
        }
        JsonNode status = document.get("status");
        boolean said =
                status != null && status.isString() && status.stringValue().equals("error");
        boolean onlyError = said || ONLY_ERROR_KEYS.containsAll(document.propertyNames());
        return !payload && onlyError && isText(document.get("message"))
                ? Optional.of(words(document))
                : Optional.empty();
    }

    private static String words(@Nullable JsonNode error) {
        if (error == null || !error.isObject()) {
            return Shown.value(error);
        }
        JsonNode code = isText(error.get("error")) ? error.get("error") : error.get("code");
        JsonNode message = error.get("message");
        String words = (isText(code) ? OneLine.shortened(code.stringValue()) : "")
                + (isText(code) && isText(message) ? ": " : "")
                + (isText(message) ? OneLine.shortened(message.stringValue()) : "");
        return words.isEmpty() ? "an error without a message" : words;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isContainer() && value.isEmpty())
                || (value.isBoolean() && !value.booleanValue())
                || (value.isString() && Text.isBlank(value.stringValue()));
    }

    private static boolean isText(@Nullable JsonNode value) {
        return value != null && value.isString();
    }
}
