package dev.callsheet.history.find;

import static dev.callsheet.history.find.SourceTrial.SMALL;
import static dev.callsheet.history.find.SourceTrial.bytes;
import static dev.callsheet.history.find.SourceTrial.night;
import static dev.callsheet.history.find.SourceTrial.places;
import static dev.callsheet.history.find.SourceTrial.told;
import static dev.callsheet.testing.WebSite.FOLDER;
import static dev.callsheet.testing.WebSite.INDEX;
import static dev.callsheet.testing.WebSite.answering;
import static dev.callsheet.testing.WebSite.endless;
import static dev.callsheet.testing.WebSite.html;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.callsheet.testing.WebSite;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a site may do instead of answering well. */
class SiteTroublesTest {

    private static final byte[] ONE_NIGHT = bytes("""
            {"schema": "callsheet.history-index/1", "files": [{"name": "%s"}]}""".formatted(night(1)));

    /** Says more than it sends. */
    private static final HttpHandler CUT_SHORT = exchange -> {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write(bytes("half"));
        exchange.getResponseBody().flush();
    };

    private final WebSite site = new WebSite().on(INDEX, 200, ONE_NIGHT).on(FOLDER + night(1), 200, bytes("one"));

    @AfterEach
    void close() {
        site.close();
    }

    private FoundHistory read() {
        return SourceTrial.read(Path.of(""), site.address());
    }

    private static HistoryLimits patient(int requestMillis, int siteMillis) {
        return new HistoryLimits(
                SMALL.maxBytes(),
                SMALL.fileBytes(),
                SMALL.indexBytes(),
                SMALL.connect(),
                Duration.ofMillis(requestMillis),
                Duration.ofMillis(siteMillis),
                SMALL.waits());
    }

    @Test
    void withoutAnIndexItMayBeTheFirstNight() {
        site.on(INDEX, html(404, "<h1>My own page for what is missing</h1>"));

        assertThat(read().failure())
                .isEqualTo("answers 404: no history there yet? (first night, or data/history is not published)");
        assertThat(site.asked(INDEX)).isEqualTo(1);
    }

    @Test
    void aLoginPageIsNoIndex() {
        site.on(INDEX, html(200, "<form>Who are you?</form>"));

        assertThat(read().failure())
                .isEqualTo(
                        "answers 200 with what is no history index: text/html (a page to sign in, or of another site?)");
    }

    @Test
    void aContentTypeIsRepeatedOnlyWhenItIsOne() {
        site.on(INDEX, exchange -> WebSite.send(exchange, 200, "<script>", bytes("x")));

        assertThat(read().failure())
                .isEqualTo(
                        "answers 200 with what is no history index: of no known type (a page to sign in, or of another site?)");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aSiteBehindALoginSaysWhatToDoInstead(int status) {
        site.on(INDEX, status, bytes("no"));

        assertThat(read().failure())
                .isEqualTo("answers " + status + ": it asks who you are, which is never said;"
                        + " download the site and give its directory");
        assertThat(site.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 429})
    void aSiteThatIsUnwellForAMomentIsAskedAgain(int status) {
        site.onEach(INDEX, answering(status, bytes("")), answering(200, ONE_NIGHT))
                .onEach(FOLDER + night(1), answering(status, bytes("")), answering(200, bytes("one")));

        FoundHistory found = read();

        assertThat(found.failure()).isNull();
        assertThat(found.problems()).isEmpty();
        assertThat(site.asked()).hasSize(4);
    }

    @Test
    void aSiteThatStaysUnwellIsAskedThreeTimes() {
        site.on(INDEX, 502, bytes("<h1>Bad gateway</h1>"));

        assertThat(read().failure()).isEqualTo("answers 502 (asked 3 times)");
        assertThat(site.asked()).hasSize(3);
    }

    @Test
    void aFileThatCannotBeHadIsNamedWithTheStatus() {
        site.on(
                        INDEX,
                        200,
                        bytes(new String(ONE_NIGHT, StandardCharsets.UTF_8)
                                .replace("]", ", {\"name\": \"" + night(2) + "\"}]")))
                .on(FOLDER + night(2), 400, bytes("no"));

        FoundHistory found = read();

        assertThat(places(found)).containsExactly(site.address() + "data/history/" + night(1));
        assertThat(told(found))
                .containsExactly("ERROR " + site.address() + "data/history/" + night(2)
                        + ": expected a history file, found a site that answers 400");
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgain() {
        site.onEach(FOLDER + night(1), CUT_SHORT, answering(200, bytes("one")));

        FoundHistory found = read();

        assertThat(found.problems()).isEmpty();
        assertThat(found.files().get(0).content()).isEqualTo(bytes("one"));
    }

    @Test
    void aConnectionThatAlwaysBreaksIsSaidToBreak() {
        site.on(INDEX, CUT_SHORT);

        assertThat(read().failure())
                .isEqualTo("broke the connection before it had answered to the end (asked 3 times)");
    }

    @Test
    void anotherHostIsNamedAndNotAsked() {
        try (WebSite other = new WebSite().on(INDEX, 200, ONE_NIGHT)) {
            site.redirect(INDEX, 301, other.origin().replace("http://", "http://user:secret@") + INDEX + "?secret");

            assertThat(read().failure())
                    .isEqualTo("answers 301 and redirects to " + other.origin()
                            + ": give the address that it leads to, or a copy of the site where one must sign in");
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void aFileOnAnotherHostIsNotFetched() {
        try (WebSite other = new WebSite().on("/x", 200, bytes("one"))) {
            site.redirect(FOLDER + night(1), 302, other.origin() + "/x");

            FoundHistory found = read();

            assertThat(found.files()).isEmpty();
            assertThat(told(found))
                    .singleElement()
                    .asString()
                    .endsWith("answers 302 and redirects to " + other.origin()
                            + ": give the address that it leads to, or a copy of the site where one must sign in");
            assertThat(other.asked()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectWithinTheSiteIsFollowed(int status) {
        site.redirect(INDEX, status, "/moved/index.json").on("/moved/index.json", 200, ONE_NIGHT);

        assertThat(read().files()).hasSize(1);
    }

    @Test
    void redirectsHaveAnEnd() {
        site.redirect(INDEX, 302, INDEX);

        assertThat(read().failure()).isEqualTo("answers 302 and redirects more than 3 times");
        assertThat(site.asked()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mailto:a@b.example", "file:///etc/passwd", "http://", "http://[", "ftp://a.example/"})
    void aRedirectToNoAddressOfTheWebIsNotRepeated(String target) {
        site.redirect(INDEX, 302, target);

        assertThat(read().failure()).isEqualTo("answers 302 and redirects to nothing that could be asked");
    }

    @ParameterizedTest
    @CsvSource({
        "http://a.example/x, http://A.example:80/y, true",
        "http://a.example/x, https://a.example/x, true",
        "http://a.example/x, https://a.example:443/x, true",
        "https://a.example/x, https://a.example/x/, true",
        "https://a.example/x, http://a.example/x, false",
        "http://a.example:8080/x, https://a.example/x, false",
        "http://a.example/x, http://a.example:8080/x, false",
        "http://a.example/x, http://b.example/x, false",
        "http://a.example/x, http://www.a.example/x, false",
        "http://a.example/x, http://user@a.example/x, false"
    })
    void onlyTheWayToTheSameHostMayBecomeSafer(String from, String to, boolean isFollowed) {
        assertThat(Redirects.isSameSite(URI.create(from), URI.create(to))).isEqualTo(isFollowed);
    }

    @Test
    void aBodyWithoutAnEndIsCutOffAtTheLimit() {
        site.on(INDEX, endless(200, false));

        assertThat(read().failure()).isEqualTo("answers 200 with more than 5000 bytes");
        assertThat(site.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theBodyOfAnErrorIsNotWaitedFor(boolean silent) {
        site.on(INDEX, endless(404, silent));

        assertThat(read().failure()).startsWith("answers 404: no history there yet?");
    }

    @Test
    void aBodyThatNeverEndsIsNotWaitedForLonger() {
        site.on(INDEX, endless(200, true));

        assertThat(SourceTrial.read(Path.of(""), site.address(), patient(200, 5_000))
                        .failure())
                .isEqualTo("did not answer to the end within 200 ms");
    }

    @Test
    void aWholeSiteHasItsTimeToo() {
        read(); // so that the time below is not spent on loading classes
        site.on(FOLDER + night(1), endless(200, true));

        FoundHistory found = SourceTrial.read(Path.of(""), site.address(), patient(5_000, 900));

        assertThat(found.failure()).isEqualTo("holds 1 file of history, none of which could be read");
        assertThat(told(found)).singleElement().asString().endsWith("found a site that took longer than 900 ms in all");
    }

    @Test
    void whenTheTimeIsUpNothingIsAskedAnyMore() {
        assertThat(SourceTrial.read(Path.of(""), site.address(), patient(5_000, 0))
                        .failure())
                .isEqualTo("took longer than 0 s in all");
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void nobodyAtThePortIsSaid() {
        String address = site.address();
        site.close();

        assertThat(SourceTrial.read(Path.of(""), address).failure())
                .isEqualTo("cannot be reached: the connection was refused (asked 3 times)");
    }

    @Test
    void aSiteThatSpeaksNoTlsIsSaid() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread server = new Thread(() -> answerInTheClear(socket));
            server.start();

            assertThat(SourceTrial.read(Path.of(""), "https://127.0.0.1:" + socket.getLocalPort())
                            .failure())
                    .isEqualTo(
                            "cannot be reached: TLS failed, the connection broke or it speaks no TLS (asked 3 times)");
        }
    }

    /** Until the socket is closed; a client may ask again. */
    private static void answerInTheClear(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                connection.getOutputStream().write(bytes("HTTP/1.1 400 Bad Request\r\n\r\n"));
                connection.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException closed) {
                // by either side, which is how each connection ends
            }
        }
    }

    @Test
    void aUserNameInTheAddressIsNotSent() {
        FoundHistory found =
                SourceTrial.read(Path.of(""), site.address().replace("http://", "http://user:secret@") + "?secret");

        assertThat(found.name()).isEqualTo(site.address());
        assertThat(found.failure())
                .startsWith("holds a user name or a password")
                .doesNotContain("secret");
        assertThat(site.asked()).isEmpty();
    }

    @Test
    void otherSourcesAreReadAllTheSame() {
        List<FoundHistory> found =
                HistorySources.read(List.of("http://", site.address()), Path.of(""), SMALL, SourceTrial.nonces());

        assertThat(found.get(0).failure()).isEqualTo("is no well-formed address");
        assertThat(found.get(1).files()).hasSize(1);
    }

    @Test
    void aThreadThatIsToldToStopStops() {
        Thread.currentThread().interrupt();

        FoundHistory found = read();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(found.failure()).isEqualTo("was not read to the end: the program was told to stop");
    }
}
