package dev.callsheet.fetch;

import dev.callsheet.source.ApiErrors;
import dev.callsheet.source.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bodies of answers: documents, in an envelope or not, errors that call themselves successes, and pages of HTML. */
final class Reading {

    /** As strict as the loader, which reads what is kept: numbers stay as they were written. */
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(Limits.ofJson())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** What the words of an error mean for the next step. */
    enum Meaning {
        /** The thing is not there. */
        GONE,
        /** The key is not accepted. */
        REFUSED,
        /** The request is wrong, and would be again. */
        WRONG,
        /** The API is not well, or busy. */
        PASSING
    }

    /**
     * A body.
     *
     * @param document out of its envelope; null when there is none
     * @param around the object that the document came in
     * @param error what is wrong with it, as what follows the status; null when nothing is
     */
    record Body(
            @Nullable JsonNode document,
            @Nullable ObjectNode around,
            @Nullable String error,
            Meaning meaning) {

        private static Body wrong(String error) {
            return new Body(null, null, error, Meaning.PASSING);
        }
    }

    private Reading() {}

    static Body body(byte[] bytes) {
        if (isBlank(bytes)) {
            return Body.wrong("without any content");
        }
        JsonNode root;
        try {
            root = JSON.readTree(bytes);
        } catch (JacksonException malformed) {
            // The parser's own words quote the answer, which may be text of a call.
            return Body.wrong(
                    startsLikeMarkup(bytes) ? "with HTML instead of JSON" : "with JSON that is cut off or broken");
        }
        if (!(root instanceof ObjectNode object)) {
            return Body.wrong("with JSON that is no object");
        }
        JsonNode data = object.path("data");
        boolean isEnvelope = data.isContainer() && !object.has("id");
        Optional<String> error = ApiErrors.find(object, isEnvelope || isPayload(object));
        if (error.isPresent()) {
            return new Body(null, null, "with the error " + error.get(), meaning(error.get()));
        }
        return new Body(isEnvelope ? data : object, object, null, Meaning.PASSING);
    }

    /** What the API says of an error that has a status of its own: ": NOT_FOUND: no such run"; empty when it says nothing. */
    static String words(byte[] bytes) {
        try {
            return JSON.readTree(bytes) instanceof ObjectNode object
                    ? ApiErrors.find(object, false).map(words -> ": " + words).orElse("")
                    : "";
        } catch (JacksonException noJson) {
            return "";
        }
    }

    /** The meaning of an error's code, which stands before its message; codes come in words and in capitals. */
    private static Meaning meaning(String error) {
        String words = error.toUpperCase(Locale.ROOT).replace(' ', '_');
        if (words.startsWith("NOT_FOUND")) {
            return Meaning.GONE;
        }
        if (words.startsWith("UNAUTHORIZED") || words.startsWith("FORBIDDEN") || words.startsWith("INVALID_API_KEY")) {
            return Meaning.REFUSED;
        }
        return words.startsWith("BAD_REQUEST") || words.startsWith("INVALID") || words.startsWith("VALIDATION")
                ? Meaning.WRONG
                : Meaning.PASSING;
    }

    private static boolean isPayload(ObjectNode object) {
        return object.has("id") || object.has("runs") || object.has("scenarios") || object.has("simulation_set_id");
    }

    private static boolean isBlank(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 1_000), StandardCharsets.UTF_8).isBlank();
    }

    private static boolean startsLikeMarkup(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 1_000), StandardCharsets.UTF_8)
                .stripLeading()
                .startsWith("<");
    }
}
