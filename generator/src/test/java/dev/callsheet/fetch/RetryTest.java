package dev.callsheet.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.run;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.callsheet.fetch.Fetching.Fetched;
import dev.callsheet.testing.FaultyApi;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final int TRIES = 3;

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    /** The runs "good" and "bad", the first try of which, or all, end so. */
    private Fetched withOneBad(boolean everyTime, ResponseDefinitionBuilder bad) {
        api.runs("bad", "good");
        if (everyTime) {
            api.on("runs/bad", bad);
        } else {
            api.on("runs/bad", bad, ok(run("bad", "PASSED")));
        }
        return new Fetching(api, directory).requestWithin(400).everything();
    }

    private static void isWhole(Fetched fetched) {
        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.state().path("missing")).isEmpty();
        assertThat(fetched.run("bad").path("status").stringValue()).isEqualTo("PASSED");
        assertThat(fetched.runs().fetched()).isEqualTo(2);
        assertThat(fetched.state().at("/requests/retried").intValue()).isEqualTo(1);
    }

    private static void lacksTheBadOne(Fetched fetched, String why) {
        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("bad")).isEqualTo(why);
        assertThat(fetched.state().path("missing")).hasSize(1);
        assertThat(fetched.keeps(RecordKind.RUN, "bad")).isFalse();
        assertThat(fetched.run("good").path("status").stringValue()).isEqualTo("PASSED");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 1));
        assertThat(fetched.result().stopped()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 529, 599})
    void anAnswerThatPassesIsAskedForAgain(int status) {
        isWhole(withOneBad(false, status(status, "{\"error\": \"later\"}")));

        api.verify(2, "runs/bad");
        api.verify(1, "runs/good");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 529, 599})
    void anAnswerThatDoesNotPassCostsItsOwnRecordOnly(int status) {
        lacksTheBadOne(
                withOneBad(true, status(status, "<html><h1>Bad Gateway</h1></html>")),
                "answers " + status + " (asked 3 times)");

        api.verify(TRIES, "runs/bad");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatBreaksIsAskedForAgain(Fault fault) {
        Fetched fetched = withOneBad(false, aResponse().withFault(fault));

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.run("bad").path("status").stringValue()).isEqualTo("PASSED");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatAlwaysBreaksCostsItsOwnRecordOnly(Fault fault) {
        Fetched fetched = withOneBad(true, aResponse().withFault(fault));

        lacksTheBadOne(fetched, "broke the connection before it had answered to the end (asked 3 times)");
        assertThat(fetched.state().at("/requests/broken").intValue()).isEqualTo(TRIES);
    }

    @Test
    void aBodyShorterThanItsStatedLengthIsAskedForAgain() {
        ResponseDefinitionBuilder cut = ok("{\"data\": {\"id\": \"bad\", ").withHeader("Content-Length", "5000");

        isWhole(withOneBad(false, cut));
    }

    @Test
    void aBodyThatIsAlwaysShorterThanItsStatedLengthIsMissing() {
        ResponseDefinitionBuilder cut = ok(run("bad", "PASSED")).withHeader("Content-Length", "5000");

        lacksTheBadOne(withOneBad(true, cut), "broke the connection before it had answered to the end (asked 3 times)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": {\"id\": \"bad\", \"stat | with JSON that is cut off or broken",
                "{\"data\": {\"id\": \"bad\"}} x | with JSON that is cut off or broken",
                "{\"id\": \"bad\", \"id\": \"bad\"} | with JSON that is cut off or broken",
                "<!DOCTYPE html><p>Sign in | with HTML instead of JSON",
                "[{\"id\": \"bad\"}] | with JSON that is no object",
                "'' | without any content",
            })
    void aBodyThatIsNoDocumentIsAskedForAgainThenMissing(String body, String why) {
        lacksTheBadOne(withOneBad(true, ok(body)), "answers 200 " + why + " (asked 3 times)");

        api.verify(TRIES, "runs/bad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": {\"id\": \"bad\", \"stat", "<html>", ""})
    void aBodyThatIsWholeTheSecondTimeIsKept(String body) {
        isWhole(withOneBad(false, ok(body)));
    }

    @Test
    void aBodyThatComesTooSlowlyIsAskedForAgain() {
        isWhole(withOneBad(false, ok(run("bad", "PASSED")).withChunkedDribbleDelay(10, 4_000)));
    }

    @Test
    void headersThatComeTooSlowlyAreAskedForAgain() {
        isWhole(withOneBad(false, ok(run("bad", "PASSED")).withFixedDelay(4_000)));
    }

    @Test
    void anAnswerThatIsAlwaysTooSlowIsMissing() {
        lacksTheBadOne(
                withOneBad(true, ok(run("bad", "PASSED")).withChunkedDribbleDelay(10, 4_000)),
                "did not answer to the end within 400 ms (asked 3 times)");
    }

    @Test
    void aServerThatIsNotThereIsMissingWithItsReason() {
        String origin = api.origin();
        api.close();

        Fetched fetched = new Fetching(origin, directory).runs("r");

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("r")).isEqualTo("cannot be reached: the connection was refused (asked 3 times)");
        assertThat(fetched.state().at("/requests/broken").intValue()).isEqualTo(TRIES);
    }

    @Test
    void aServerThatTakesNoConnectionIsMissingWithItsReason() throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, here)) {
            // Nobody takes these, so the queue is full and the next connection has to wait.
            waiting.add(new Socket(here, deaf.getLocalPort()));
            waiting.add(new Socket(here, deaf.getLocalPort()));

            Fetched fetched = new Fetching("http://127.0.0.1:" + deaf.getLocalPort(), directory)
                    .connectWithin(100)
                    .runs("r");

            assertThat(fetched.why("r")).isEqualTo("cannot be reached: no connection within 100 ms (asked 3 times)");
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }
}
