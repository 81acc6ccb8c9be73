package dev.callsheet.history;

import dev.callsheet.model.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The members of an object in a line of a document: written, and read by the same names. A missing member reads as
 * null; one of a wrong type or range spoils the line.
 */
final class Members {

    private final JsonNode object;
    private final Texts texts;

    Members(JsonNode object, Texts texts) throws BadLineException {
        if (!object.isObject()) {
            throw new BadLineException("an object");
        }
        this.object = object;
        this.texts = texts;
    }

    static void write(JsonGenerator out, String name, @Nullable Integer value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value);
        }
    }

    static void write(JsonGenerator out, String name, @Nullable Boolean value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeBoolean(value);
        }
    }

    static void write(JsonGenerator out, String name, @Nullable Score value) {
        out.writeName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(Decimals.of(value.billionths()));
        }
    }

    static void write(JsonGenerator out, String name, @Nullable Instant value) {
        out.writeStringProperty(name, value == null ? null : value.toString());
    }

    /** A text on one line. */
    @Nullable
    String line(String name) throws BadLineException {
        String raw = raw(name);
        return raw == null ? null : texts.line(raw);
    }

    /** A text of any number of lines. */
    @Nullable
    String text(String name) throws BadLineException {
        String raw = raw(name);
        return raw == null ? null : texts.text(raw);
    }

    /** An id that must be there. */
    String id(String name) throws BadLineException {
        return Ids.checked(Objects.requireNonNullElse(line(name), ""));
    }

    private @Nullable String raw(String name) throws BadLineException {
        JsonNode value = get(name);
        if (value != null && !value.isString()) {
            throw new BadLineException("a text as " + name);
        }
        return value == null ? null : value.stringValue();
    }

    @Nullable
    Integer count(String name) throws BadLineException {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0) {
            throw new BadLineException("a whole number as " + name);
        }
        return value.intValue();
    }

    @Nullable
    Boolean flag(String name) throws BadLineException {
        JsonNode value = get(name);
        if (value != null && !value.isBoolean()) {
            throw new BadLineException("true or false as " + name);
        }
        return value == null ? null : value.booleanValue();
    }

    @Nullable
    Score score(String name) throws BadLineException {
        BigDecimal value = decimal(name);
        if (value == null) {
            return null;
        }
        return Score.of(value).orElseThrow(() -> new BadLineException("a number from 0 to 1 as " + name));
    }

    @Nullable
    BigDecimal decimal(String name) throws BadLineException {
        JsonNode value = get(name);
        if (value != null && !value.isNumber()) {
            throw new BadLineException("a number as " + name);
        }
        return value == null ? null : value.decimalValue();
    }

    @Nullable
    Instant instant(String name) throws BadLineException {
        String text = raw(name);
        return text == null ? null : LineTokens.instant(text);
    }

    @Nullable
    Members object(String name) throws BadLineException {
        JsonNode value = get(name);
        return value == null ? null : new Members(value, texts);
    }

    /** The elements of a list; none when it is missing. */
    private List<JsonNode> list(String name) throws BadLineException {
        JsonNode value = get(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            throw new BadLineException("a list as " + name);
        }
        return List.copyOf(value.values());
    }

    /** A list of objects. */
    List<Members> objects(String name) throws BadLineException {
        List<Members> objects = new ArrayList<>();
        for (JsonNode element : list(name)) {
            objects.add(new Members(element, texts));
        }
        return objects;
    }

    /** A list of texts. */
    List<String> texts(String name) throws BadLineException {
        List<String> read = new ArrayList<>();
        for (JsonNode element : list(name)) {
            if (!element.isString()) {
                throw new BadLineException("texts as " + name);
            }
            read.add(texts.text(element.stringValue()));
        }
        return read;
    }

    private @Nullable JsonNode get(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
