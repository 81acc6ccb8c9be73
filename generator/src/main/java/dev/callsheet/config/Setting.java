package dev.callsheet.config;

import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Threshold;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be configured, whatever it is configured by.
 *
 * @param section of the file that it stands in; empty at the top level
 * @param name in the file
 * @param number whether the file has a number there, not a text
 * @param range in words
 * @param byDefault as it would be written
 * @param flag on the command line; null when it has none
 * @param meaning one sentence
 * @param reader the value of a text; empty when it has none
 */
public record Setting<T>(
        String section,
        String name,
        boolean number,
        String type,
        String range,
        String byDefault,
        @Nullable String flag,
        String meaning,
        Function<String, Optional<T>> reader) {

    public static final Setting<ZoneId> ZONE = new Setting<>(
            "",
            "zone",
            false,
            "time zone",
            "UTC or a name such as Europe/Berlin",
            "UTC",
            "--zone",
            "The time zone of nights and of the times on pages.",
            Setting::zone);

    public static final Setting<LocalTime> NIGHT_STARTS = new Setting<>(
            "",
            "night_starts",
            false,
            "time of day",
            "00:00 to 23:59",
            "00:00",
            "--night-starts",
            "When a night starts; earlier runs belong to the day before.",
            Setting::time);

    public static final Setting<String> OUTPUT = new Setting<>(
            "",
            "output",
            false,
            "path",
            "of a directory that is new or was made by callsheet",
            "site",
            "--output",
            "Where the site goes; the directory is replaced as a whole.",
            Setting::path);

    /** All that there are, in the order of the documentation. */
    public static final List<Setting<?>> ALL = Stream.<Setting<?>>concat(
                    Stream.of(ZONE, NIGHT_STARTS, OUTPUT),
                    Arrays.stream(Threshold.values()).map(Setting::of))
            .toList();

    /** The section of the thresholds. */
    static final String RULES = "rules";

    /** How the name of every environment variable begins. */
    static final String VARIABLES = "CALLSHEET_";

    // No more digits than a double keeps, so that the value is shown as it was written.
    private static final Pattern WHOLE = Pattern.compile("0|[1-9]\\d{0,8}");
    private static final Pattern DECIMAL = Pattern.compile("(?:0|[1-9]\\d{0,4})(?:\\.\\d{1,10})?(?:[eE][-+]?\\d)?");

    static Setting<Number> of(Threshold threshold) {
        Threshold.Range range = threshold.range();
        return new Setting<>(
                RULES,
                threshold.key(),
                true,
                range.whole() ? "whole number" : "number",
                range.toString(),
                threshold.text(Rules.DEFAULT),
                null,
                threshold.meaning(),
                text -> number(text, range));
    }

    /** Its place in the file: "rules.window_nights". */
    public String key() {
        return section.isEmpty() ? name : section + "." + name;
    }

    /** The environment variable: "CALLSHEET_RULES_WINDOW_NIGHTS". */
    public String variable() {
        return VARIABLES + key().replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /** The value among texts by their key; the default where there is none. */
    T in(Map<String, String> texts) {
        return reader.apply(texts.getOrDefault(key(), byDefault)).orElseThrow();
    }

    /**
     * A text that has a value.
     *
     * @param place that it stands at
     */
    String checked(String place, String text) throws ConfigurationException {
        if (reader.apply(text).isEmpty()) {
            throw wrong(place, Shown.text(text));
        }
        return text;
    }

    ConfigurationException wrong(String place, String found) {
        return new ConfigurationException(place + ": must be a " + type + ", " + range + "; was " + found);
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> path(String text) {
        try {
            return Path.of(text).toString().isBlank() ? Optional.empty() : Optional.of(text);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Optional<Number> number(String text, Threshold.Range range) {
        if (!(range.whole() ? WHOLE : DECIMAL).matcher(text).matches()) {
            return Optional.empty();
        }
        Number value = range.whole() ? Integer.valueOf(text) : (Number) Double.valueOf(text);
        return range.contains(value.doubleValue()) ? Optional.of(value) : Optional.empty();
    }
}
