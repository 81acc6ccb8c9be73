package dev.callsheet.fetch;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
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
import org.junit.jupiter.params.provider.EnumSource;

/** Connections that break, or take too long. */
class BrokenConnectionTest {

    private static final int TRIES = 3;

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatBreaksIsAskedForAgain(Fault fault) {
        OneBadRun.isFetched(
                OneBadRun.once(api, new Fetching(api, directory), aResponse().withFault(fault)));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aConnectionThatAlwaysBreaksCostsItsOwnRecordOnly(Fault fault) {
        Fetched fetched =
                OneBadRun.always(api, new Fetching(api, directory), aResponse().withFault(fault));

        OneBadRun.isMissing(fetched, "broke the connection before it had answered to the end (asked 3 times)");
        assertThat(fetched.state().at("/requests/broken").intValue()).isEqualTo(TRIES);
    }

    @Test
    void aBodyShorterThanItsStatedLengthIsAskedForAgain() {
        ResponseDefinitionBuilder cut = ok("{\"data\": {\"id\": \"bad\", ").withHeader("Content-Length", "5000");

        OneBadRun.isFetchedTheSecondTime(OneBadRun.once(api, new Fetching(api, directory), cut));
    }

    @Test
    void aBodyThatIsAlwaysShorterThanItsStatedLengthIsMissing() {
        ResponseDefinitionBuilder cut = ok(run("bad", "PASSED")).withHeader("Content-Length", "5000");

        OneBadRun.isMissing(
                OneBadRun.always(api, new Fetching(api, directory), cut),
                "broke the connection before it had answered to the end (asked 3 times)");
    }

    @Test
    void aBodyThatComesTooSlowlyIsAskedForAgain() {
        Fetching fetching = new Fetching(api, directory).requestWithin(400);

        OneBadRun.isFetched(
                OneBadRun.once(api, fetching, ok(run("bad", "PASSED")).withChunkedDribbleDelay(10, 4_000)));
    }

    @Test
    void headersThatComeTooSlowlyAreAskedForAgain() {
        Fetching fetching = new Fetching(api, directory).requestWithin(400);

        OneBadRun.isFetched(
                OneBadRun.once(api, fetching, ok(run("bad", "PASSED")).withFixedDelay(4_000)));
    }

    @Test
    void anAnswerThatIsAlwaysTooSlowIsMissing() {
        Fetching fetching = new Fetching(api, directory).requestWithin(400);

        OneBadRun.isMissing(
                OneBadRun.always(api, fetching, ok(run("bad", "PASSED")).withChunkedDribbleDelay(10, 4_000)),
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
