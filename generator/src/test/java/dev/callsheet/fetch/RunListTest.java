package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.entry;
import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.page;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists that stand still, of servers that count and page as they like. */
class RunListTest {

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    private Fetched fetch(RunsOfTheApi runs) {
        runs.at(api);
        return new Fetching(api, directory).everything();
    }

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(n -> "r" + n).toArray(String[]::new);
    }

    private static void has(Fetched fetched, int runs) {
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(runs, 0, 0, 0, 0));
        assertThat(fetched.isComplete()).isTrue();
    }

    @Test
    void aListIsReadPageAfterPage() {
        RunsOfTheApi runs = RunsOfTheApi.of(ids(250));

        has(fetch(runs), 250);

        assertThat(api.asked("runs"))
                .extracting(LoggedRequest::getUrl)
                .containsExactly(
                        "/v1/agent-testing/runs?limit=100&offset=0",
                        "/v1/agent-testing/runs?limit=100&offset=99",
                        "/v1/agent-testing/runs?limit=100&offset=198");
    }

    @Test
    void aServerThatGivesFewerThanTheLimitIsAskedFromWhereItStopped() {
        RunsOfTheApi runs = RunsOfTheApi.of(ids(70)).onPagesOf(30);

        has(fetch(runs), 70);

        assertThat(api.asked("runs"))
                .extracting(request -> request.queryParameter("offset").firstValue())
                .containsExactly("0", "29", "58");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"70\"", "\"many\"", "-1", "-9223372036854775808", "7e1", "{}", "1e400"})
    void aTotalThatIsNoCountIsNotMissed(String total) {
        RunsOfTheApi runs = RunsOfTheApi.of(ids(70)).onPagesOf(30).counting(right -> total);

        has(fetch(runs), 70);

        assertThat(runs.asked()).as("the last page has nothing new").isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "29", "31", "69"})
    void aTotalThatIsTooSmallHidesNothing(int total) {
        RunsOfTheApi runs = RunsOfTheApi.of(ids(70)).onPagesOf(30).counting(right -> Integer.toString(total));

        has(fetch(runs), 70);
    }

    @ParameterizedTest
    @CsvSource({"71, 1", "500, 430", "9223372036854775807, 9223372036854775737"})
    void aTotalThatIsTooLargeIsBelieved(String total, long never) {
        RunsOfTheApi runs = RunsOfTheApi.of(ids(70)).onPagesOf(30).counting(right -> total);

        Fetched fetched = fetch(runs);

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("runs")).isEqualTo("states " + total + " runs, of which " + never + " never came");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(70, 0, 0, 0, never));
        assertThat(runs.asked()).as("two walks to a page with nothing new").isEqualTo(8);
    }

    @Test
    void aServerThatIgnoresTheOffsetIsNotAskedForEver() {
        RunsOfTheApi runs = RunsOfTheApi.of(ids(30)).ignoringOffset().counting(right -> "5000");

        Fetched fetched = fetch(runs);

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("runs")).isEqualTo("states 5000 runs, of which 4970 never came");
        assertThat(fetched.runs().fetched()).isEqualTo(30);
        assertThat(runs.asked()).isLessThanOrEqualTo(10);
    }

    @Test
    void aServerThatIgnoresTheOffsetAndCountsNothingIsNotAskedForEver() {
        RunsOfTheApi runs = RunsOfTheApi.of(ids(30)).ignoringOffset().counting(right -> "null");

        has(fetch(runs), 30);

        assertThat(runs.asked()).isLessThanOrEqualTo(5);
    }

    @Test
    void aPageThatIsEmptyBeforeTheEndIsNotTheEndTheSecondTime() {
        String full = page(4, entry("a", "PASSED"), entry("b", "PASSED"));
        api.runs("a", "b", "c", "d")
                .on(
                        "runs",
                        ok(full),
                        ok(page(4)),
                        ok(full),
                        ok(page(4, entry("b", "PASSED"), entry("c", "PASSED"), entry("d", "PASSED"))));

        has(new Fetching(api, directory).everything(), 4);

        api.verify(4, "runs");
    }

    @Test
    void aPageThatIsAlwaysEmptyBeforeTheEndIsMissing() {
        String full = page(4, entry("a", "PASSED"), entry("b", "PASSED"));
        api.runs("a", "b").on("runs", ok(full), ok(page(4)), ok(full), ok(page(4)));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("runs")).isEqualTo("states 4 runs, of which 2 never came");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(2, 0, 0, 0, 2));
    }

    @Test
    void aPageThatFailsLeavesWhatCameBeforeAndSaysWhere() {
        api.runs("a", "b")
                .on(
                        "runs",
                        ok(page(4, entry("a", "PASSED"), entry("b", "PASSED"))),
                        status(500, "<html>"),
                        status(500, "<html>"),
                        status(500, "<html>"));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("runs")).isEqualTo("answers 500 (asked 3 times) after 2 of 4 runs");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(2, 0, 0, 0, 2));
    }
}
