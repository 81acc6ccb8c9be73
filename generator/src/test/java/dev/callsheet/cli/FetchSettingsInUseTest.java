package dev.callsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.StubApi;
import dev.callsheet.testing.WebSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the section {@code fetch} of a configuration does to a fetch. */
class FetchSettingsInUseTest {

    @TempDir
    Path directory;

    private Fetching story;

    @BeforeEach
    void start() throws IOException {
        story = new Fetching(directory);
    }

    @AfterEach
    void stop() {
        story.close();
    }

    @Test
    void theDirectoryIsRelativeToTheWorkingDirectory() throws IOException {
        configured("output: results/of nights");
        assertThat(story.fetch().out()).isEqualTo("results/of nights\n");
        assertThat(directory.resolve("results/of nights/fetch.json")).exists();
        assertThat(story.fetch("-o", "other").out()).isEqualTo("other\n");
        assertThat(directory.resolve("other/fetch.json")).exists();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                pathways: other          | PATHWAYS  | other                | --pathway=other         | 0
                personas: other          | PERSONAS  | other                | --persona=other         | 0
                scenarios: [lost, track] | SCENARIOS | 'lost\ntrack'         | --scenario=lost --scenario=track | 21
                since: 24h               | SINCE     | 24h                  | --since=24h             | 12
                """)
    void aFilterMayStandInTheFileInAVariableOrInAFlag(
            String line, String variable, String value, String flags, int runs) throws IOException {
        assertThat(story.fetch(flags.split(" ", -1)).code()).isZero();
        assertRuns("data", runs);
        assertThat(story.fetch(Map.of("CALLSHEET_FETCH_" + variable, value.replace("\\n", "\n")), "-o", "by-variable")
                        .code())
                .isZero();
        assertRuns("by-variable", runs);
        configured(line);
        assertThat(story.fetch("-o", "by-file").code()).isZero();
        assertRuns("by-file", runs);
    }

    @Test
    void simulationSetsOfTheFileAreFetchedBesideWhatIsFound() throws IOException {
        configured("simulation_sets: set-1");
        story.fetch();
        assertThat(story.kept("simulation-sets")).hasSize(1);
        assertThat(story.kept("runs")).hasSize(30);
    }

    @Test
    void whatTheFileNamesDoesNotCountWhenRecordsAreNamedAlone() throws IOException {
        configured("simulation_sets: set-1\n  pathways: pw-parcel\n  since: 24h");
        story.fetch("--batch", "batch-0");
        assertThat(story.kept("runs")).hasSize(9);
        assertThat(story.kept("simulation-sets")).isEmpty();
        assertThat(story.api.asked("runs?")).isZero();
        assertThat(story.state().at("/asked/since").isNull()).isTrue();
    }

    @Test
    void aWaitOfTheFileIsForWhatIsNamed() throws IOException {
        configured("wait: 2s\n  simulation_sets: set-1");
        story.api.faults("running=1");
        assertThat(story.fetch().err()).startsWith("waiting for simulation set set-1 (RUNNING), for at most 2s\n");
        assertThat(story.fetch("--run", "lost-20").code()).isZero();
        story.api.faults("running=1000");
        assertThat(story.fetch("--refresh", "--wait", "none").err()).doesNotContain("waiting");
    }

    @ParameterizedTest
    @CsvSource({"none, 0, 0", "redacted, 1, 0", "full, 1, 1"})
    void textsAreKeptAsItSays(String transcripts, int texts, int originals) throws IOException {
        Path source = Files.createDirectories(directory.resolve("source"));
        Files.writeString(source.resolve("run.json"), """
                {"id": "r1", "scenario_id": "s1", "status": "PASSED", "created_at": "2026-04-14T02:00:00.000Z",
                 "chat_history": [{"role": "user", "content": "I am ann@example.com."}], "overall_score": 1}
                """);
        configured("transcripts: " + transcripts);
        try (StubApi api = new StubApi(source).start(0)) {
            story.fetch(Map.of("BLAND_BASE_URL", api.address()));
        }
        String run = Files.readString(
                story.data().resolve("runs/" + story.kept("runs").get(0) + ".json"));
        assertThat(run.split("I am", -1)).hasSize(1 + texts);
        assertThat(run.split("ann@example.com", -1)).hasSize(1 + originals);
        assertThat(story.state().at("/asked/transcripts").stringValue()).isEqualTo(transcripts);
        assertThat(story.state().at("/redaction/email").intValue()).isEqualTo(transcripts.equals("redacted") ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "redacted", "full"})
    void whatErrorsSayOfACallIsNeverKeptAsItIs(String transcripts) throws IOException {
        configured("transcripts: " + transcripts);
        try (WebSite api = new WebSite()) {
            String path = "/v1/agent-testing/runs/";
            api.on(path + "r1", WebSite.answering(400, "{\"message\": \"no ann@example.com\"}".getBytes(UTF_8)));
            api.on(
                    path + "r2",
                    WebSite.answering(
                            200,
                            "{\"errors\": [{\"error\": \"BAD_REQUEST\", \"message\": \"no ann@example.com\"}]}"
                                    .getBytes(UTF_8)));
            Program.Outcome outcome = story.fetch(Map.of("BLAND_BASE_URL", api.origin()), "--run", "r1", "--run", "r2");
            assertThat(outcome.err()).contains("no [email 1]").doesNotContain("ann@example.com");
        }
        for (String run : List.of("/missing/0/why", "/missing/1/why")) {
            assertThat(story.state().at(run).stringValue()).doesNotContain("ann@example.com");
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "7, 2, 7"})
    void noMoreRequestsAreUnderWay(String concurrency, int least, int most) throws IOException {
        configured("concurrency: " + concurrency);
        story.api.faults("latency=40");
        story.fetch();
        assertThat(story.api.mostOpen()).isBetween(least, most);
    }

    @Test
    void theDeadlineEndsAFetch() throws IOException {
        configured("deadline: 1s\n  concurrency: 1");
        story.api.faults("latency=150");
        Program.Outcome outcome = story.fetch();
        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err()).contains(": the time for the whole fetch was over (1s)\n");
        assertThat(story.api.asked().size()).isLessThan(10);
        assertThat(story.state().path("complete").booleanValue()).isFalse();
    }

    @Test
    void anAnswerThatTakesTooLongIsAskedForAgain() throws IOException {
        configured("request_timeout: 1s\n  deadline: 3s");
        story.api.faults("latency=60000");
        assertThat(story.fetch("--run", "lost-20").err())
                .containsPattern("missing: run lost-20: (?:did not answer to the end within|the time)");
        assertThat(story.state().at("/requests/sent").intValue()).isBetween(2, 3);
        assertThat(story.state().at("/requests/broken").intValue()).isBetween(2, 3);
    }

    @Test
    void anotherFileMayBeNamed() throws IOException {
        Files.writeString(directory.resolve("nightly.yml"), "fetch: {scenarios: lost}");
        story.fetch("--config", "nightly.yml");
        assertThat(story.kept("runs")).hasSize(10);
    }

    @Test
    void aWrongValueOfItStopsOtherCommandsToo() throws IOException {
        configured("concurrency: many");
        assertThat(story.fetch().err()).startsWith("callsheet: callsheet.yml:2: fetch.concurrency: must be ");
        assertThat(story.api.asked()).isEmpty();
        assertThat(Program.run(new byte[0], Map.of(), directory, "check", "-").code())
                .isEqualTo(2);
    }

    private void configured(String lines) throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), "fetch:\n  " + lines + "\n");
    }

    private void assertRuns(String output, int runs) {
        String[] kept = directory.resolve(output).resolve("runs").toFile().list();
        assertThat(kept).hasSize(runs);
    }
}
