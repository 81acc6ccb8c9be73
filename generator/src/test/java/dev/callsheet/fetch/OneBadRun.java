package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.run;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.callsheet.testing.FaultyApi;

/** A list of two runs, "bad" and "good", of which the first is answered badly. */
final class OneBadRun {

    private OneBadRun() {}

    /** Fetches both when the first answer for the bad one is this, and the second as it should be. */
    static Fetched once(FaultyApi api, Fetching fetching, ResponseDefinitionBuilder bad) {
        api.runs("bad", "good").on("runs/bad", bad, ok(run("bad", "PASSED")));
        return fetching.everything();
    }

    /** Fetches both when every answer for the bad one is this. */
    static Fetched always(FaultyApi api, Fetching fetching, ResponseDefinitionBuilder bad) {
        api.runs("bad", "good").on("runs/bad", bad);
        return fetching.everything();
    }

    static void isFetched(Fetched fetched) {
        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.state().path("missing")).isEmpty();
        assertThat(fetched.run("bad").path("status").stringValue()).isEqualTo("PASSED");
        assertThat(fetched.runs().fetched()).isEqualTo(2);
    }

    static void isFetchedTheSecondTime(Fetched fetched) {
        isFetched(fetched);
        assertThat(fetched.state().at("/requests/retried").intValue()).isEqualTo(1);
    }

    static void isMissing(Fetched fetched, String why) {
        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.why("bad")).isEqualTo(why);
        assertThat(fetched.state().path("missing")).hasSize(1);
        assertThat(fetched.keeps(RecordKind.RUN, "bad")).isFalse();
        assertThat(fetched.run("good").path("status").stringValue()).isEqualTo("PASSED");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 1));
        assertThat(fetched.result().stopped()).isNull();
    }
}
