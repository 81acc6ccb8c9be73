package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Problem;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightsTest {

    private static final NightCalendar UTC = new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT);
    private static final Instant MADE = Instant.parse("2026-04-20T06:00:00Z");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @ParameterizedTest
    @CsvSource({
        "UTC, 00:00, 2026-04-14T00:00:00Z, 2026-04-14",
        "UTC, 00:00, 2026-04-13T23:59:59.999999999Z, 2026-04-13",
        "UTC, 18:00, 2026-04-14T17:59:59.999Z, 2026-04-13",
        "UTC, 18:00, 2026-04-14T18:00:00Z, 2026-04-14",
        "America/New_York, 00:00, 2026-04-14T03:59:59Z, 2026-04-13",
        "America/New_York, 00:00, 2026-04-14T04:00:00Z, 2026-04-14",
        // The clock jumps from 02:00 to 03:00 on 29 March and from 03:00 back to 02:00 on 25 October.
        "Europe/Berlin, 02:30, 2026-03-29T00:59:59Z, 2026-03-28",
        "Europe/Berlin, 02:30, 2026-03-29T01:00:00Z, 2026-03-29",
        "Europe/Berlin, 03:00, 2026-10-25T01:59:59Z, 2026-10-24",
        "Europe/Berlin, 03:00, 2026-10-25T02:00:00Z, 2026-10-25",
        // 12:45 ahead in winter, 13:45 in summer, which ends on 5 April at 03:45.
        "Pacific/Chatham, 00:00, 2026-04-04T10:14:59Z, 2026-04-04",
        "Pacific/Chatham, 00:00, 2026-04-04T10:15:00Z, 2026-04-05",
        "Pacific/Chatham, 00:00, 2026-04-05T11:14:59Z, 2026-04-05",
        "Pacific/Chatham, 00:00, 2026-04-05T11:15:00Z, 2026-04-06",
    })
    void aNightIsACalendarDayOfTheZoneFromItsStartOn(ZoneId zone, LocalTime start, Instant instant, LocalDate night) {
        assertThat(new NightCalendar(zone, start).nightOf(instant)).isEqualTo(night);
    }

    @Test
    void anUndatedRunTakesTheDateOfItsBatch() {
        Analysis analysis = analyse(run("r").batch("b"), batch("b").at("2026-04-14T02:00:00Z"));
        assertThat(analysis.night()).isEqualTo("2026-04-14");
        assertThat(analysis.dataAsOf()).isEqualTo("2026-04-14T02:00:00Z");
        assertThat(analysis.nights().problems()).isEmpty();
    }

    @Test
    void aRunWithAnOwnDateKeepsItWhateverItsBatchSays() {
        Analysis analysis =
                analyse(run("r").batch("b").at("2026-04-15"), batch("b").at("2026-04-14T02:00:00Z"));
        assertThat(analysis.night()).isEqualTo("2026-04-15");
    }

    @Test
    void aRunWithoutAnyDateIsCountedBelongsToNoNightAndIsNamed() {
        Analysis analysis = analyse(
                run("alone"), run("unknown").batch("not loaded"), run("vague").batch("b"), batch("b"));
        assertThat(analysis.night()).isNull();
        assertThat(analysis.tonight()).isNull();
        assertThat(analysis.nightNumbers()).isEmpty();
        assertThat(analysis.runs().passed()).isEqualTo(3);
        assertThat(analysis.nights().problems())
                .allMatch(problem -> problem.kind() == Problem.Kind.DOUBTFUL)
                .extracting(Problem::recordId)
                .containsExactly("alone", "unknown", "vague");
        assertThat(analysis.nights().problems().get(0).place()).hasToString("alone.json#/created_at");
    }

    @Test
    void aRunDatedMoreThanADayAheadBelongsToNoNightAndIsNamed() {
        Analysis analysis =
                analyse(run("ahead").at("2026-04-21T06:00:00Z"), run("far").at("2026-04-21T06:00:00.000000001Z"));
        assertThat(analysis.night()).isEqualTo("2026-04-21");
        assertThat(analysis.dataAsOf()).isEqualTo("2026-04-21T06:00:00Z");
        assertThat(analysis.nights().problems()).extracting(Problem::recordId).containsExactly("far");
        assertThat(analysis.runs().total()).isEqualTo(2);
        assertThat(analysis.scenarios().get(0).runs()).hasSize(2);
        assertThat(analysis.scenarios().get(0).window().total()).isEqualTo(1);
    }

    @Test
    void aNewestNightOfErrorsOnlyIsTheReportsNightWithoutARate() {
        Analysis analysis = analyse(
                run("good").at("2026-04-13"),
                run("e1").at("2026-04-14").errored(),
                run("e2").at("2026-04-14").status("CANCELLED"));
        assertThat(analysis.night()).isEqualTo("2026-04-14");
        NightNumbers tonight = Objects.requireNonNull(analysis.tonight());
        assertThat(tonight.tally()).isEqualTo(new Tally(0, 0, 1, 1, 0, 0));
        assertThat(tonight.rate().rate().value()).isNull();
        assertThat(tonight.rate().rate().interval()).isNull();
        assertThat(tonight.rate().clustered().interval()).isNull();
        assertThat(tonight.changes()).isNull();
        assertThat(tonight.scenarios()).isZero();
    }

    @Test
    void aNewerNightWithoutAFinishedRunIsNotYetTheReportsNight() {
        Analysis analysis = analyse(
                run("good").at("2026-04-13"),
                run("r1").at("2026-04-14").running(),
                run("r2").at("2026-04-14").status("QUEUED"));
        assertThat(analysis.night()).isEqualTo("2026-04-13");
        assertThat(analysis.nightNumbers())
                .extracting(numbers -> numbers.night().toString())
                .containsExactly("2026-04-13", "2026-04-14");
        assertThat(analysis.scenarios().get(0).tonight().passed()).isEqualTo(1);
    }

    @Test
    void withoutRunsThereIsNoNight() {
        Analysis analysis = analyse(Given.scenario("s"));
        assertThat(analysis.night()).isNull();
        assertThat(analysis.dataAsOf()).isNull();
        assertThat(analysis.tone().valid()).isZero();
        assertThat(analysis.passHat()).isEmpty();
    }

    private Analysis analyse(Given... records) {
        return Analyst.analyse(corpora.of(records), UTC, MADE, Rules.DEFAULT);
    }
}
