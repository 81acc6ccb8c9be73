package dev.callsheet.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.run;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long, how often and how many at a time an API is asked that is slow or down. */
@Timeout(30)
class EnduranceTest {

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(n -> "r" + n).toArray(String[]::new);
    }

    @Test
    void whatASlowServerHasNotGivenByTheDeadlineIsMissing() {
        String[] ids = ids(40);
        api.runs(ids);
        for (String id : ids) {
            api.on("runs/" + id, ok(run(id, "PASSED")).withFixedDelay(100));
        }
        long begin = System.nanoTime();

        Fetched fetched = new Fetching(api, directory).deadline(700).runs(ids);

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(5_000);
        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.runs().asked()).isEqualTo(40);
        assertThat(fetched.runs().fetched()).isLessThan(17);
        assertThat(fetched.state().path("missing"))
                .hasSize((int) fetched.runs().missing())
                .allSatisfy(one -> assertThat(one.path("why").stringValue(""))
                        .endsWith("the time for the whole fetch was over (700ms)"));
        assertThat(fetched.why("r39")).isEqualTo("the time for the whole fetch was over (700ms)");
        assertThat(fetched.state().path("ended_at").isString()).isTrue();
    }

    @Test
    void aServerThatSaysNothingHoldsTheFetchUntilTheDeadlineOnly() {
        api.on("scenarios", ok("{}").withFixedDelay(20_000)).on("runs", ok("{}").withFixedDelay(20_000));
        long begin = System.nanoTime();

        Fetched fetched = new Fetching(api, directory).deadline(300).everything();

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(5_000);
        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("scenarios")).contains("did not answer to the end within ", "the time for the whole");
        assertThat(fetched.why("runs")).isEqualTo("the time for the whole fetch was over (300ms)");
    }

    @Test
    void runsThatFailForEverKeepNothingElseFromBeingFetched() {
        String[] ids = ids(20);
        api.runs(ids).on("batches/b", ok("{\"id\": \"b\", \"status\": \"PASSED\", \"runs\": []}"));
        api.on("runs", ok("{\"runs\": [" + entries(ids) + "], \"total_count\": 20}"));
        for (String id : ids) {
            api.on("runs/" + id, status(500, ""));
        }

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.stopped()).contains("requests in a row failed");
        assertThat(fetched.result().of(RecordKind.BATCH).received()).isEqualTo(1);
    }

    private static String entries(String... ids) {
        return Stream.of(ids)
                .map(id -> "{\"id\": \"" + id + "\", \"batch_id\": \"b\"}")
                .collect(Collectors.joining(","));
    }

    @Test
    void whatTheDeadlineCutOffIsFetchedTheNextTime() {
        String[] ids = ids(30);
        api.runs(ids);
        for (String id : ids) {
            api.on("runs/" + id, ok(run(id, "PASSED")).withFixedDelay(100));
        }
        Fetched first = new Fetching(api, directory).deadline(500).everything();
        api.runs(ids);

        Fetched second = new Fetching(api, directory).everything();

        assertThat(first.isComplete()).isFalse();
        assertThat(second.isComplete()).isTrue();
        assertThat(second.runs().cached()).isEqualTo(first.runs().fetched());
        assertThat(second.runs().received()).isEqualTo(30);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void aServerThatIsDownIsSoonLeftAlone(int status) {
        String[] ids = ids(120);
        for (String id : ids) {
            api.on("runs/" + id, status(status, "<html>"));
        }

        Fetched fetched = new Fetching(api, directory).concurrency(4).runs(ids);

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.stopped())
                .isEqualTo("8 requests in a row failed, the last one because " + api.origin() + " answers " + status
                        + " (asked 3 times)");
        assertThat(fetched.runs().missing()).isEqualTo(120);
        assertThat(fetched.why("r119")).isNotEmpty();
        assertThat(api.asked().size()).isLessThanOrEqualTo(3 * 120);
    }

    @Test
    void aServerThatBreaksEveryConnectionIsSoonLeftAlone() {
        String[] ids = ids(50);
        for (String id : ids) {
            api.on("runs/" + id, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        }

        Fetched fetched = new Fetching(api, directory).runs(ids);

        assertThat(fetched.stopped())
                .isEqualTo("8 requests in a row failed, the last one because " + api.origin()
                        + " broke the connection before it had answered to the end (asked 3 times)");
    }

    @Test
    void badRecordsAmongGoodOnesCostNothingElseHoweverManyTheyAre() {
        String[] ids = ids(60);
        api.runs(ids);
        for (int n = 0; n < 60; n += 5) {
            api.on("runs/r" + n, status(500, "{}"));
        }
        api.on("runs/r1", ok("{\"data\": {\"id\": \"r1\", \"status\": \"PASSED\", \"scenario_id\": \"s\"}}"))
                .on("scenarios/s", ok("{\"data\": {\"id\": \"s\", \"name\": \"Refund\"}}"));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.stopped()).isEmpty();
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(48, 0, 0, 0, 12));
        assertThat(fetched.keeps(RecordKind.SCENARIO, "s")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void neverMoreAreAskedAtATimeThanAllowed(int concurrency) {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        String[] ids = ids(24);
        api.runs(ids);
        for (String id : ids) {
            api.live("runs/" + id, request -> {
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
                pause();
                open.decrementAndGet();
                return run(id, "PASSED");
            });
        }

        Fetched fetched = new Fetching(api, directory).concurrency(concurrency).everything();

        assertThat(fetched.runs().fetched()).isEqualTo(24);
        assertThat(most.get()).isEqualTo(concurrency);
    }

    private static void pause() {
        try {
            Thread.sleep(30);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
