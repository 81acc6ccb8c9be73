package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.run;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors by status, and errors that call themselves successes. */
class ErrorAnswerTest {

    private static final String NOT_FOUND =
            "{\"data\": null, \"errors\":" + " [{\"error\": \"NOT_FOUND\", \"message\": \"Run not found\"}]}";

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    private void isGone(Fetched fetched) {
        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.state().path("gone").toString()).isEqualTo("[{\"kind\":\"run\",\"id\":\"odd\"}]");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 1, 0));
        api.verify(1, "runs/odd");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aRunThatAListNamedAndThatIsNotThereIsGone(int status) {
        api.runs("good", "odd").on("runs/odd", status(status, NOT_FOUND));

        isGone(new Fetching(api, directory).everything());
    }

    @Test
    void aRunThatIsNotFoundUnderAStatusOfSuccessIsGoneToo() {
        api.runs("good", "odd").on("runs/odd", ok(NOT_FOUND));

        isGone(new Fetching(api, directory).everything());
    }

    @Test
    void aRunThatTheUserNamedAndThatIsNotThereIsMissing() {
        api.runs("good", "odd").on("runs/odd", status(404, NOT_FOUND));

        Fetched fetched = new Fetching(api, directory).runs("good", "odd");

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("odd")).isEqualTo("answers 404, there is no such run");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 1));
    }

    @Test
    void aBatchThatTheUserNamedAndThatIsNotThereIsMissing() {
        Fetched fetched = new Fetching(api, directory).batches("b");

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("b")).isEqualTo("answers 404, there is no such batch");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 405, 406, 409, 418, 422, 451})
    void anyOtherErrorIsNotedInTheWordsOfTheApi(int status) {
        api.runs("good", "odd")
                .on(
                        "runs/odd",
                        status(
                                status,
                                "{\"data\": null, \"errors\":"
                                        + " [{\"error\": \"BAD_ID\", \"message\": \"id must be a uuid\"}]}"));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("odd")).isEqualTo("answers " + status + ": BAD_ID: id must be a uuid");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 1));
        api.verify(1, "runs/odd");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\": \"Bad Request\", \"message\": \"no\"} | answers 400: Bad Request: no",
                "{\"message\": \"no\"} | answers 400: no",
                "<h1>Bad Request</h1> | answers 400",
                "[] | answers 400",
                "'' | answers 400",
                "{\"error\": | answers 400",
            })
    void whatAnErrorSaysIsReadInWhateverShape(String body, String why) {
        api.on("runs/odd", status(400, body));

        assertThat(new Fetching(api, directory).runs("odd").why("odd")).isEqualTo(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"data\": null, \"errors\": [{\"error\": \"INTERNAL\", \"message\": \"boom\"}]} | INTERNAL: boom",
                "{\"status\": \"error\", \"message\": \"Rate limit exceeded\"} | Rate limit exceeded",
                "{\"error\": \"Too many requests\"} | Too many requests",
                "{\"errors\": [{\"message\": \"later\"}, {\"message\": \"b\"}]} | later (and 1 more)",
            })
    void anErrorUnderAStatusOfSuccessThatMayPassIsAskedForAgain(String body, String words) {
        api.runs("good", "odd").on("runs/odd", ok(body));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("odd"))
                .startsWith("answers 200 with the error ")
                .contains(words)
                .endsWith(" (asked 3 times)");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 1));
    }

    @Test
    void anErrorUnderAStatusOfSuccessThatPassesIsForgotten() {
        api.on("runs/odd", ok("{\"error\": \"Too many requests\"}"), ok(run("odd", "PASSED")));

        assertThat(new Fetching(api, directory).runs("odd").isComplete()).isTrue();
        api.verify(2, "runs/odd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BAD_REQUEST", "INVALID_ID", "VALIDATION_ERROR"})
    void anErrorUnderAStatusOfSuccessThatWouldComeAgainIsNot(String code) {
        api.runs("good", "odd")
                .on("runs/odd", ok("{\"errors\": [{\"error\": \"" + code + "\", \"message\": \"no\"}]}"));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.why("odd")).isEqualTo("answers 200 with the error " + code + ": no");
        assertThat(fetched.runs().fetched()).isEqualTo(1);
        api.verify(1, "runs/odd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": {\"id\": \"another\", \"status\": \"PASSED\"}}",
                "{\"id\": \"another\", \"status\": \"PASSED\"}",
                "{\"data\": {\"status\": \"PASSED\"}}",
                "{\"data\": []}",
                "{\"data\": [{\"id\": \"odd\"}]}",
                "{\"data\": null, \"errors\": null}",
                "{}",
            })
    void whatIsNotTheRunThatWasAskedForIsNotKept(String body) {
        api.runs("good", "odd").on("runs/odd", ok(body));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("odd")).isEqualTo("answers with something that is not this run");
        assertThat(fetched.keeps(RecordKind.RUN, "odd")).isFalse();
        assertThat(fetched.keeps(RecordKind.RUN, "another")).isFalse();
        assertThat(fetched.runs().fetched()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\": {\"id\": \"r\", \"status\": \"PASSED\"}, \"errors\": null}",
                "{\"data\": {\"id\": \"r\", \"status\": \"PASSED\"}, \"errors\": []}",
                "{\"id\": \"r\", \"status\": \"PASSED\"}",
                "{\"data\": null, \"id\": \"r\", \"status\": \"PASSED\"}",
                "{\"run_id\": \"r\", \"status\": \"PASSED\"}",
                "{\"id\": \"r\", \"status\": \"PASSED\", \"message\": \"done\", \"error\": null}",
            })
    void aRunIsTakenInOrOutOfAnEnvelope(String body) {
        api.on("runs/r", ok(body));

        Fetched fetched = new Fetching(api, directory).runs("r");

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.run("r").path("status").stringValue()).isEqualTo("PASSED");
    }
}
