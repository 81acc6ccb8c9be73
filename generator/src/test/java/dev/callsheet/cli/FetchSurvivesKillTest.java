package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.StubApi;
import dev.callsheet.testing.StubApi.Asked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A fetch that is killed at any moment leaves whole files, says that it did not end, and goes on where it was. */
class FetchSurvivesKillTest {

    private static final int KILLS = 10;
    private static final String ONE_RUN = "/v1/agent-testing/runs/";

    @TempDir
    Path temporary;

    @Test
    void tenTimesAtRandomMoments() throws Exception {
        Path directory = temporary.resolve("data");
        SplittableRandom random = new SplittableRandom(20_260_414);
        try (StubApi api = new StubApi(SampleFetches.SAMPLES)
                .faults("latency=3,429=2,500=2,retry-after=0")
                .start(0)) {
            int mostAtKills = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                long asked = api.asked("runs/");
                Process fetch = start(api, directory);
                // killed after so many more runs, and so much later
                waitFor(api, asked + random.nextInt(100), fetch);
                Thread.sleep(random.nextInt(30));
                fetch.destroyForcibly();
                assertThat(fetch.waitFor(30, TimeUnit.SECONDS)).isTrue();
                assertThat(state(directory)).contains("\"ended_at\": null");
                mostAtKills += 4;
            }
            List<String> kept = wholeRuns(directory);
            assertThat(kept).as("the kills let something through").hasSizeBetween(1, 1_200);
            assertThat(run(api, directory)).isZero();

            api.faults("");
            assertThat(wholeRuns(directory)).containsExactlyInAnyOrderElementsOf(SampleFetches.listed(api));
            assertThat(state(directory)).contains("\"complete\": true");
            assertThat(parts(directory)).isEmpty();
            assertThat(answeredTwice(api))
                    .as("at most those that were under way when it was killed, and those still at work")
                    .hasSizeLessThanOrEqualTo(mostAtKills + 1);
        }
    }

    private static void waitFor(StubApi api, long asked, Process fetch) throws InterruptedException {
        while (api.asked("runs/") < asked && fetch.isAlive()) {
            Thread.sleep(1);
        }
    }

    private static Process start(StubApi api, Path directory) throws IOException {
        ProcessBuilder fetch = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.callsheet.cli.Main",
                "fetch",
                "-q",
                "-o",
                directory.toString());
        fetch.environment().put("BLAND_BASE_URL", api.address());
        fetch.environment().put("BLAND_API_KEY", "a-key-of-a-test");
        return fetch.inheritIO().redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static int run(StubApi api, Path directory) throws IOException, InterruptedException {
        Process fetch = start(api, directory);
        assertThat(fetch.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return fetch.exitValue();
    }

    private static String state(Path directory) throws IOException {
        return Files.readString(directory.resolve("fetch.json"));
    }

    /** Ids of the runs; every file that the loader would read must be whole. */
    private static List<String> wholeRuns(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("runs"))) {
            return files.filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .map(file -> JsonMapper.shared().readTree(file).path("id").asString())
                    .toList();
        }
    }

    private static List<Path> parts(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> String.valueOf(file.getFileName()).startsWith("."))
                    .toList();
        }
    }

    private static Map<String, Long> answeredTwice(StubApi api) {
        Map<String, Long> times = api.asked().stream()
                .filter(asked -> asked.status() == 200 && asked.address().startsWith(ONE_RUN))
                .collect(Collectors.groupingBy(Asked::address, Collectors.counting()));
        times.values().removeIf(count -> count == 1);
        return times;
    }
}
