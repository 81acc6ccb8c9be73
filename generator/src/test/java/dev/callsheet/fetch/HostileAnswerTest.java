package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.page;
import static dev.callsheet.testing.FaultyApi.run;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.FaultyApi;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that mean harm, or look as if they did. */
class HostileAnswerTest {

    private static final String ESCAPES = "\\u001b[31mred\\u001b]0;title\\u0007 \\r\\nforged: line\\u0000\\u202e";

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {200, 400})
    void controlCharactersInTheWordsOfAnErrorAreSpelledOut(int status) {
        api.on(
                "runs/r",
                status(status, "{\"errors\": [{\"error\": \"BAD_REQUEST\", \"message\": \"" + ESCAPES + "\"}]}"));

        String why = new Fetching(api, directory).runs("r").why("r");

        assertThat(why.chars()).noneMatch(Character::isISOControl).noneMatch(c -> c == 0x202E);
        assertThat(why).contains("BAD_REQUEST: \\u001B[31mred\\u001B]0;title");
    }

    @Test
    void theWordsOfAnErrorAreShortened() {
        api.on("runs/r", status(400, "{\"message\": \"" + "ha ".repeat(5_000) + "\"}"));

        assertThat(new Fetching(api, directory).runs("r").why("r")).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 401, 404, 500})
    void aKeyThatComesBackIsMaskedInEveryMessageAndFile(int status) {
        api.on(
                "runs/r",
                status(
                        status,
                        "{\"errors\": [{\"error\": \"FORBIDDEN\", \"message\": \"no " + Fetching.KEY + " here\"}]}"));

        Fetched fetched = new Fetching(api, directory).runs("r");

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.result().toString()).doesNotContain(Fetching.KEY);
        assertThat(fetched.kept()).doesNotContain(Fetching.KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {45, 50, 55})
    void ofAKeyWithinWhichAMessageIsCutNothingIsLeft(int before) {
        api.on("runs/r", status(400, "{\"message\": \"" + "y".repeat(before) + Fetching.KEY + "\"}"));

        Fetched fetched = new Fetching(api, directory).runs("r");

        assertThat(fetched.why("r")).endsWith("y[key]…");
        assertThat(fetched.kept()).doesNotContain(Fetching.KEY.substring(0, 5));
    }

    @Test
    void aKeyThatWasSaidInACallIsMaskedInWhatIsKept() {
        api.runs("r")
                .on(
                        "runs/r",
                        ok("{\"id\": \"r\", \"status\": \"PASSED\", \"error_message\": \"auth " + Fetching.KEY
                                + "\", \"variables_extracted\": {\"" + Fetching.KEY + "\": \"" + Fetching.KEY
                                + "\"}}"));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.kept()).contains("[key]").doesNotContain(Fetching.KEY);
    }

    @Test
    void aBodyThatIsTooLongIsRefusedOnceAndCostsItsOwnRecordOnly() {
        byte[] blanks = new byte[70 << 20];
        Arrays.fill(blanks, (byte) ' ');
        api.runs("bad", "good").on("runs/bad", status(200, "").withBody(blanks));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.why("bad")).isEqualTo("answers 200 with more than 64 MB");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 1));
        api.verify(1, "runs/bad");
    }

    @Test
    void aLongPageOfAnErrorIsJudgedByItsStatus() {
        String page = "<html>" + "x".repeat(200_000);
        api.runs("gone", "back", "bad")
                .on("runs/gone", status(404, page))
                .on("runs/back", status(503, page), ok(run("back", "PASSED")))
                .on("runs/bad", status(400, page));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 1, 1));
        assertThat(fetched.why("bad")).isEqualTo("answers 400");
        assertThat(fetched.run("back").path("status").stringValue()).isEqualTo("PASSED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void deepNestingIsRefused(String open) {
        api.runs("bad", "good").on("runs/bad", ok(open.repeat(100_000)));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.why("bad")).isEqualTo("answers 200 with JSON that is cut off or broken (asked 3 times)");
        assertThat(fetched.runs().fetched()).isEqualTo(1);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] bytes = run("bad", "PASSED").replace("PASSED", "P\u00e4SSED").getBytes(StandardCharsets.ISO_8859_1);
        api.runs("bad", "good").on("runs/bad", status(200, "").withBody(bytes));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.why("bad")).startsWith("answers 200 with JSON that is cut off or broken");
        assertThat(fetched.runs().fetched()).isEqualTo(1);
    }
}
