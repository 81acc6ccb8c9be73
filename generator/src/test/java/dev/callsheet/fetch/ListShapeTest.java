package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.entry;
import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.page;
import static dev.callsheet.testing.FaultyApi.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an answer may look like that is asked for as a list. */
class ListShapeTest {

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"runs\": [{\"id\": \"a\"}], \"total_count\": 1}",
                "{\"data\": {\"runs\": [{\"id\": \"a\"}], \"total_count\": 1}, \"errors\": null}",
                "{\"data\": [{\"id\": \"a\"}], \"total_count\": 1}",
                "{\"data\": [{\"id\": \"a\"}], \"errors\": null, \"total_count\": 1}",
                "{\"data\": null, \"runs\": [{\"id\": \"a\"}], \"total_count\": 1}",
                "{\"runs\": [{\"run_id\": \"a\"}], \"total_count\": 1, \"message\": \"ok\"}",
                "{\"runs\": [{\"id\": \"a\"}, {\"id\": \"a\"}], \"total_count\": 1}",
            })
    void aListIsTakenInAnyShape(String body) {
        api.on("runs", ok(body)).on("runs/a", ok(run("a", "PASSED")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"runs\": null}", "{\"runs\": {}}", "{\"data\": {\"scenarios\": []}}", "{\"ok\": true}"})
    void whatIsNoListIsMissing(String body) {
        api.on("runs", ok(body)).on("scenarios", ok(body.replace("scenarios", "runs")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("runs")).isEqualTo("answers with something that is no list of runs");
        assertThat(fetched.why("scenarios")).isEqualTo("answers with something that is no list of scenarios");
    }

    @Test
    void anEntryWithoutAnIdIsCountedAsMissing() {
        api.runs("a").on("runs", ok(page(4, entry("a", "PASSED"), "{}", "null", "\"b\"")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("runs")).isEqualTo("states 4 runs, of which 3 never came");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 3));
    }
}
