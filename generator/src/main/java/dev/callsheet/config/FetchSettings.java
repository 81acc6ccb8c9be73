package dev.callsheet.config;

import dev.callsheet.metrics.Threshold;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What can be configured of a fetch. Where the API is, and its key, stand in the environment only. */
public final class FetchSettings {

    private static final String SECTION = "fetch";
    private static final String IDS = "each an id, or none";
    private static final String TIMES = "a number of s, m, h or d such as 30m";

    public static final Setting<String> OUTPUT = of(
            "output",
            Setting.Form.TEXT,
            "path",
            "of a directory that is new or of an earlier fetch",
            "data",
            "--output",
            "Where fetched results are kept; what is there and final is not fetched again.",
            Values::path);

    public static final Setting<List<String>> PATHWAYS = ids(
            "pathways",
            "--pathway",
            "Pathways whose scenarios and runs are fetched; without any of these three, all are.");

    public static final Setting<List<String>> PERSONAS =
            ids("personas", "--persona", "Personas whose scenarios and runs are fetched.");

    public static final Setting<List<String>> SCENARIOS =
            ids("scenarios", "--scenario", "Scenarios that are fetched with their runs.");

    public static final Setting<List<String>> SIMULATION_SETS = ids(
            "simulation_sets",
            "--simulation-set",
            "Simulation sets that are fetched beside; the API has no list of them.");

    public static final Setting<Optional<Since>> SINCE = of(
            "since",
            Setting.Form.TEXT,
            "time",
            TIMES + ", a moment such as 2026-04-14T00:00:00Z, or none",
            Values.NONE,
            "--since",
            "How far back runs are fetched, by when they were created.",
            Since::read);

    public static final Setting<Optional<Duration>> WAIT = of(
            "wait",
            Setting.Form.TEXT,
            "time",
            TIMES + ", or none",
            Values.NONE,
            "--wait",
            "How long to wait until the named batches and simulation sets have finished.",
            Values::patience);

    public static final Setting<String> TRANSCRIPTS = of(
            "transcripts",
            Setting.Form.TEXT,
            "word",
            "redacted, none or full",
            "redacted",
            "--transcripts",
            "What is kept of the texts of calls.",
            text -> Optional.of(text).filter(List.of("redacted", "none", "full")::contains));

    public static final Setting<Integer> CONCURRENCY =
            count("concurrency", 1, 32, "4", "--concurrency", "How many requests are under way at a time.");

    public static final Setting<Duration> DEADLINE = time(
            "deadline",
            "30m",
            "--deadline",
            "How long a fetch may take, the wait not counted; what is not there by then is missing.");

    public static final Setting<Duration> CONNECT_TIMEOUT =
            time("connect_timeout", "10s", null, "How long a connection may take.");

    public static final Setting<Duration> REQUEST_TIMEOUT =
            time("request_timeout", "30s", null, "How long an answer may take, to its end.");

    static final List<Setting<?>> ALL = List.of(
            OUTPUT,
            PATHWAYS,
            PERSONAS,
            SCENARIOS,
            SIMULATION_SETS,
            SINCE,
            WAIT,
            TRANSCRIPTS,
            CONCURRENCY,
            DEADLINE,
            CONNECT_TIMEOUT,
            REQUEST_TIMEOUT);

    private FetchSettings() {}

    static Configuration.Fetch in(Map<String, String> texts) {
        return new Configuration.Fetch(
                OUTPUT.in(texts),
                PATHWAYS.in(texts),
                PERSONAS.in(texts),
                SCENARIOS.in(texts),
                SIMULATION_SETS.in(texts),
                SINCE.in(texts).orElse(null),
                WAIT.in(texts).orElse(Duration.ZERO),
                TRANSCRIPTS.in(texts),
                CONCURRENCY.in(texts),
                DEADLINE.in(texts),
                CONNECT_TIMEOUT.in(texts),
                REQUEST_TIMEOUT.in(texts));
    }

    private static Setting<List<String>> ids(String name, String flag, String meaning) {
        return of(name, Setting.Form.TEXTS, "id or several", IDS, Values.NONE, flag, meaning, Values::ids);
    }

    private static Setting<Duration> time(String name, String byDefault, @Nullable String flag, String meaning) {
        return of(name, Setting.Form.TEXT, "time", TIMES, byDefault, flag, meaning, Values::duration);
    }

    private static Setting<Integer> count(
            String name, int least, int most, String byDefault, String flag, String meaning) {
        Threshold.Range range = new Threshold.Range(least, most, true);
        return of(
                name,
                Setting.Form.NUMBER,
                "whole number",
                range.toString(),
                byDefault,
                flag,
                meaning,
                text -> Values.number(text, range).map(Number::intValue));
    }

    private static <T> Setting<T> of(
            String name,
            Setting.Form form,
            String type,
            String range,
            String byDefault,
            @Nullable String flag,
            String meaning,
            Function<String, Optional<T>> reader) {
        return new Setting<>(SECTION, name, form, type, range, byDefault, flag, meaning, reader);
    }
}
