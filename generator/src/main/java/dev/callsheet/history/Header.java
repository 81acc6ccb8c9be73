package dev.callsheet.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The first line of a history file. Every version of the format has one with these names, so that a file can be told
 * from others and handed on by a program that cannot read the rest.
 *
 * @param version of the schema
 * @param runs in the file, or counted by its tallies; as the header says
 */
record Header(
        int version,
        @Nullable String stream,
        @Nullable LocalDate night,
        @Nullable ZoneId zone,
        @Nullable LocalTime nightStarts,
        boolean sealed,
        long runs) {

    private static final String SCHEMA = "callsheet.history/";
    private static final Pattern VERSION = Pattern.compile(Pattern.quote(SCHEMA) + "([1-9]\\d{0,5})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** What the line says; null when it is not the header of a history file. */
    static @Nullable Header of(byte[] line, int from, int length) {
        try {
            JsonNode header = Json.tree(line, from, length);
            Matcher version = VERSION.matcher(text(header, "schema"));
            if (!version.matches()) {
                return null;
            }
            String stream = text(header, "stream");
            return new Header(
                    Integer.parseInt(version.group(1)),
                    FileName.isStream(stream) ? stream : null,
                    night(text(header, "night")),
                    zone(text(header, "zone")),
                    time(text(header, "night_starts")),
                    header.path("sealed").asBoolean(false),
                    header.path("runs").isIntegralNumber()
                            ? Math.max(0, header.path("runs").asLong(0))
                            : 0);
        } catch (JacksonException notJson) {
            return null;
        }
    }

    private static String text(JsonNode header, String name) {
        JsonNode value = header.path(name);
        return value.isString() ? value.stringValue() : "";
    }

    private static @Nullable LocalDate night(String text) {
        try {
            return DAY.matcher(text).matches() ? LocalDate.parse(text) : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    private static @Nullable ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException notKnownHere) {
            return null;
        }
    }

    private static @Nullable LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    /** Whether everything is there. */
    boolean isComplete() {
        return stream != null && night != null && zone != null && nightStarts != null;
    }

    void write(JsonGenerator out) {
        out.writeStartObject();
        out.writeStringProperty("schema", SCHEMA + version);
        out.writeStringProperty("stream", stream);
        out.writeStringProperty("night", String.valueOf(night));
        out.writeStringProperty("zone", String.valueOf(zone));
        out.writeStringProperty("night_starts", String.valueOf(nightStarts));
        out.writeBooleanProperty("sealed", sealed);
        out.writeNumberProperty("runs", runs);
        out.writeEndObject();
    }
}
