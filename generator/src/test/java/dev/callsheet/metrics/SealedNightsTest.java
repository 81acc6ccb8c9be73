package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nights of which only counts are kept count like any other, and never twice. */
class SealedNightsTest {

    private static final LocalDate SEALED = LocalDate.of(2026, 4, 10);
    private static final LocalDate TONIGHT = LocalDate.of(2026, 4, 14);

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void talliesCountInTheTotalsInTheirNightAndInTheWindow() {
        Analysis analysis = analysed(List.of(tally("s", "b", 3, 1)), run("r").at("2026-04-14T02:00:00Z"));
        assertThat(analysis.runs().total()).isEqualTo(5);
        assertThat(analysis.night()).isEqualTo(TONIGHT);
        assertThat(analysis.nightNumbers()).extracting(NightNumbers::night).containsExactly(SEALED, TONIGHT);
        NightNumbers night = analysis.nightNumbers().get(0);
        assertThat(night.isSealed()).isTrue();
        assertThat(night.rate().rate()).isEqualTo(Rate.of(3, 4));
        assertThat(night.mixed()).isEqualTo(1);
        ScenarioNumbers scenario = analysis.scenarios().get(0);
        assertThat(scenario.window()).isEqualTo(new Tally(4, 1, 0, 0, 0, 0));
        assertThat(scenario.tonight()).isEqualTo(new Tally(1, 0, 0, 0, 0, 0));
        assertThat(Objects.requireNonNull(analysis.tonight()).against()).isEqualTo(SEALED);
    }

    @Test
    void aDropAfterSealedNightsIsSeenAsIfTheirRunsWereThere() {
        List<SealedRuns> kept = List.of(tally("s", "b", 60, 0));
        List<GivenRun> tonight = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            tonight.add(run("r" + i).of("s").at("2026-04-14T02:00:00Z").failed());
        }
        Decision decision = analysed(kept, tonight.toArray(GivenRun[]::new))
                .scenarios()
                .get(0)
                .decision();
        assertThat(decision.event()).isEqualTo(Event.REGRESSED);
        assertThat(Objects.requireNonNull(decision.tonight()).before()).isEqualTo(Rate.of(60, 60));
    }

    @Test
    void aBatchThatOnlyErroredIsNoEvidenceThoughSealed() {
        SealedRuns errors = new SealedRuns("s", null, null, null, "broken", null, 0, 1, 9, 0, 0, 0, 0, Map.of());
        Analysis analysis = analysed(List.of(errors), run("r").of("s").at("2026-04-14T02:00:00Z"));
        Decision.Regime judged =
                Objects.requireNonNull(analysis.scenarios().get(0).decision().judged());
        assertThat(judged.rate()).isEqualTo(Rate.of(1, 1));
    }

    @Test
    void runsThatKnowLessThanTheTallyAreNamedAndDoNotCount() {
        Analysis analysis = analysed(
                List.of(tally("s", "b", 3, 1)),
                run("late").of("s").at("2026-04-10T02:00:00Z").failed(),
                run("r").of("s").at("2026-04-14T02:00:00Z"));
        assertThat(analysis.runs()).isEqualTo(new Tally(4, 1, 0, 0, 0, 0));
        assertThat(analysis.nights().undated())
                .as("the run has a night, though it does not count there")
                .isZero();
        assertThat(analysis.nights().problems()).hasSize(1);
        Problem problem = analysis.nights().problems().get(0);
        assertThat(problem.place().file()).isEqualTo("kept");
        assertThat(problem.expected())
                .isEqualTo("all 4 runs of the night of 2026-04-10, of which only counts are kept");
        assertThat(problem.found()).isEqualTo("1 of its runs: late");
        assertThat(problem.hint()).isEqualTo("the counts stand and these runs are not added");
    }

    @Test
    void asManyRunsAsTheTallyKnowsCountInItsPlace() {
        Analysis analysis = analysed(
                List.of(tally("s", "b", 1, 1)),
                run("a").of("s").at("2026-04-10T02:00:00Z"),
                run("b").of("s").at("2026-04-10T02:00:00Z"));
        assertThat(analysis.runs()).isEqualTo(new Tally(2, 0, 0, 0, 0, 0));
        assertThat(analysis.nightNumbers().get(0).isSealed()).isFalse();
        assertThat(analysis.nights().problems()).isEmpty();
    }

    @Test
    void aSealedNightOfATimeToComeIsNamedAndDoesNotCount() {
        SealedNight tomorrow = sealed(TONIGHT.plusDays(1), tally("s", "b", 1, 0));
        SealedNight later = sealed(TONIGHT.plusDays(2), tally("s", "b", 9, 0));
        Analysis analysis = Analyst.analyse(
                corpora.withPast(List.of(), List.of(tomorrow, later), List.of(run("r").at("2026-04-14T02:00:00Z"))),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-14T06:00:00Z"),
                Rules.DEFAULT);
        assertThat(analysis.night()).as("a day is the clocks' due").isEqualTo(tomorrow.night());
        assertThat(analysis.runs().total()).isEqualTo(2);
        assertThat(analysis.nights().problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.found()).isEqualTo("2026-04-16"));
    }

    private static SealedNight sealed(LocalDate night, SealedRuns... tallies) {
        return new SealedNight(new Place("kept", null, ""), night, List.of(tallies));
    }

    @Test
    void theNewestNightMayBeSealedToo() {
        Analysis analysis = analysed(List.of(tally("s", "b", 1, 1)));
        assertThat(analysis.night()).isEqualTo(SEALED);
        assertThat(analysis.scenarios().get(0).tonight()).isEqualTo(new Tally(1, 1, 0, 0, 0, 0));
    }

    @Test
    void aNameIsKeptWithTheTallies() {
        SealedRuns named =
                new SealedRuns("s", "Old name", "pathway", "persona", null, "7", 1, 0, 0, 0, 0, 0, 0, Map.of());
        ScenarioNumbers scenario = analysed(List.of(named)).scenarios().get(0);
        assertThat(scenario.name()).isEqualTo("Old name");
        assertThat(scenario.pathwayId()).isEqualTo("pathway");
        assertThat(scenario.personaId()).isEqualTo("persona");
        assertThat(scenario.entries().get(0).versions()).containsExactly("7");
    }

    @Test
    void toneGoesOnAsMeansOfItsSums() {
        SealedRuns one = toned("s", 2, 1_600_000_000L);
        SealedRuns other = toned("t", 1, 600_000_000L);
        ToneNumbers tone = analysed(List.of(one, other)).nightNumbers().get(0).tone();
        assertThat(tone.scored()).isEqualTo(3);
        assertThat(tone.mean(ToneDimension.EMPATHY))
                .as("scenarios weigh the same")
                .isEqualTo(0.7);
        assertThat(Objects.requireNonNull(tone.get(ToneDimension.EMPATHY))
                        .summary()
                        .sampleSd())
                .as("nothing is known of single runs")
                .isNull();
    }

    private static SealedRuns tally(String scenario, String batch, long passed, long failed) {
        return new SealedRuns(scenario, null, null, null, batch, null, passed, failed, 0, 0, 0, 0, 0, Map.of());
    }

    private static SealedRuns toned(String scenario, long runs, long billionths) {
        return new SealedRuns(
                scenario,
                null,
                null,
                null,
                null,
                null,
                runs,
                0,
                0,
                0,
                0,
                0,
                runs,
                Map.of(ToneDimension.EMPATHY, new SealedRuns.Sum(runs, billionths)));
    }

    private Analysis analysed(List<SealedRuns> kept, GivenRun... runs) {
        return Analyst.analyse(
                corpora.withPast(
                        List.of(), List.of(new SealedNight(new Place("kept", null, ""), SEALED, kept)), List.of(runs)),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-04-14T06:00:00Z"),
                Rules.DEFAULT);
    }
}
