package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                {"status": "PASSED"}                                                    | true  | false | PASSED
                {"status": "FAILED"}                                                    | true  | false | FAILED
                {"status": "ERROR"}                                                     | true  | false | ERROR
                {"status": "CANCELLED"}                                                 | true  | false | CANCELLED
                {"status": "PENDING"}                                                   | false | true  | PENDING
                {"status": "RUNNING"}                                                   | false | true  | RUNNING
                {"status": "in_progress"}                                               | false | true  | in_progress
                {"status": "COMPLETED"}                                                 | false | false | COMPLETED
                {"status": "passed"}                                                    | false | false | passed
                {"status": ""}                                                          | false | false | no status
                {"status": 7}                                                           | false | false | no status
                {}                                                                      | false | false | no status
                {"status": "PASSED", "runs": [{"status": "PASSED"}]}                    | true  | false | PASSED
                {"status": "FAILED", "runs": [{"status": "PASSED"}, {"status": "RUNNING"}]} | false | true | FAILED, 1 of 2 runs at work
                {"status": "RUNNING", "runs": [{"status": "PASSED"}]}                   | false | true  | RUNNING
                {"status": "FAILED", "runs": [{"status": "TIMEOUT"}]}                   | false | false | FAILED
                {"status": "FAILED", "runs": "none"}                                    | true  | false | FAILED
                """)
    void onlyAKnownEndIsFinalAndOnlyAKnownBeginningIsAtWork(
            String document, boolean isFinal, boolean isAtWork, String words) {
        assertThat(Status.isFinal(Given.json(document))).isEqualTo(isFinal);
        assertThat(Status.isAtWork(Given.json(document))).isEqualTo(isAtWork);
        assertThat(Status.words(Given.json(document))).isEqualTo(words);
    }
}
