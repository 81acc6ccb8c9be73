package dev.callsheet.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.run;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Told to come later. */
class ThrottlingTest {

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(n -> "r" + n).toArray(String[]::new);
    }

    @Test
    void aStormThatPassesCostsTimeAndNothingElse() {
        String[] ids = ids(60);
        api.runs(ids);
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(600);
        api.throttleWhile(() -> System.nanoTime() < end);

        Fetched fetched = new Fetching(api, directory)
                .concurrency(4)
                .retryAfter(100, 100)
                .throttledTries(12)
                .runs(ids);

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.runs().fetched()).isEqualTo(60);
        int told = fetched.state().at("/requests/answers/429").intValue();
        assertThat(told)
                .as("requests that were told to come later: 4 in each of 6 waits")
                .isBetween(4, 48);
        assertThat(api.asked()).hasSize(60 + told);
    }

    @Test
    void aStormThatNeverEndsStopsAndSaysSo() {
        String[] ids = ids(60);
        api.throttleWhile(() -> true);

        Fetched fetched =
                new Fetching(api, directory).concurrency(4).retryAfter(5, 5).runs(ids);

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.stopped())
                .isEqualTo("8 requests in a row failed, the last one because " + api.origin()
                        + " answers 429 (asked 5 times)");
        assertThat(fetched.runs().missing()).isEqualTo(60);
        assertThat(fetched.state().path("missing")).hasSize(60);
        // 4 for each wait, in turns; not all 60 each time.
        assertThat(api.asked().size()).isLessThan(250);
    }

    @Test
    void oneRecordThatIsAlwaysToldToComeLaterCostsItselfOnly() {
        String[] ids = ids(20);
        api.runs(ids).on("runs/r7", status(429, "{}"));

        Fetched fetched = new Fetching(api, directory).concurrency(4).everything();

        assertThat(fetched.stopped()).isEmpty();
        assertThat(fetched.why("r7")).isEqualTo("answers 429 (asked 5 times)");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(19, 0, 0, 0, 1));
        api.verify(5, "runs/r7");
    }

    @Test
    void beingToldToComeLaterDoesNotUseUpTheTriesOfARequestThatFails() {
        api.on(
                "runs/r",
                status(429, "{}"),
                status(429, "{}"),
                status(503, "{}"),
                status(429, "{}"),
                aResponse().withStatus(500),
                status(429, "{}"),
                ok(run("r", "PASSED")));

        Fetched fetched = new Fetching(api, directory).runs("r");

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.state().path("requests").toString())
                .isEqualTo("{\"sent\":7,\"retried\":6,\"broken\":0,"
                        + "\"answers\":{\"200\":1,\"429\":4,\"500\":1,\"503\":1}}");
    }

    @Test
    void aListThatIsToldToComeLaterIsReadAllTheSame() {
        api.runs("a", "b");
        api.on("scenarios", status(429, "{}"), ok("{\"data\": [{\"id\": \"s\"}]}"));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.keeps(RecordKind.SCENARIO, "s")).isTrue();
    }
}
