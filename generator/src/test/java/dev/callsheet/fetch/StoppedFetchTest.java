package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The key is not accepted, or the API is somewhere else: nothing more is asked. */
class StoppedFetchTest {

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @AutoClose
    private final FaultyApi elsewhere = new FaultyApi();

    @TempDir
    Path directory;

    private static String[] ids(int count) {
        return IntStream.range(0, count).mapToObj(n -> "r" + n).toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aKeyThatIsNotAcceptedStopsTheFetchAtOnce(int status) {
        api.on("scenarios", status(status, "{\"error\": \"no\"}"));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.stopped())
                .isEqualTo(api.origin() + " does not accept the key in BLAND_API_KEY: it answers " + status);
        assertThat(fetched.why("scenarios")).isEqualTo("was not asked for: " + fetched.stopped());
        assertThat(fetched.why("runs")).isEqualTo("was not asked for: " + fetched.stopped());
        assertThat(api.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aKeyThatIsWithdrawnMeanwhileCostsWhatIsNotThereYet(int status) {
        String[] ids = ids(90);
        api.runs(ids);
        api.on("runs/r20", status(status, "<h1>Forbidden</h1>"));

        Fetched fetched = new Fetching(api, directory).concurrency(3).everything();

        assertThat(fetched.stopped()).endsWith(" does not accept the key in BLAND_API_KEY: it answers " + status);
        assertThat(fetched.runs().asked()).isEqualTo(90);
        assertThat(fetched.runs().fetched()).isBetween(18L, 60L);
        assertThat(fetched.why("r89")).isEqualTo("was not asked for: " + fetched.stopped());
        assertThat(api.asked("runs/r89")).isEmpty();
        api.verify(1, "runs/r20");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": null, \"errors\": [{\"error\": \"UNAUTHORIZED\", \"message\": \"Bad key\"}]}",
                "{\"errors\": [{\"code\": \"FORBIDDEN\", \"message\": \"Not yours\"}]}",
                "{\"status\": \"error\", \"message\": \"Unauthorized\"}",
                "{\"error\": \"Invalid API key\", \"message\": \"Invalid API key\"}",
            })
    void anErrorThatSaysSoUnderAStatusOfSuccessStopsTheFetchToo(String body) {
        api.on("runs/r0", ok(body));

        Fetched fetched = new Fetching(api, directory).concurrency(1).runs(ids(30));

        assertThat(fetched.stopped())
                .startsWith(api.origin() + " does not accept the key in BLAND_API_KEY: it answers 200 with the error ");
        assertThat(api.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void nobodyGoesWhereARedirectPoints(int status) {
        api.on(
                "runs",
                status(status, "{}").withHeader("Location", elsewhere.origin() + "/v1/agent-testing/runs?stolen=1"));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(elsewhere.asked()).isEmpty();
        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.stopped())
                .isEqualTo(api.origin() + " answers " + status + " and redirects to 127.0.0.1;"
                        + " redirects are not followed, set BLAND_BASE_URL to the right address");
        assertThat(api.asked()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "https://api.example.org/v1/agent-testing/runs, api.example.org",
        "//other.example/login, other.example",
        "/login, 127.0.0.1",
        "'', nowhere",
        "mailto:someone@example.org, nowhere",
        "http://[, something that is no address",
        "https://user:pass@host.example:8443/a?b#c, host.example",
    })
    void theErrorNamesTheHostOfTheTargetAndNoMore(String location, String named) {
        api.on("runs/r", status(302, "").withHeader("Location", location));

        Fetched fetched = new Fetching(api, directory).runs("r");

        assertThat(fetched.stopped()).contains(" answers 302 and redirects to " + named + ";");
        assertThat(fetched.stopped()).doesNotContain("user", "pass");
    }

    @Test
    void anAnswerThatNothingHasChangedIsNoAnswer() {
        api.on("runs/r", status(304, ""));

        Fetched fetched = new Fetching(api, directory).runs("r");

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.stopped()).startsWith(api.origin() + " answers 304 and redirects to nowhere;");
    }

    @Test
    void aKeyInTheTargetOfARedirectIsNotRepeated() {
        api.on("runs/r", status(302, "").withHeader("Location", "https://" + Fetching.KEY + ".example/"));

        Fetched fetched = new Fetching(api, directory).runs("r");

        assertThat(fetched.stopped()).contains("[key].example").doesNotContain(Fetching.KEY);
        assertThat(fetched.state().toString()).doesNotContain(Fetching.KEY);
    }

    @Test
    void theBodyOfARedirectIsNotReadHoweverLongItIs() {
        api.on("runs/r", status(302, "x".repeat(5_000_000)).withHeader("Location", "/x"));

        Fetched fetched = new Fetching(api, directory).runs("r");

        assertThat(fetched.stopped()).contains(" answers 302 and redirects to 127.0.0.1;");
    }
}
