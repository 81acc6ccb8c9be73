package dev.callsheet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be configured of a fetch. */
class FetchSettingsTest {

    private static final Instant NOW = Instant.parse("2026-04-14T06:00:00Z");

    private static final Configuration.Fetch ALL = new Configuration.Fetch(
            "results",
            List.of("p1", "p2"),
            List.of("pe1"),
            List.of("s1"),
            List.of("set1"),
            new Since.Ago(Duration.ofHours(24)),
            Duration.ofMinutes(30),
            "none",
            8,
            Duration.ofHours(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(90));

    @TempDir
    Path directory;

    @Test
    void theDefaultIsEverythingRedacted() throws ConfigurationException {
        assertThat(read(Map.of()))
                .isEqualTo(new Configuration.Fetch(
                        "data",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        Duration.ZERO,
                        "redacted",
                        4,
                        Duration.ofMinutes(30),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30)));
    }

    @Test
    void allOfItMayStandInTheFile() throws IOException, ConfigurationException {
        configured("""
                fetch:
                  output: results
                  pathways: [p1, p2]
                  personas: pe1
                  scenarios:
                    - s1
                  simulation_sets: set1
                  since: 24h
                  wait: 30m
                  transcripts: none
                  concurrency: 8
                  deadline: 1h
                  connect_timeout: 5s
                  request_timeout: 90s
                """);
        assertThat(read(Map.of())).isEqualTo(ALL);
    }

    @Test
    void allOfItMayStandInTheEnvironmentWhichGoesBefore() throws IOException, ConfigurationException {
        configured("fetch: {output: elsewhere, pathways: other, since: none, concurrency: 1, transcripts: full}");
        assertThat(read(Map.ofEntries(
                        Map.entry("CALLSHEET_FETCH_OUTPUT", "results"),
                        Map.entry("CALLSHEET_FETCH_PATHWAYS", "p1\n p2 \n"),
                        Map.entry("CALLSHEET_FETCH_PERSONAS", "pe1"),
                        Map.entry("CALLSHEET_FETCH_SCENARIOS", "s1"),
                        Map.entry("CALLSHEET_FETCH_SIMULATION_SETS", "set1"),
                        Map.entry("CALLSHEET_FETCH_SINCE", "24h"),
                        Map.entry("CALLSHEET_FETCH_WAIT", "30m"),
                        Map.entry("CALLSHEET_FETCH_TRANSCRIPTS", "none"),
                        Map.entry("CALLSHEET_FETCH_CONCURRENCY", "8"),
                        Map.entry("CALLSHEET_FETCH_DEADLINE", "1h"),
                        Map.entry("CALLSHEET_FETCH_CONNECT_TIMEOUT", "5s"),
                        Map.entry("CALLSHEET_FETCH_REQUEST_TIMEOUT", "90s"))))
                .isEqualTo(ALL);
    }

    @Test
    void aFlagUndoesAListOfTheFile() throws IOException, ConfigurationException {
        configured("fetch: {pathways: [p1, p2]}");
        assertThat(Configuration.read(directory, null, Map.of(), Map.of(FetchSettings.PATHWAYS, "none\n"))
                        .fetch()
                        .pathways())
                .isEmpty();
    }

    @Test
    void aMomentNeedsNoQuotes() throws IOException, ConfigurationException {
        configured("fetch: {since: 2026-04-14T00:00:00Z}");
        assertThat(read(Map.of()).since()).isEqualTo(new Since.Moment(Instant.parse("2026-04-14T00:00:00Z")));
    }

    @Test
    void anIdThatLooksLikeANumberNeedsThem() throws IOException, ConfigurationException {
        configured("fetch: {pathways: ['12', x y], personas: '12'}");
        assertThat(read(Map.of()).pathways()).containsExactly("12", "x y");
        configured("fetch: {personas: 12}");
        assertThatThrownBy(() -> read(Map.of()))
                .hasMessageEndingWith("must be an id or several, each an id, or none; was '12'");
    }

    @ParameterizedTest
    @CsvSource({
        "90s, 2026-04-14T05:58:30Z",
        "24h, 2026-04-13T06:00:00Z",
        "7d, 2026-04-07T06:00:00Z",
        "2026-04-14T00:00:00Z, 2026-04-14T00:00:00Z",
        "2026-04-14T00:00:00.5Z, 2026-04-14T00:00:00.5Z",
        "2026-04-14T02:00:00+02:00, 2026-04-14T00:00:00Z",
    })
    void sinceIsATimeOrAMoment(String text, Instant moment) {
        assertThat(Since.read(text).orElseThrow().orElseThrow().before(NOW)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                since: yesterday           | since: must be a time, a number of s, m, h or d such as 30m, a moment such as 2026-04-14T00:00:00Z, or none; was 'yesterday'
                since: "2026-04-14"        | since: must be a time, a number of s, m, h or d such as 30m, a moment such as 2026-04-14T00:00:00Z, or none; was '2026-04-14'
                since: "2026-04-14T00:00"  | since: must be a time, a number of s, m, h or d such as 30m, a moment such as 2026-04-14T00:00:00Z, or none; was '2026-04-14T00:00'
                wait: 30                   | wait: must be a time, a number of s, m, h or d such as 30m, or none; was '30'
                wait: 0s                   | wait: must be a time, a number of s, m, h or d such as 30m, or none; was '0s'
                deadline: none             | deadline: must be a time, a number of s, m, h or d such as 30m; was 'none'
                deadline: 1.5h             | deadline: must be a time, a number of s, m, h or d such as 30m; was '1.5h'
                connect_timeout: 10000000s | connect_timeout: must be a time, a number of s, m, h or d such as 30m; was '10000000s'
                request_timeout: -1s       | request_timeout: must be a time, a number of s, m, h or d such as 30m; was '-1s'
                transcripts: Full          | transcripts: must be a word, redacted, none or full; was 'Full'
                concurrency: 0             | concurrency: must be a whole number, 1 to 32; was '0'
                concurrency: 33            | concurrency: must be a whole number, 1 to 32; was '33'
                concurrency: "8"           | concurrency: must be a whole number, 1 to 32; was the text '8'
                pathways: ' '              | pathways: must be an id or several, each an id, or none; was ' '
                pathway: p1                | pathway: unknown key; the nearest known one is pathways
                api_key: s3cret            | api_key: looks like a secret
                """)
    void whatIsWrongIsRefused(String line, String message) throws IOException {
        configured("fetch: {" + line + "}");
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("callsheet.yml:1: fetch." + message)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("s3cret"));
    }

    private void configured(String text) throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), text);
    }

    private Configuration.Fetch read(Map<String, String> environment) throws ConfigurationException {
        return Configuration.read(directory, null, environment, Map.of()).fetch();
    }
}
