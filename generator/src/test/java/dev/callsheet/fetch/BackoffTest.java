package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BackoffTest {

    private static final Instant NOW = Instant.parse("2026-04-14T06:00:00Z");
    private static final FetchLimits LIMITS =
            FetchLimits.of(4, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(30));
    private static final Duration LEAST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofMinutes(5);

    @ParameterizedTest
    @CsvSource({
        "1, 500",
        "2, 1000",
        "3, 2000",
        "4, 4000",
        "5, 8000",
        "6, 16000",
        "7, 30000",
        "8, 30000",
        "31, 30000",
        "2147483647, 30000",
    })
    void theLongestWaitDoublesUpToALimit(int tries, long milliseconds) {
        assertThat(random(1).afterTry(tries, null)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.25, 500", "0.5, 1000", "0.999, 1998"})
    void theWaitIsAnyPartOfIt(double random, long milliseconds) {
        assertThat(random(random).afterTry(3, null)).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void whatTheApiAsksForIsFollowed() {
        assertThat(random(0).afterTry(1, Duration.ofSeconds(40))).isEqualTo(Duration.ofSeconds(40));
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "' 7 ', 7", "007, 7", "1, 1", "300, 300"})
    void secondsAreTaken(String value, long seconds) {
        assertThat(asked(value, null)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void noTimeIsTheLeast() {
        assertThat(asked("0", null)).isEqualTo(LEAST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"301", "86400", "9223372036854775808", "99999999999999999999999999999999"})
    void anyLongerTimeIsTheMost(String value) {
        assertThat(asked(value, null)).isEqualTo(MOST);
    }

    @Test
    void aDateIsTakenAgainstTheDateOfTheAnswerWhateverTheClockHereSays() {
        assertThat(asked("Mon, 02 Mar 2020 10:00:25 GMT", "Mon, 02 Mar 2020 10:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(25));
        assertThat(asked("Tue, 1 Jan 2999 10:00:25 GMT", "Tue, 01 Jan 2999 10:00:00 GMT"))
                .isEqualTo(Duration.ofSeconds(25));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "1776146400", "Mon, 14 Apr 2026 06:00:00 GMT"})
    void aDateIsTakenAgainstTheClockWhereTheAnswerHasNoDate(String date) {
        assertThat(asked("Tue, 14 Apr 2026 06:00:09 GMT", date)).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void aDateThatIsPastIsTheLeastAndOneThatIsFarTheMost() {
        assertThat(asked("Tue, 14 Apr 2026 05:59:59 GMT", null)).isEqualTo(LEAST);
        assertThat(asked("Thu, 01 Jan 1970 00:00:00 GMT", null)).isEqualTo(LEAST);
        assertThat(asked("Tue, 14 Apr 2026 07:00:00 GMT", null)).isEqualTo(MOST);
        assertThat(asked("Fri, 31 Dec 9999 23:59:59 GMT", null)).isEqualTo(MOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "-1",
                "+7",
                "1.5",
                "7s",
                "7 8",
                "0x7",
                "1e3",
                "٧",
                "2026-04-14T06:00:09Z",
                "Tue, 14 Apr 2026 25:00:00 GMT",
                "Mon, 14 Apr 2026 06:00:09 GMT"
            })
    void anythingElseAsksForNothing(String value) {
        assertThat(asked(value, null)).isNull();
    }

    @Test
    void aNumberWithoutEndAsksForNothing() {
        assertThat(asked("9".repeat(1_000), null)).isEqualTo(MOST);
        assertThat(asked("9".repeat(1_001), null)).isNull();
    }

    @Test
    void noHeaderAsksForNothing() {
        assertThat(random(0).asked(HttpHeaders.of(Map.of(), (name, value) -> true), NOW))
                .isNull();
    }

    private static Backoff random(double value) {
        return new Backoff(LIMITS, () -> value);
    }

    private static @Nullable Duration asked(String retryAfter, @Nullable String date) {
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("retry-after", List.of(retryAfter));
        if (date != null) {
            headers.put("date", List.of(date));
        }
        return random(0).asked(HttpHeaders.of(headers, (name, value) -> true), NOW);
    }
}
