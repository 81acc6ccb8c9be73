package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs since a moment, from lists in any order. */
class SinceTest {

    private static final Instant FIRST = Instant.parse("2026-04-01T00:00:00Z");

    /** An hour apart, so those from 60 on. */
    private static final String SINCE = FIRST.plus(60, ChronoUnit.HOURS).toString();

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    private static List<String> oldestFirst() {
        List<String> ids = new ArrayList<>();
        for (int n = 0; n < 80; n++) {
            ids.add("r" + n);
        }
        return ids;
    }

    private RunsOfTheApi list(List<String> ids) {
        RunsOfTheApi runs = RunsOfTheApi.of(ids.toArray(String[]::new)).onPagesOf(10);
        for (int n = 0; n < 80; n++) {
            runs.created("r" + n, FIRST.plus(n, ChronoUnit.HOURS).toString());
        }
        return runs.at(api);
    }

    private void fetchesTheNewestTwenty() {
        Fetched fetched = new Fetching(api, directory).since(SINCE).everything();

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.runs()).isEqualTo(new FetchResult.Counts(20, 0, 0, 0, 0));
        assertThat(api.asked("runs/r59")).isEmpty();
        api.verify(1, "runs/r60");
        api.verify(1, "runs/r79");
    }

    @Test
    void aListWithTheNewestInFrontIsReadUntilTwoPagesAreTooOld() {
        List<String> newestFirst = oldestFirst();
        Collections.reverse(newestFirst);
        RunsOfTheApi runs = list(newestFirst);

        fetchesTheNewestTwenty();

        assertThat(runs.asked()).as("the third page is newer and older").isEqualTo(5);
    }

    @Test
    void aListWithTheOldestInFrontIsReadToItsEnd() {
        RunsOfTheApi runs = list(oldestFirst());

        fetchesTheNewestTwenty();

        assertThat(runs.asked()).isEqualTo(9);
    }

    @Test
    void aListInNoOrderIsReadToItsEnd() {
        List<String> shuffled = oldestFirst();
        Collections.shuffle(shuffled, new Random(7));
        RunsOfTheApi runs = list(shuffled);

        fetchesTheNewestTwenty();

        assertThat(runs.asked()).isEqualTo(9);
    }

    @Test
    void aNewRunBehindTwoPagesOfOldOnesIsFoundWhenTheListWasNotInOrderBefore() {
        List<String> ids = oldestFirst();
        Collections.reverse(ids);
        Collections.swap(ids, 0, 1);
        Collections.swap(ids, 5, 75);
        list(ids);

        fetchesTheNewestTwenty();
    }

    @Test
    void aRunWhoseAgeIsNotKnownIsFetchedAndEndsNoList() {
        RunsOfTheApi runs = RunsOfTheApi.of("new", "old1", "ageless", "old2", "old3", "old4")
                .onPagesOf(1)
                .created("new", "2026-04-10T00:00:00Z")
                .created("old1", "2026-03-04T00:00:00Z")
                .created("ageless", "the day before")
                .created("old2", "2026-03-03T00:00:00Z")
                .created("old3", "2026-03-02T00:00:00Z")
                .created("old4", "2026-03-01T00:00:00Z")
                .at(api);

        Fetched fetched = new Fetching(api, directory).since(SINCE).everything();

        assertThat(fetched.isComplete()).isTrue();
        assertThat(fetched.runs().fetched()).isEqualTo(2);
        assertThat(fetched.run("ageless").path("id").stringValue()).isEqualTo("ageless");
        assertThat(runs.asked()).isEqualTo(6);
    }

    @Test
    void theMomentItselfIsSince() {
        RunsOfTheApi.of("exactly", "before")
                .created("exactly", SINCE)
                .created(
                        "before",
                        FIRST.plus(60, ChronoUnit.HOURS).minusMillis(1).toString())
                .at(api);

        Fetched fetched = new Fetching(api, directory).since(SINCE).everything();

        assertThat(fetched.runs().fetched()).isEqualTo(1);
        api.verify(1, "runs/exactly");
    }
}
