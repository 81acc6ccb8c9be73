package dev.callsheet.config;

import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Threshold;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be configured, whatever it is configured by.
 *
 * @param section of the file that it stands in; empty at the top level
 * @param name in the file
 * @param form what the file has there
 * @param range in words
 * @param byDefault as it would be written
 * @param flag on the command line; null when it has none
 * @param meaning one sentence
 * @param reader the value of a text; empty when it has none
 * @param found what messages say of a text that has no value; never a secret
 */
public record Setting<T>(
        String section,
        String name,
        Form form,
        String type,
        String range,
        String byDefault,
        @Nullable String flag,
        String meaning,
        Function<String, Optional<T>> reader,
        Function<String, String> found) {

    /** How a value is written in the file. */
    public enum Form {
        TEXT,
        /** A text that may look like a number. */
        WORD,
        /** One text, or a list of them. */
        TEXTS,
        NUMBER,
        /** A number, or a text: a number with a unit. */
        SIZE,
        SWITCH
    }

    Setting(
            String section,
            String name,
            Form form,
            String type,
            String range,
            String byDefault,
            @Nullable String flag,
            String meaning,
            Function<String, Optional<T>> reader) {
        this(section, name, form, type, range, byDefault, flag, meaning, reader, Shown::text);
    }

    /** The section of the thresholds. */
    static final String RULES = "rules";

    /** How the name of every environment variable begins. */
    static final String VARIABLES = "CALLSHEET_";

    private static final String HISTORY = "history";

    public static final Setting<ZoneId> ZONE = new Setting<>(
            "",
            "zone",
            Form.TEXT,
            "time zone",
            "UTC or a name such as Europe/Berlin",
            "UTC",
            "--zone",
            "The time zone of nights and of the times on pages.",
            Values::zone);

    public static final Setting<LocalTime> NIGHT_STARTS = new Setting<>(
            "",
            "night_starts",
            Form.TEXT,
            "time of day",
            "00:00 to 23:59",
            "00:00",
            "--night-starts",
            "When a night starts; earlier runs belong to the day before.",
            Values::time);

    public static final Setting<String> OUTPUT = new Setting<>(
            "",
            "output",
            Form.TEXT,
            "path",
            "of a directory that is new or was made by callsheet",
            "site",
            "--output",
            "Where the site goes; the directory is replaced as a whole.",
            Values::path);

    public static final Setting<String> STREAM = new Setting<>(
            "",
            "stream",
            Form.WORD,
            "name",
            "of a-z, 0-9, single dots, - and _, a letter or digit first, at most 40",
            "main",
            "--stream",
            "Which series of nights this is: a branch or an environment; streams never mix.",
            Values::stream,
            Values::notAStream);

    public static final Setting<Optional<LocalDate>> BASELINE = new Setting<>(
            "",
            "baseline",
            Form.TEXT,
            "night",
            "a date such as 2026-04-14, or none",
            Values.NONE,
            "--baseline",
            "The night that the Changes page compares with, beside the previous one.",
            Values::night);

    public static final Setting<List<String>> HISTORY_FROM = new Setting<>(
            HISTORY,
            "from",
            Form.TEXTS,
            "source or several",
            "each a directory, a file, a zip or an http(s) URL, or none",
            Values.NONE,
            "--history",
            "What earlier reports kept: a site, its data/history, or a copy of either.",
            HistorySources::read,
            HistorySources::found);

    public static final Setting<Boolean> HISTORY_REQUIRED = new Setting<>(
            HISTORY,
            "required",
            Form.SWITCH,
            "switch",
            "true or false",
            "false",
            "--history-required",
            "Stop with exit code 6, before anything is written, when not all of the history can be read; needs `history.from`.",
            Values::onOff);

    public static final Setting<Boolean> HISTORY_READONLY = new Setting<>(
            HISTORY,
            "readonly",
            Form.SWITCH,
            "switch",
            "true or false",
            "false",
            "--history-readonly",
            "Use the history without adding this night to it, as a pull request should.",
            Values::onOff);

    public static final Setting<Integer> HISTORY_MAX_NIGHTS =
            nights(HISTORY, 1, "400", "How many nights the history keeps run by run; older ones are kept as counts.");

    public static final Setting<Long> HISTORY_MAX_BYTES =
            size(HISTORY, "40 MB", "How large the history may grow before its oldest nights are kept as counts.");

    public static final Setting<Integer> PAGES_MAX_NIGHTS =
            nights("pages", 0, "30", "Of how many nights, the newest, every run has its page.");

    public static final Setting<Long> SITE_MAX_BYTES =
            size("site", "900 MB", "How large the site may grow; the pages of the oldest runs go first.");

    public static final Setting<Optional<URI>> SITE_BASE_URL = new Setting<>(
            "site",
            "base_url",
            Form.TEXT,
            "address",
            "an http(s) URL, or none",
            Values.NONE,
            "--base-url",
            "Where the site can be read once it is published; links in mail, feed and summary begin with it.",
            WebAddress::ofDirectory,
            WebAddress::found);

    public static final Setting<Optional<String>> SITE_SINGLE_FILE = new Setting<>(
            "site",
            "single_file",
            Form.TEXT,
            "path",
            "of a file that is new or was made by callsheet, outside of the site, or none",
            Values.NONE,
            "--single-file",
            "Where the first page goes as one file that needs no other, beside the site.",
            Values::file);

    static Setting<Number> of(Threshold threshold) {
        Threshold.Range range = threshold.range();
        return new Setting<>(
                RULES,
                threshold.key(),
                Form.NUMBER,
                range.whole() ? "whole number" : "number",
                range.toString(),
                threshold.text(Rules.DEFAULT),
                null,
                threshold.meaning(),
                text -> Values.number(text, range));
    }

    private static Setting<Integer> nights(String section, int least, String byDefault, String meaning) {
        Threshold.Range range = new Threshold.Range(least, 100_000, true);
        return new Setting<>(
                section,
                "max_nights",
                Form.NUMBER,
                "whole number",
                range.toString(),
                byDefault,
                null,
                meaning,
                text -> Values.number(text, range).map(Number::intValue));
    }

    private static Setting<Long> size(String section, String byDefault, String meaning) {
        return new Setting<>(
                section,
                "max_bytes",
                Form.SIZE,
                "size",
                "a number of bytes, or one of kB, MB or GB such as 40 MB",
                byDefault,
                null,
                meaning,
                Values::size);
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
            throw wrong(place, found.apply(text));
        }
        return text;
    }

    ConfigurationException wrong(String place, String found) {
        String article = type.startsWith("id") || type.startsWith("a") ? "an" : "a";
        return new ConfigurationException(
                place + ": must be " + article + " " + type + ", " + range + "; was " + found);
    }
}
