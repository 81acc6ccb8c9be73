package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.stats.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @Test
    void aProbabilityOfChanceHasTwoDigitsAndIsNeverZero() {
        assertThat(Stream.of(1.0, 0.9999, 0.5, 0.0465, 0.000_465_14, 0.0001, 0.000_099_9, 0.0)
                        .map(Format::probability))
                .containsExactly("1.0", "1.0", "0.50", "0.047", "0.00047", "0.00010", "< 0.0001", "< 0.0001");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, –",
        "0, 5, 0.0 %",
        "5, 5, 100.0 %",
        "3, 5, 60.0 %",
        "2, 3, 66.7 %",
        "1, 2000, 0.1 %", // exactly .05: half up
        "1, 2001, 0.1 %", // rounds to 0.0, but is not nothing
        "1, 1000000, 0.1 %",
        "1999, 2000, 99.9 %", // exactly 99.95: rounds to 100.0, but is not all
        "999999, 1000000, 99.9 %",
        "1, 16, 6.3 %", // 6.25
        "9223372036854775806, 9223372036854775807, 99.9 %",
        "9223372036854775807, 9223372036854775807, 100.0 %",
    })
    void aShareIsAHundredOnlyIfAllAndZeroOnlyIfNone(long part, long n, String text) {
        assertThat(Format.percent(part, n)).isEqualTo(text);
    }

    @Test
    void endsOfIntervalsMayTouchTheEndsOfTheScale() {
        assertThat(Format.interval(new Interval(0, 1))).isEqualTo("0.0 to 100.0 %");
        assertThat(Format.interval(new Interval(0.0005, 0.99951))).isEqualTo("0.1 to 100.0 %");
        assertThat(Format.interval(null)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({"0.0005, 0.001", "0.00049, 0.000", "1, 1.000", "0.9205, 0.921", "0.8675, 0.868", "1E-30, 0.000"})
    void scoresHaveThreeDecimalsRoundedHalfUp(double score, String text) {
        assertThat(Format.score(score)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-0.04, 1, 0.0", "-0.05, 1, -0.1", "1.005, 2, 1.01", "1E15, 1, 1000000000000000.0"})
    void decimalsRoundAwayFromZeroOnAHalfAndShowNoExponent(double value, int decimals, String text) {
        assertThat(Format.decimal(value, decimals)).isEqualTo(text);
    }

    @Test
    void anUndefinedScoreIsADash() {
        assertThat(Format.score((Double) null)).isEqualTo("–");
        assertThat(Format.duration(null)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "1, 0.0 s",
        "14320, 14.3 s",
        "59449, 59.4 s",
        "59500, 1 min 0 s", // not 59.5 s and then 1 min 0 s for less
        "60000, 1 min 0 s",
        "90499, 1 min 30 s",
        "3600000, 60 min 0 s",
        "-500, -0.5 s",
        "9223372036854775807, 153722867280912 min 56 s",
    })
    void durationsAreSecondsBelowAMinute(long millis, String text) {
        assertThat(Format.duration(millis)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "999, 999",
        "1000, 1_000",
        "-999, -999",
        "-1000, -1_000",
        "123456, 123_456",
        "1234567, 1_234_567",
        "-9223372036854775808, -9_223_372_036_854_775_808"
    })
    void thousandsStandApartByANarrowSpaceThatDoesNotBreak(long n, String text) {
        assertThat(Format.grouped(n)).isEqualTo(text.replace('_', '\u202f'));
    }

    @Test
    void oneIsSingular() {
        assertThat(Format.count(0, "run")).isEqualTo("0 runs");
        assertThat(Format.count(1, "run")).isEqualTo("1 run");
        assertThat(Format.count(1234, "run")).isEqualTo("1\u202f234 runs");
        assertThat(Format.count(1, "entry", "entries")).isEqualTo("1 entry");
        assertThat(Format.count(2, "entry", "entries")).isEqualTo("2 entries");
    }

    @Test
    void datesAreEnglishWhateverTheLocale() {
        assertThat(Format.longDate(LocalDate.parse("2026-04-14"))).isEqualTo("Tue 14 Apr 2026");
        assertThat(Format.shortDate(LocalDate.parse("2026-12-01"))).isEqualTo("1 Dec");
    }

    @Test
    void timesNameTheirZone() {
        Instant instant = Instant.parse("2026-04-14T02:05:59Z");
        assertThat(Format.time(instant, ZoneOffset.UTC)).isEqualTo("14 Apr 2026 02:05 UTC");
        assertThat(Format.time(instant, ZoneId.of("Etc/UTC"))).isEqualTo("14 Apr 2026 02:05 UTC");
        assertThat(Format.time(instant, ZoneId.of("America/New_York"))).isEqualTo("13 Apr 2026 22:05 America/New_York");
        assertThat(Format.time(null, ZoneOffset.UTC)).isEqualTo("no date");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1 kB", "12345, 12 kB", "1000000, 1.0 MB", "3449999, 3.4 MB"})
    void sizesAreShort(long bytes, String text) {
        assertThat(Format.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void aShareIsWholeOrNothingOnlyWhereItIs() {
        assertThat(Format.percent(0.5)).isEqualTo("50.0 %");
        assertThat(Format.percent(0.0)).isEqualTo("0.0 %");
        assertThat(Format.percent(0.0001)).isEqualTo("0.1 %");
        assertThat(Format.percent(0.9999)).isEqualTo("99.9 %");
        assertThat(Format.percent(1.0)).isEqualTo("100.0 %");
        assertThat(Format.percent(null)).isEqualTo("–");
    }
}
