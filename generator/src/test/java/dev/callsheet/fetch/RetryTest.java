package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.status;

import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static final int TRIES = 3;

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504, 529, 599})
    void anAnswerThatPassesIsAskedForAgain(int status) {
        OneBadRun.isFetchedTheSecondTime(
                OneBadRun.once(api, new Fetching(api, directory), status(status, "{\"error\": \"later\"}")));

        api.verify(2, "runs/bad");
        api.verify(1, "runs/good");
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 502, 503, 504, 529, 599})
    void anAnswerThatDoesNotPassCostsItsOwnRecordOnly(int status) {
        OneBadRun.isMissing(
                OneBadRun.always(
                        api, new Fetching(api, directory), status(status, "<html><h1>Bad Gateway</h1></html>")),
                "answers " + status + " (asked 3 times)");

        api.verify(TRIES, "runs/bad");
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
        OneBadRun.isMissing(
                OneBadRun.always(api, new Fetching(api, directory), ok(body)),
                "answers 200 " + why + " (asked 3 times)");

        api.verify(TRIES, "runs/bad");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\": {\"id\": \"bad\", \"stat", "<html>", ""})
    void aBodyThatIsWholeTheSecondTimeIsKept(String body) {
        OneBadRun.isFetchedTheSecondTime(OneBadRun.once(api, new Fetching(api, directory), ok(body)));
    }
}
