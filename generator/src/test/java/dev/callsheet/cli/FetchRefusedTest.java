package dev.callsheet.cli;

import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.Program.Outcome;
import dev.callsheet.testing.FaultyApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees of a fetch that an API refuses. */
class FetchRefusedTest {

    private static final String KEY = "sk-a1b2c3d4e5f6a7b8";

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    private Outcome fetch(String... more) {
        String[] args = new String[more.length + 1];
        args[0] = "fetch";
        System.arraycopy(more, 0, args, 1, more.length);
        Outcome outcome =
                Program.run(new byte[0], Map.of("BLAND_API_KEY", KEY, "BLAND_BASE_URL", api.origin()), directory, args);
        assertThat(outcome.out() + outcome.err()).doesNotContain(KEY);
        return outcome;
    }

    private String state() throws IOException {
        return Files.readString(directory.resolve("data/fetch.json"));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void aKeyThatIsNotAcceptedIsSaidInOneSentence(int status) throws IOException {
        api.on("scenarios", status(status, "{\"error\": \"bad key " + KEY + "\"}"));

        Outcome outcome = fetch();

        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err().lines())
                .filteredOn(line -> line.contains("BLAND_API_KEY"))
                .containsExactly("callsheet: " + api.origin()
                        + " does not accept the key in BLAND_API_KEY: it answers " + status
                        + "; nothing more was asked");
        assertThat(state()).contains("\"complete\": false").doesNotContain(KEY);
    }

    @Test
    void aRedirectIsSaidWithTheHostThatItPointsTo() throws IOException {
        api.on("scenarios", status(308, "").withHeader("Location", "https://elsewhere.example/v1/"));

        Outcome outcome = fetch();

        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err()).contains("redirects to elsewhere.example; redirects are not followed");
        assertThat(state()).contains("elsewhere.example");
    }

    @Test
    void aRunThatIsGoneIsNoFailureUnlessTheUserNamedIt() throws IOException {
        api.runs("good", "odd").on("runs/odd", status(404, "{}"));

        Outcome discovered = fetch();
        Outcome named = fetch("--run", "odd");

        assertThat(discovered.code()).isZero();
        assertThat(discovered.err()).contains("fetched 1 run (1 gone)");
        assertThat(named.code()).isEqualTo(6);
        assertThat(named.err()).contains("missing: run odd: answers 404, there is no such run");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redacted", "none", "full"})
    void whatAnApiSaysOfAnErrorIsRedacted(String transcripts) throws IOException {
        api.runs("r").on("runs/r", status(422, "{\"message\": \"ann@example.com is too long\"}"));

        Outcome outcome = fetch("--transcripts", transcripts);

        assertThat(outcome.err())
                .contains("missing: run r: answers 422: [email 1] is too long\n")
                .doesNotContain("ann@");
        assertThat(state()).contains("answers 422: [email 1] is too long").doesNotContain("ann@");
    }

    @Test
    void nothingIsSaidToBeFoundWhereListsCannotBeRead() {
        api.on("scenarios", status(400, "{}")).on("runs", status(400, "{}"));

        assertThat(fetch().err())
                .startsWith(
                        "missing: list of scenarios: the API answers 400\nmissing: list of runs: the API answers 400\n");
    }

    @Test
    void oneRunIsCalledOne() {
        api.runs("r");
        assertThat(fetch().err()).startsWith("found 1 run and 0 scenarios\n");
    }

    @Test
    void whatAnApiSaysOfAnErrorDrivesNoTerminal() {
        api.runs("r").on("runs/r", status(422, "{\"message\": \"\\u001b[2J<b>gone</b>\\nmissing: nothing\"}"));

        Outcome outcome = fetch();

        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err())
                .contains("missing: run r: answers 422: \\u001B[2J<b>gone</b>\\u000Amissing: nothing\n")
                .doesNotContain("\u001b");
    }
}
