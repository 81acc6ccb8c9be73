package dev.callsheet.render.data;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes a JSON object member by member, as a stream. An undefined value is written as null; no member is ever left
 * out.
 */
final class JsonMembers {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    private JsonMembers(JsonGenerator out) {
        this.out = out;
    }

    /** Writes one object and closes the stream. */
    static void write(OutputStream stream, Consumer<JsonMembers> members) throws IOException {
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), stream)) {
            JsonMembers json = new JsonMembers(out);
            json.object(() -> members.accept(json));
        } catch (JacksonIOException e) {
            throw e.getCause(); // the stream's own words
        }
    }

    /** A string: the value's text. */
    void text(String name, @Nullable Object value) {
        out.writeName(name);
        out.writeString(value == null ? null : value.toString());
    }

    void number(String name, @Nullable Number value) {
        if (value == null) {
            undefined(name);
        } else {
            out.writeName(name);
            out.writeNumber(Numerals.of(value));
        }
    }

    void bool(String name, @Nullable Boolean value) {
        if (value == null) {
            undefined(name);
        } else {
            out.writeBooleanProperty(name, value);
        }
    }

    /** Members that are promised, and null because nothing defines them. */
    void undefined(String... names) {
        for (String name : names) {
            out.writeNullProperty(name);
        }
    }

    void object(String name, Runnable members) {
        out.writeName(name);
        object(members);
    }

    /** An array of objects. */
    <T> void objects(String name, Iterable<T> items, Consumer<T> members) {
        out.writeArrayPropertyStart(name);
        for (T item : items) {
            object(() -> members.accept(item));
        }
        out.writeEndArray();
    }

    /** An array of strings. */
    void texts(String name, Iterable<?> values) {
        out.writeArrayPropertyStart(name);
        for (Object value : values) {
            out.writeString(value.toString());
        }
        out.writeEndArray();
    }

    private void object(Runnable members) {
        out.writeStartObject();
        members.run();
        out.writeEndObject();
    }
}
