package dev.callsheet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The stub as docs/try-fetch.md has it started: compiled from its sources, beside what is in Callsheet's jar. */
@Timeout(120)
class StubStartTest {

    /** What of the jar it may use. */
    private static final String LIBRARIES = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.matches(".*(jackson|jspecify)[^/\\\\]*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));

    private static final String SOURCES = "generator/src/test/java";

    @TempDir
    Path classes;

    @BeforeEach
    void compile() throws Exception {
        Process compiler = jdk(
                "javac",
                List.of("-d", classes.toString(), "-cp", LIBRARIES, "-sourcepath", SOURCES),
                List.of(SOURCES + "/dev/callsheet/testing/StubApi.java"));
        assertThat(compiler.inputReader(StandardCharsets.UTF_8).lines()).isEmpty();
        assertThat(compiler.waitFor()).isZero();
    }

    @Test
    void servesTheSamplesAndSaysInTheEndWhatWasAsked() throws Exception {
        Process stub = stub(List.of("samples", "--port", "0", "--faults", "latency=1"));
        BufferedReader said = stub.inputReader(StandardCharsets.UTF_8);
        try {
            String first = said.readLine();
            assertThat(first)
                    .matches("1242 runs at (http://127\\.0\\.0\\.1:\\d+) until Ctrl-C\\. In another terminal: "
                            + "BLAND_BASE_URL=\\1 BLAND_API_KEY=any \\./callsheet fetch -o data");
            URI page = URI.create(first.replaceFirst(".*(http://\\S+) until.*", "$1/v1/agent-testing/runs?limit=1"));
            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(page)
                                            .header("authorization", "any")
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .contains("\"total_count\":1242");
        } finally {
            // Not Process.destroy, which closes the stream that is read below.
            stub.toHandle().destroy();
        }

        assertThat(said.lines())
                .containsExactly("     1 requests, at most 1 at a time", "     1 200 /v1/agent-testing/runs");
    }

    @Test
    void aWrongCommandLineIsExplained() throws Exception {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("samples", "--port"),
                List.of("samples", "--key", "secret"),
                List.of("samples", "--envelope", "paper"),
                List.of("samples", "--faults", "flood=1"))) {
            Process stub = stub(wrong);
            assertThat(stub.inputReader(StandardCharsets.UTF_8).lines())
                    .anySatisfy(line -> assertThat(line).startsWith("usage: StubApi DIRECTORY"));
            assertThat(stub.waitFor()).isEqualTo(2);
        }
    }

    private Process stub(List<String> args) throws IOException {
        String classPath = LIBRARIES + File.pathSeparator + classes;
        return jdk("java", List.of("-cp", classPath, "dev.callsheet.testing.StubApi"), args);
    }

    private static Process jdk(String tool, List<String> options, List<String> args) throws IOException {
        String program = Path.of(System.getProperty("java.home"), "bin", tool).toString();
        return new ProcessBuilder(Stream.of(List.of(program), options, args)
                        .flatMap(List::stream)
                        .toList())
                .redirectErrorStream(true)
                .start();
    }
}
