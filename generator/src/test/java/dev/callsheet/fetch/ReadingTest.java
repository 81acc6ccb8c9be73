package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.fetch.Reading.Meaning;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\": \"r1\", \"status\": \"PASSED\"}",
                "{\"data\": {\"id\": \"r1\", \"status\": \"PASSED\"}, \"errors\": null}",
                "{\"data\": {\"id\": \"r1\", \"status\": \"PASSED\"}, \"errors\": []}",
                "{\"status\": \"success\", \"data\": {\"id\": \"r1\", \"status\": \"PASSED\"}}",
                "\ufeff{\"id\": \"r1\", \"status\": \"PASSED\"}\n"
            })
    void aDocumentIsTakenOutOfItsEnvelope(String body) {
        assertThat(body(body).error()).isNull();
        assertThat(body(body).document()).isEqualTo(Given.json("{\"id\": \"r1\", \"status\": \"PASSED\"}"));
    }

    @Test
    void aListIsTooAndItsTotalStaysBeside() {
        Reading.Body body = body("{\"data\": [{\"id\": \"r1\"}], \"total_count\": 7}");
        assertThat(body.document()).hasToString("[{\"id\":\"r1\"}]");
        assertThat(Objects.requireNonNull(body.around()).path("total_count").intValue())
                .isEqualTo(7);
    }

    @Test
    void dataOfARecordIsNoEnvelope() {
        assertThat(body("{\"id\": \"s1\", \"data\": {\"id\": \"x\"}}").document())
                .isEqualTo(Given.json("{\"id\": \"s1\", \"data\": {\"id\": \"x\"}}"));
    }

    @Test
    void aRunWithAnErrorMessageIsARun() {
        assertThat(body("{\"id\": \"r1\", \"status\": \"ERROR\", \"error_message\": \"line busy\"}")
                        .error())
                .isNull();
        assertThat(body("{\"data\": {\"id\": \"r1\", \"message\": \"hello\"}, \"errors\": null}")
                        .error())
                .isNull();
    }

    @Test
    void numbersStayAsTheyWereWritten() {
        String numbers = "{\"id\":1,\"a\":0.10,\"b\":12345678901234567890,\"c\":1.7976931348623157}";
        assertThat(body(numbers).document()).hasToString(numbers);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                ''                                        | without any content
                ' \n\t '                                  | without any content
                '<html><body>Bad gateway</body></html>'   | with HTML instead of JSON
                '  <!doctype html>'                       | with HTML instead of JSON
                '{"id": "r1", "stat'                      | with JSON that is cut off or broken
                '{"id": "r1"} {"id": "r2"}'               | with JSON that is cut off or broken
                '{"id": "r1", "id": "r2"}'                | with JSON that is cut off or broken
                '{"id": "r1", "overall_score": NaN}'      | with JSON that is cut off or broken
                'upstream connect error'                  | with JSON that is cut off or broken
                '"r1"'                                    | with JSON that is no object
                '[{"id": "r1"}]'                          | with JSON that is no object
                'null'                                    | with JSON that is no object
                """)
    void whatIsNoDocumentIsWorthAnotherTry(String text, String error) {
        Reading.Body body = body(text.replace("\\n", "\n").replace("\\t", "\t"));
        assertThat(body.error()).isEqualTo(error);
        assertThat(body.document()).isNull();
        assertThat(body.meaning()).isEqualTo(Meaning.PASSING);
    }

    @Test
    void whatABrokenBodySaysIsNotRepeated() {
        assertThat(body("{\"content\": \"call me at 415 555 2671\" oops").error())
                .doesNotContain("415")
                .doesNotContain("oops");
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 100_000})
    void documentsDeeperThanALoaderReadsAreRefused(int depth) {
        String nested = "{\"id\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        assertThat(body(nested).error()).isEqualTo("with JSON that is cut off or broken");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                '{"data": null, "errors": [{"error": "NOT_FOUND", "message": "No such run"}]}' | GONE    | with the error NOT_FOUND: No such run
                '{"error": "Not found", "message": "x"}'                                      | GONE    | with the error Not found: x
                '{"data": null, "errors": [{"error": "UNAUTHORIZED", "message": "No"}]}'      | REFUSED | with the error UNAUTHORIZED: No
                '{"data": null, "errors": [{"code": "forbidden", "message": "No"}]}'          | REFUSED | with the error forbidden: No
                '{"data": null, "errors": [{"error": "INVALID_API_KEY"}]}'                    | REFUSED | with the error INVALID_API_KEY
                '{"data": null, "errors": [{"error": "BAD_REQUEST", "message": "limit"}]}'    | WRONG   | with the error BAD_REQUEST: limit
                '{"data": null, "errors": [{"error": "VALIDATION_ERROR"}]}'                   | WRONG   | with the error VALIDATION_ERROR
                '{"data": null, "errors": [{"error": "INTERNAL_ERROR", "message": "Oops"}]}'  | PASSING | with the error INTERNAL_ERROR: Oops
                '{"data": null, "errors": [{"error": "RATE_LIMIT_EXCEEDED"}]}'                | PASSING | with the error RATE_LIMIT_EXCEEDED
                '{"status": "error", "message": "Something went wrong"}'                      | PASSING | with the error Something went wrong
                '{"data": {"id": "r1"}, "errors": [{"error": "INTERNAL_ERROR"}]}'             | PASSING | with the error INTERNAL_ERROR
                """)
    void anErrorThatCallsItselfASuccessIsOne(String text, Meaning meaning, String error) {
        Reading.Body body = body(text);
        assertThat(body.error()).isEqualTo(error);
        assertThat(body.meaning()).isEqualTo(meaning);
        assertThat(body.document()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                '{"data": null, "errors": [{"error": "BAD_REQUEST", "message": "limit is 1 to 100"}]}' | ': BAD_REQUEST: limit is 1 to 100'
                '<html>'                                                                              | ''
                '[]'                                                                                  | ''
                '{}'                                                                                  | ''
                """)
    void anErrorWithAStatusOfItsOwnMayHaveWords(String text, String words) {
        assertThat(Reading.words(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(words);
    }

    @Test
    void wordsCannotDriveATerminal() {
        assertThat(Reading.words("{\"message\": \"gone\\u001b[31m\\nfishing\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(": gone\\u001B[31m\\u000Afishing");
    }

    @Test
    void longWordsAreCut() {
        assertThat(Reading.words(("{\"message\": \"" + "x".repeat(50_000) + "\"}").getBytes(StandardCharsets.UTF_8)))
                .hasSizeLessThan(300);
    }

    private static Reading.Body body(String text) {
        return Reading.body(text.getBytes(StandardCharsets.UTF_8));
    }
}
