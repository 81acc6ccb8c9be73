package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.Program.Outcome;
import dev.callsheet.testing.StubApi;
import dev.callsheet.testing.WebSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key of the API is in the header of its requests and nowhere else, whatever the API does with it. */
class KeyNeverLeaksTest {

    private static final String KEY = "org_canary-5f2b7c1e9d";
    private static final String API = "/v1/agent-testing/";

    @TempDir
    Path temporary;

    @ParameterizedTest
    @ValueSource(strings = {"redacted", "none", "full"})
    void notWhenTheApiSendsItBackInResults(String transcripts) throws IOException {
        try (WebSite api = new WebSite()) {
            json(api, "scenarios", 200, "{'data': [{'id': 's', 'name': 'KEY', 'description': 'KEY', 'KEY': 'KEY'}]}");
            json(api, "runs", 200, "{'runs': [{'id': 'r', 'scenario': {'id': 's', 'name': 'KEY'}}], 'total_count': 1}");
            json(
                    api,
                    "runs/r",
                    200,
                    "{'data': {'id': 'r', 'scenario_id': 's', 'status': 'FAILED', 'error_message': 'no KEY',"
                            + " 'chat_history': [{'role': 'KEY', 'content': 'xKEYx'}], 'nodes_visited': ['KEY'],"
                            + " 'variables_extracted': {'KEY': 'KEY', 'a': {'b': ['KEY']}},"
                            + " 'created_at': '2026-04-14T01:00:00.000Z'}}");
            nothingLeaks(api, 0, "--transcripts", transcripts);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 403, 404, 422, 429, 500})
    void notWhenTheApiSendsItBackInErrors(int status) throws IOException {
        try (WebSite api = new WebSite()) {
            json(api, "scenarios", 200, "{'data': []}");
            json(api, "runs", 200, "{'runs': [{'id': 'r'}], 'total_count': 1}");
            json(
                    api,
                    "runs/r",
                    status,
                    "{'data': null, 'errors': [{'error': 'INVALID_KEY', 'message': 'KEY is KEY'}]}");
            // one second, since this status is asked for again
            nothingLeaks(api, status == 404 ? 0 : 6, "--deadline", "1s");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void notToWhereARedirectLeads(int status) throws IOException {
        try (WebSite api = new WebSite();
                WebSite other = new WebSite("localhost")) {
            api.redirect(API + "scenarios", status, other.origin() + "/" + KEY);
            Outcome outcome = nothingLeaks(api, 6);
            assertThat(outcome.err()).contains("answers " + status).contains("localhost");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void notIntoWhatJavaPrintsWhenItIsToldToPrintAll() throws IOException, InterruptedException {
        try (StubApi api = new StubApi(SampleFetches.SAMPLES).start(0)) {
            Path said = temporary.resolve("said");
            ProcessBuilder fetch = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djdk.httpclient.HttpClient.log=all",
                    "-Djdk.internal.httpclient.debug=true",
                    "-Djavax.net.debug=all",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.callsheet.cli.Main",
                    "fetch",
                    "--verbose",
                    "--since=2026-04-14T00:00:00Z",
                    "-o",
                    temporary.resolve("data").toString());
            fetch.environment().put("BLAND_BASE_URL", api.address());
            fetch.environment().put("BLAND_API_KEY", KEY);
            Process process = fetch.redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(said)).isZero();
            assertThat(api.keysSeen()).containsExactly(KEY);
            assertThat(Files.readString(said)).contains("fetched").doesNotContain(KEY);
            noFileHolds(temporary);
        }
    }

    @Test
    void notWhenItCannotBeUsed() {
        String unusable = KEY + "\u00e9 and more";
        Outcome outcome = Program.run(
                new byte[0],
                Map.of("BLAND_API_KEY", unusable),
                "fetch",
                "-o",
                temporary.resolve("data").toString());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("BLAND_API_KEY").doesNotContain(KEY);
        assertThat(temporary).isEmptyDirectory();
    }

    /** Fetches and builds from what was fetched; neither leaves the key in a file or says it. */
    private Outcome nothingLeaks(WebSite api, int code, String... options) throws IOException {
        Map<String, String> environment = Map.of("BLAND_BASE_URL", api.origin(), "BLAND_API_KEY", KEY);
        String data = temporary.resolve("data").toString();
        String[] fetch = Stream.concat(Stream.of("fetch", "--verbose", "-o", data), Stream.of(options))
                .toArray(String[]::new);
        Outcome fetched = Program.run(new byte[0], environment, fetch);
        assertThat(fetched.code()).as(fetched.err()).isEqualTo(code);
        Outcome built = Program.run(
                new byte[0],
                environment,
                "build",
                "-v",
                data,
                "-o",
                temporary.resolve("site").toString());
        for (Outcome outcome : List.of(fetched, built)) {
            assertThat(outcome.out() + outcome.err()).doesNotContain(KEY);
        }
        noFileHolds(temporary);
        return fetched;
    }

    private static void noFileHolds(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(KEY);
            }
        }
    }

    private static void json(WebSite api, String path, int status, String body) {
        api.on(API + path, status, body.replace('\'', '"').replace("KEY", KEY).getBytes(StandardCharsets.UTF_8));
    }
}
