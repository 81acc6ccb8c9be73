package dev.callsheet.source;

import dev.callsheet.model.Place;
import dev.callsheet.model.Score;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object. A missing field and a JSON null read as null without complaint; a value of the wrong
 * type or range reads as null and is named. Nothing is converted: the text {@code "0.9"} is no number.
 */
final class Fields {

    private static final int NONE = -1;

    private final JsonNode object;
    private final Place place;
    private final RecordProblems problems;

    Fields(JsonNode object, Place place, RecordProblems problems) {
        this.object = object;
        this.place = place;
        this.problems = problems;
    }

    /** Where the object stands. */
    Place place() {
        return place;
    }

    /** Where a field of it stands. */
    Place at(String name) {
        return place.at(Text.line(name));
    }

    RecordProblems problems() {
        return problems;
    }

    /** The value as it is; null when it is missing or JSON null. */
    @Nullable
    JsonNode get(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** Whether the document says {@code null} in so many letters. */
    boolean isNull(String name) {
        JsonNode value = object.get(name);
        return value != null && value.isNull();
    }

    /** An id without which there is no record: null after the record was reported as left out. */
    @Nullable
    String requiredId(String name) {
        JsonNode value = object.get(name);
        String id = Ids.of(value);
        if (id == null) {
            problems.rejected(at(name), Ids.EXPECTED, Shown.value(value), "");
        } else {
            doubtNumber(name, value);
            if (!Ids.isPlain(id)) {
                problems.doubtful(
                        at(name),
                        "an id of letters, digits and - _ . :",
                        Shown.value(value),
                        "kept as given; its page has a safe name of its own");
            }
        }
        return id;
    }

    /** An id that may be missing. */
    @Nullable
    String id(String name) {
        JsonNode value = get(name);
        String id = Ids.of(value);
        if (id != null) {
            doubtNumber(name, value);
        } else if (value != null) {
            problems.value(at(name), Ids.EXPECTED, Shown.value(value), "");
        }
        return id;
    }

    private void doubtNumber(String name, @Nullable JsonNode value) {
        if (value != null && value.isNumber()) {
            problems.doubtful(at(name), Ids.EXPECTED, Shown.value(value), "its digits are taken as the text");
        }
    }

    /** A text of any length and any lines. */
    @Nullable
    String text(String name) {
        return text(name, false);
    }

    /** A text that someone said in a call, or that quotes one: messages never show it. */
    @Nullable
    String callText(String name) {
        return text(name, true);
    }

    /** A text on one line; null also when nothing of it can be seen. */
    @Nullable
    String line(String name) {
        String text = text(name, false);
        return text == null || Text.isBlank(text) ? null : Text.line(text);
    }

    private @Nullable String text(String name, boolean ofCall) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            problems.value(at(name), "a text", ofCall ? Shown.type(value) : Shown.value(value), "");
            return null;
        }
        return clean(value.stringValue(), at(name));
    }

    /** The text with what cannot be shown replaced; broken characters are named, since something was lost there. */
    String clean(String raw, Place where) {
        if (Text.hasLoneSurrogate(raw)) {
            problems.doubtful(where, "whole characters", "half of a surrogate pair", "it is shown as \uFFFD");
        }
        return Text.clean(raw);
    }

    /** A score. */
    @Nullable
    Score score(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        Optional<Score> score = value.isNumber() ? Score.of(value.decimalValue()) : Optional.empty();
        if (score.isEmpty()) {
            problems.value(at(name), "a number from 0 to 1", Shown.value(value), scoreHint(value));
        }
        return score.orElse(null);
    }

    private static String scoreHint(JsonNode value) {
        boolean percent = value.isNumber()
                && value.decimalValue().compareTo(BigDecimal.ONE) > 0
                && value.decimalValue().compareTo(BigDecimal.valueOf(100)) <= 0;
        return percent ? "scores in percent? divide by 100 before exporting" : "";
    }

    /** A count. */
    @Nullable
    Integer count(String name) {
        long count = whole(name, Integer.MAX_VALUE, "a whole number from 0 to " + Integer.MAX_VALUE);
        return count == NONE ? null : (Integer) (int) count;
    }

    /** A whole number from 0 to {@code most}, or {@code -1}. */
    long whole(String name, long most, String expected) {
        JsonNode value = get(name);
        OptionalLong whole = value == null ? OptionalLong.empty() : Numbers.whole(value, most);
        if (value != null && whole.isEmpty()) {
            problems.value(at(name), expected, Shown.value(value), "");
        }
        return whole.orElse(NONE);
    }

    /** True or false. */
    @Nullable
    Boolean flag(String name) {
        JsonNode value = get(name);
        if (value != null && !value.isBoolean()) {
            problems.value(at(name), "true or false", Shown.value(value), "");
            return null;
        }
        return value == null ? null : value.booleanValue();
    }

    /** A timestamp. */
    @Nullable
    Instant time(String name) {
        JsonNode value = get(name);
        if (value == null) {
            return null;
        }
        Instant time = value.isString() ? Timestamps.parse(value.stringValue()) : null;
        if (time == null) {
            String expected = "a timestamp such as 2026-04-14T10:30:00Z, with its zone, from 1970 to 9999";
            problems.value(at(name), expected, Shown.value(value), "");
        } else if (Timestamps.isLeapSecond(value.stringValue())) {
            problems.doubtful(at(name), "seconds from 00 to 59", Shown.value(value), "taken as the second before");
        } else if (!Timestamps.isStrict(value.stringValue())) {
            String expected = "a timestamp written as 2026-04-14T10:30:00Z or with +05:30 for Z";
            problems.doubtful(at(name), expected, Shown.value(value), "read as " + time);
        }
        return time;
    }

    /** The fields of an object. */
    @Nullable
    Fields object(String name) {
        JsonNode value = get(name);
        if (value != null && !value.isObject()) {
            problems.value(at(name), "an object", Shown.type(value), "");
            return null;
        }
        return value == null ? null : new Fields(value, at(name), problems);
    }

    /** Names of the fields, in the order given. */
    List<String> names() {
        return List.copyOf(object.propertyNames());
    }

    /** The entries of a list that are objects; others are named. Null entries keep the places of the rest. */
    List<@Nullable Fields> objects(String name) {
        List<@Nullable Fields> objects = new ArrayList<>();
        Place list = at(name);
        for (JsonNode entry : list(name)) {
            Place here = list.at(objects.size());
            if (entry.isObject()) {
                objects.add(new Fields(entry, here, problems));
            } else {
                problems.value(here, "an object", Shown.type(entry), "");
                objects.add(null);
            }
        }
        return objects;
    }

    /** The entries of a list that are texts; others are named. */
    List<String> lines(String name) {
        List<String> lines = new ArrayList<>();
        Place list = at(name);
        int index = 0;
        for (JsonNode entry : list(name)) {
            Place here = list.at(index++);
            if (entry.isString() && !Text.isBlank(entry.stringValue())) {
                lines.add(Text.line(clean(entry.stringValue(), here)));
            } else {
                problems.value(here, "a text that is not blank", Shown.type(entry), "");
            }
        }
        return lines;
    }

    /** The entries of a list; none when it is missing or no list. */
    Iterable<JsonNode> list(String name) {
        JsonNode value = get(name);
        if (value != null && !value.isArray()) {
            problems.value(at(name), "a list", Shown.type(value), "");
            return List.of();
        }
        return value == null ? List.of() : value;
    }
}
