package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.entry;
import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.page;
import static dev.callsheet.testing.FaultyApi.run;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that come, go and finish while they are listed and fetched. */
class DriftTest {

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    private Fetched fetch(RunsOfTheApi runs) {
        runs.at(api);
        return new Fetching(api, directory).everything();
    }

    @Test
    void aRunThatComesInFrontBetweenTwoPagesIsFetchedAndSoAreAllOthers() {
        RunsOfTheApi runs = RunsOfTheApi.of("e", "d", "c", "b", "a").onPagesOf(2);
        api.on("runs/f", ok(run("f", "PASSED")));
        runs.before(2, () -> runs.add(0, "f"));

        Fetched fetched = fetch(runs);

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.runs().fetched()).isEqualTo(6);
        assertThat(fetched.run("f").path("id").stringValue()).isEqualTo("f");
        api.verify(1, "runs/d");
    }

    @Test
    void aRunThatGoesBetweenTwoPagesLeavesNoGap() {
        RunsOfTheApi runs = RunsOfTheApi.of("f", "e", "d", "c", "b", "a").onPagesOf(2);
        runs.before(2, () -> {
            runs.remove("f");
            api.on("runs/f", status(404, "{}"));
        });

        Fetched fetched = fetch(runs);

        assertThat(fetched.run("d").path("id").stringValue())
                .as("it moved to the page that was read already")
                .isEqualTo("d");
        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(5, 0, 0, 1, 0));
    }

    @Test
    void aRunThatGoesWhileAnotherComesBehindItLeavesNoGapThoughTheirNumberStays() {
        RunsOfTheApi runs = RunsOfTheApi.of("a", "b", "c", "d", "e", "f").onPagesOf(2);
        api.on("runs/g", ok(run("g", "PASSED")));
        runs.before(2, () -> {
            runs.remove("a");
            runs.add(5, "g");
        });

        Fetched fetched = fetch(runs);

        assertThat(fetched.run("c").path("id").stringValue())
                .as("it moved to the page that was read already")
                .isEqualTo("c");
        assertThat(fetched.runs().fetched()).isEqualTo(7);
        assertThat(fetched.isComplete()).isTrue();
    }

    @Test
    void aRunThatGoesWhileAnotherComesInFrontOfItMovesNothing() {
        RunsOfTheApi runs = RunsOfTheApi.of("f", "e", "d", "c", "b", "a").onPagesOf(3);
        runs.before(2, () -> {
            runs.remove("f");
            runs.add(0, "g");
        });

        Fetched fetched = fetch(runs);

        assertThat(fetched.runs().fetched()).isEqualTo(6);
        assertThat(runs.asked()).as("one walk").isEqualTo(3);
    }

    @Test
    void aListThatGrowsWithEveryPageIsWalkedTwice() {
        RunsOfTheApi runs = RunsOfTheApi.of("d", "c", "b", "a").onPagesOf(3);
        for (int n = 1; n < 40; n++) {
            String id = "new" + n;
            api.on("runs/" + id, ok(run(id, "PASSED")));
            runs.before(n, () -> runs.add(0, id));
        }

        Fetched fetched = fetch(runs);

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.run("a").path("id").stringValue()).isEqualTo("a");
        assertThat(runs.asked()).isLessThan(40);
    }

    @Test
    void aListThatShrinksWithEveryPageIsNotWalkedForEver() {
        String[] ids = new String[60];
        for (int n = 0; n < ids.length; n++) {
            ids[n] = "r" + n;
        }
        RunsOfTheApi runs = RunsOfTheApi.of(ids).onPagesOf(5);
        for (int n = 1; n < ids.length; n++) {
            String id = "r" + n;
            runs.before(n, () -> runs.remove(id));
        }

        Fetched fetched = fetch(runs);

        assertThat(runs.asked()).isLessThanOrEqualTo(5 * 16);
        assertThat(fetched.run("r59").path("id").stringValue()).isEqualTo("r59");
    }

    @Test
    void aRunThatIsAtWorkInTheListAndHasPassedInItsDetailHasPassed() {
        api.on("runs", ok(page(1, entry("r", "RUNNING")))).on("runs/r", ok(run("r", "PASSED")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.run("r").path("status").stringValue()).isEqualTo("PASSED");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 0, 0, 0));
        api.verify(1, "runs/r");
    }

    @Test
    void aRunThatFinishesWhileOthersAreFetchedHasPassed() {
        api.runs("a", "r").on("runs/r", ok(run("r", "RUNNING")), ok(run("r", "PASSED")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.run("r").path("status").stringValue()).isEqualTo("PASSED");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(2, 0, 0, 0, 0));
        api.verify(2, "runs/r");
    }

    @Test
    void aRunThatFinishesMeanwhileKeepsTheNameOfItsScenarioFromTheList() {
        api.on(
                        "runs",
                        ok(page(
                                1,
                                "{\"id\": \"r\", \"status\": \"RUNNING\", \"scenario\": {\"id\": \"s\", \"name\":"
                                        + " \"Refund\"}}")))
                .on("runs/r", ok(run("r", "RUNNING")), ok(run("r", "PASSED")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.run("r").path("status").stringValue()).isEqualTo("PASSED");
        assertThat(fetched.run("r").at("/scenario/name").stringValue("")).isEqualTo("Refund");
    }

    @Test
    void aRunThatIsStillAtWorkIsThereAndUnfinished() {
        api.runs("r").on("runs/r", ok(run("r", "RUNNING")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 1, 0, 0));
        assertThat(fetched.run("r").path("status").stringValue()).isEqualTo("RUNNING");
        api.verify(2, "runs/r");
    }

    @Test
    void aBatchThatFinishesWithTheLastOfItsRunsHasPassed() {
        api.on("runs", ok(page(1, "{\"id\": \"r\", \"status\": \"RUNNING\", \"batch_id\": \"b\"}")))
                .on("runs/r", ok(run("r", "RUNNING")), ok(run("r", "PASSED")))
                .on("batches/b", ok(run("b", "RUNNING")), ok(run("b", "PASSED")));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.state().at("/batches/unfinished").intValue()).isZero();
        assertThat(fetched.state().path("unfinished").isEmpty()).isTrue();
        api.verify(2, "batches/b");
    }

    @Test
    void aBatchThatFinishesJustAfterTheWaitIsNotMissing() {
        api.on("batches/b", ok(run("b", "RUNNING")), ok(run("b", "PASSED")));

        Fetched fetched = new Fetching(api, directory).patience(1).batches("b");

        assertThat(fetched.isComplete()).isTrue();
        api.verify(2, "batches/b");
    }

    @Test
    void aBatchThatIsStillAtWorkAfterTheWaitIsMissing() {
        api.on("batches/b", ok(run("b", "RUNNING")));

        Fetched fetched = new Fetching(api, directory).patience(1).batches("b");

        assertThat(fetched.isComplete()).isFalse();
        assertThat(fetched.state().at("/missing/0/why").stringValue())
                .isEqualTo("was still at work after 1ms (RUNNING)");
    }

    @Test
    void aSecondLookThatFailsTakesNothingAway() {
        api.runs("r").on("runs/r", ok(run("r", "RUNNING")), status(400, "{}"));

        Fetched fetched = new Fetching(api, directory).everything();

        assertThat(fetched.run("r").path("status").stringValue()).isEqualTo("RUNNING");
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(1, 0, 1, 0, 0));
        assertThat(fetched.isComplete()).isTrue();
    }
}
