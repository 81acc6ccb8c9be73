package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nights and batches: what is counted of each, and one night against another. */
class NightNumbersTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void changesSayWhichScenariosPassedInFullOnEachNight() {
        List<GivenRun> runs = new ArrayList<>();
        night(runs, "2026-04-13", "breaks PP", "heals PF", "dead FF", "well PP", "mixed PF", "halves FF", "gone P");
        night(runs, "2026-04-14", "breaks PF", "heals PP", "dead F", "well P", "mixed PF", "halves PF", "new F");
        assertThat(tonight(runs).changes())
                .isEqualTo(new RunChanges(
                        List.of("breaks"),
                        List.of("heals"),
                        List.of("dead"),
                        List.of("well"),
                        List.of("halves", "mixed"),
                        List.of("new"),
                        List.of("gone")));
    }

    @Test
    void errorsNeitherBreakAScenarioNorMakeItPresent() {
        List<GivenRun> runs = new ArrayList<>();
        night(runs, "2026-04-13", "a P", "b P");
        night(runs, "2026-04-14", "a PE", "b E");
        RunChanges changes = Objects.requireNonNull(tonight(runs).changes());
        assertThat(changes.stillPassing()).containsExactly("a");
        assertThat(changes.missing()).containsExactly("b");
    }

    @Test
    void aNightIsComparedWithTheNearestEarlierOneThatHasAResult() {
        List<GivenRun> runs = new ArrayList<>();
        night(runs, "2026-04-09", "a F");
        night(runs, "2026-04-10", "a P");
        night(runs, "2026-04-12", "a EE");
        night(runs, "2026-04-14", "a F");
        RunChanges changes = Objects.requireNonNull(tonight(runs).changes());
        assertThat(tonight(runs).against()).isEqualTo("2026-04-10");
        assertThat(changes.newlyFailing()).containsExactly("a");
    }

    @Test
    void theFirstNightIsComparedWithNone() {
        List<GivenRun> runs = new ArrayList<>();
        night(runs, "2026-04-14", "a PF");
        assertThat(tonight(runs).changes()).isNull();
    }

    @Test
    void aNightCountsItsScenariosAndItsMixedOnes() {
        List<GivenRun> runs = new ArrayList<>();
        night(runs, "2026-04-14", "a PF", "b PP", "c E", "d FE");
        NightNumbers tonight = tonight(runs);
        assertThat(tonight.tally()).isEqualTo(new Tally(3, 2, 2, 0, 0, 0));
        assertThat(tonight.scenarios()).isEqualTo(3);
        assertThat(tonight.mixed()).isEqualTo(1);
        assertThat(tonight.entries())
                .extracting(NightNumbers.ScenarioEntry::scenarioId)
                .containsExactly("a", "b", "c", "d");
        assertThat(tonight.rate().rate().value()).isEqualTo(0.6);
    }

    @Test
    void scoresOfANightAreThoseOfItsValidRuns() {
        NightNumbers tonight = tonight(List.of(
                run("r1").at("2026-04-14").score("0.9"),
                run("r2").at("2026-04-14").score("0.4").failed(),
                run("r3").at("2026-04-14").score("0").errored()));
        assertThat(Objects.requireNonNull(tonight.score()).mean()).isEqualTo(0.65);
        assertThat(tonight.duration()).isNull();
    }

    @Test
    void theIntervalOfANightClustersByScenario() {
        List<GivenRun> runs = new ArrayList<>();
        night(runs, "2026-04-14", "a PP", "b FF");
        // residuals ±1 twice: CR0 = √2/4, times √(2/1) = .5; t(.975; 1) = 12.7, so clipped to [0,1]
        assertThat(tonight(runs).rate().clustered().standardError()).isCloseTo(0.5, within(1e-12));
        assertThat(Objects.requireNonNull(tonight(runs).rate().clustered().interval())
                        .low())
                .isZero();
    }

    @Test
    void aBatchMayBeKnownFromItsRunsAlone() {
        Analysis analysis = analyse(List.of(
                run("r1").batch("b").at("2026-04-14").failed(),
                run("r2").batch("b").at("2026-04-14")));
        assertThat(analysis.batches()).hasSize(1);
        BatchNumbers batch = analysis.batches().get(0);
        assertThat(batch.document()).isNull();
        assertThat(batch.night()).isEqualTo("2026-04-14");
        assertThat(batch.tally()).isEqualTo(new Tally(1, 1, 0, 0, 0, 0));
        assertThat(batch.runs()).hasSize(2);
    }

    @Test
    void batchesStandNewestFirstAndUndatedLast() {
        Analysis analysis = analyse(List.of(
                batch("undated"),
                batch("old").at("2026-04-13T02:00:00Z"),
                batch("new2").at("2026-04-14T02:00:00Z"),
                batch("new1").at("2026-04-14T03:00:00Z")));
        assertThat(analysis.batches()).extracting(BatchNumbers::id).containsExactly("new1", "new2", "old", "undated");
        assertThat(analysis.batches().get(0).tally()).isEqualTo(Tally.ZERO);
    }

    /** Runs of a night: a scenario and a letter for each of its runs, passed, failed or error. */
    private static void night(List<GivenRun> runs, String date, String... scenarios) {
        for (String scenario : scenarios) {
            String[] parts = scenario.split(" ", -1);
            for (char letter : parts[1].toCharArray()) {
                GivenRun run = run("r" + runs.size()).of(parts[0]).at(date);
                runs.add(letter == 'P' ? run : letter == 'F' ? run.failed() : run.errored());
            }
        }
    }

    private NightNumbers tonight(List<GivenRun> runs) {
        return Objects.requireNonNull(analyse(runs).tonight());
    }

    private Analysis analyse(List<? extends Given> records) {
        return Analyst.analyse(
                corpora.of(records),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-20T06:00:00Z"),
                Rules.DEFAULT);
    }
}
