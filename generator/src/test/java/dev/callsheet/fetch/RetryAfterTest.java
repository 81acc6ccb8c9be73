package dev.callsheet.fetch;

import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.run;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.callsheet.testing.FaultyApi;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    /** In milliseconds, and far above what is waited when the API names no time: at most 4. */
    private static final int SOON = 150;

    private static final int LATER = 350;
    private static final int MUCH_LATER = 30_000;

    /** Clocks that are read twice may disagree a little. */
    private static final int ABOUT = 10;

    @AutoClose
    private final FaultyApi api = new FaultyApi();

    @TempDir
    Path directory;

    /** How many milliseconds lay between the first and the second request. */
    private long waited(ResponseDefinitionBuilder first, int least, int most) {
        api.on("runs/r", first, ok(run("r", "PASSED")));

        Fetched fetched = new Fetching(api, directory).retryAfter(least, most).runs("r");

        assertThat(fetched.isComplete()).isTrue();
        List<LoggedRequest> asked = api.asked("runs/r");
        assertThat(asked).hasSize(2);
        return Math.abs(asked.get(0)
                .getLoggedDate()
                .toInstant()
                .until(asked.get(1).getLoggedDate().toInstant(), ChronoUnit.MILLIS));
    }

    private static ResponseDefinitionBuilder later(int status, String retryAfter) {
        return status(status, "{}").withHeader("Retry-After", retryAfter);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void theTimeThatAnAnswerNamesIsWaitedWhateverItsStatus(int status) {
        assertThat(waited(later(status, "1"), 1, LATER)).isGreaterThan(LATER - ABOUT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "86400", "99999999999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"})
    void noMoreIsWaitedThanTheLimit(String retryAfter) {
        assertThat(waited(later(429, retryAfter), 1, LATER)).isBetween((long) LATER - ABOUT, (long) MUCH_LATER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Thu, 01 Jan 1970 00:00:00 GMT", "Mon, 13 Apr 2026 06:00:00 GMT"})
    void aTimeThatIsOverIsWaitedForTheLeastTime(String retryAfter) {
        assertThat(waited(later(503, retryAfter), SOON, MUCH_LATER)).isBetween((long) SOON - ABOUT, MUCH_LATER / 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "1.5", "1e3", "2026-04-14T06:00:05Z", "Tue, 99 Apr 2026 06:00:00 GMT"})
    void whatIsNoTimeIsNotWaitedFor(String retryAfter) {
        assertThat(waited(later(429, retryAfter), MUCH_LATER, MUCH_LATER)).isLessThan(MUCH_LATER / 2);
    }

    @Test
    void anAnswerThatNamesNoTimeIsSoonAskedForAgain() {
        assertThat(waited(status(429, "{}"), MUCH_LATER, MUCH_LATER)).isLessThan(MUCH_LATER / 2);
    }

    @Test
    void aDateIsTakenAgainstTheDateOfTheAnswerAndNotOfThisMachine() {
        // By the clock here, which says 2026, the time is long over.
        ResponseDefinitionBuilder answer =
                later(503, "Sat, 01 Jan 2000 00:00:09 GMT").withHeader("Date", "Sat, 01 Jan 2000 00:00:00 GMT");

        assertThat(waited(answer, 1, LATER)).isGreaterThan(LATER - ABOUT);
    }

    @Test
    void withoutADateOfTheAnswerTheClockHereCounts() {
        ResponseDefinitionBuilder answer =
                later(503, "Tue, 14 Apr 2026 06:00:09 GMT").withHeader("Date", "yesterday");

        assertThat(waited(answer, 1, LATER)).isGreaterThan(LATER - ABOUT);
    }

    @Test
    void aWaitBeyondTheDeadlineIsNotBegun() {
        api.runs("good").on("runs/slow", later(503, "60"));
        long begin = System.nanoTime();

        Fetched fetched = new Fetching(api, directory)
                .retryAfter(1, 60_000)
                .deadline(10_000)
                .runs("slow", "good");

        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin)).isLessThan(5_000);
        assertThat(fetched.why("slow")).isEqualTo("answers 503, and the time for the whole fetch was over (10s)");
        assertThat(fetched.runs().fetched()).isEqualTo(1);
        api.verify(1, "runs/slow");
    }
}
