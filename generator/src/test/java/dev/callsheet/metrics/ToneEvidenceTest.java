package dev.callsheet.metrics;

import static dev.callsheet.model.ToneDimension.CONCISENESS;
import static dev.callsheet.model.ToneDimension.EMPATHY;
import static dev.callsheet.model.ToneDimension.OVERALL;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Interval;
import dev.callsheet.stats.Separation;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ToneEvidenceTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    private final Random random = new Random(4);
    private final List<GivenRun> runs = new ArrayList<>();

    @Test
    void aScenarioThatFellIsFoundThoughTheSuiteHardlyMoved() {
        nights(30, "fell", EMPATHY, night -> night < 20 ? 890 : 710);
        for (String steady : List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l")) {
            nights(30, steady, EMPATHY, night -> 850);
        }
        ToneEvidence evidence = evidence();
        assertThat(evidence.changes()).singleElement().satisfies(found -> {
            assertThat(found.scenarioId()).isEqualTo("fell");
            assertThat(found.dimension()).isEqualTo(EMPATHY);
            ToneChange change = found.change();
            assertThat(change.since()).isEqualTo(FIRST.plusDays(20));
            assertThat(change.firm()).isTrue();
            assertThat(change.before()).isCloseTo(0.89, within(0.01));
            assertThat(change.now()).isCloseTo(0.71, within(0.01));
            assertThat(change.nightsBefore()).isEqualTo(20);
            assertThat(change.nightsNow()).isEqualTo(10);
            assertThat(change.shift().cliffsDelta()).isEqualTo(-1);
            Interval interval = Objects.requireNonNull(change.shift().interval());
            assertThat(interval.high()).isLessThan(-0.15);
        });
        assertThat(evidence.suite(EMPATHY).changes()).isEmpty();
    }

    @Test
    void everySeriesThatIsLongEnoughSharesTheErrorProbability() {
        nights(12, "long", EMPATHY, night -> 850);
        nights(11, "short", EMPATHY, night -> 850);
        ToneEvidence evidence = evidence();
        assertThat(evidence.series()).isEqualTo(2); // the suite and the long one
        assertThat(evidence.alpha()).isEqualTo(0.001);
        assertThat(trend(evidence, "short").isTooShort()).isTrue();
        assertThat(trend(evidence, "short").nights()).isEqualTo(11);
        assertThat(trend(evidence, "long").isTooShort()).isFalse();
    }

    @Test
    void noErrorProbabilityIsSmallerThanPermutationsCanTell() {
        for (int i = 0; i < 500; i++) {
            nights(12, "s" + i, EMPATHY, night -> 850);
        }
        assertThat(evidence().alpha()).isEqualTo(0.0002);
    }

    @Test
    void theLastFirmChangeIsHeldAgainstTheLevelBeforeItOnly() {
        nights(60, "s", EMPATHY, night -> night < 20 ? 700 : night < 40 ? 900 : 800);
        ToneTrend trend = evidence().suite(EMPATHY);
        assertThat(trend.changes()).hasSize(2).allMatch(ToneChange::firm);
        ToneChange last = Objects.requireNonNull(trend.firm());
        assertThat(last.nightsBefore()).isEqualTo(20);
        assertThat(last.before()).isCloseTo(0.9, within(0.01));
        assertThat(trend.tentative()).isNull();
    }

    @Test
    void theMeanOfANightWeighsScenariosEqually() {
        runs.add(run("a1").of("a").at("2026-04-14").tone(EMPATHY, "0.9"));
        for (int i = 0; i < 9; i++) {
            runs.add(run("b" + i).of("b").at("2026-04-14").tone(EMPATHY, "0.5"));
        }
        ToneNumbers tone = analyse().tone();
        assertThat(tone.mean(EMPATHY)).isEqualTo(0.7);
        assertThat(Objects.requireNonNull(tone.get(EMPATHY)).summary().mean()).isEqualTo(0.54);
    }

    @Test
    void withoutAFirmChangeTonightIsHeldAgainstTheEarlierNights() {
        constant(6, EMPATHY, night -> night < 5 ? "0.9" : "0.6");
        constant(6, CONCISENESS, night -> night < 5 ? "0.8" : "0.7");
        constant(6, OVERALL, night -> night < 5 ? "0.9" : "0.7");
        ToneHarm harm = Objects.requireNonNull(evidence().harm());
        assertThat(harm.since()).isNull();
        assertThat(harm.nightsBefore()).isEqualTo(5);
        assertThat(harm.most()).isEqualTo(EMPATHY);
        assertThat(harm.contributions().total()).isCloseTo(-0.2, within(1e-12));
        assertThat(harm.contributions().shareOfLoss().get("empathy")).isCloseTo(0.75, within(1e-12));
        assertThat(harm.overall()).isCloseTo(-0.2, within(1e-12));
    }

    @Test
    void afterAFirmChangeTheTwoLevelsAreCompared() {
        nights(40, "s", EMPATHY, night -> night < 30 ? 900 : 700);
        ToneHarm harm = Objects.requireNonNull(evidence().harm());
        assertThat(harm.since()).isEqualTo(FIRST.plusDays(30));
        assertThat(harm.nightsBefore()).isEqualTo(30);
        assertThat(harm.nightsNow()).isEqualTo(10);
        assertThat(harm.overall()).isNull();
    }

    @Test
    void fourEarlierNightsAreTooFewToNameADimension() {
        constant(5, EMPATHY, night -> "0.9");
        assertThat(evidence().harm()).isNull();
    }

    @Test
    void whereNothingFellNoDimensionIsHarmful() {
        constant(6, EMPATHY, night -> night < 5 ? "0.6" : "0.9");
        assertThat(Objects.requireNonNull(evidence().harm()).most()).isNull();
    }

    @Test
    void toneAgainstOutcomeIsComparedInsideScenarios() {
        for (int i = 0; i < 4; i++) {
            runs.add(overall("easy-p" + i, "easy", "0.9"));
            runs.add(overall("easy-f" + i, "easy", "0.9").failed());
            runs.add(overall("hard-p" + i, "hard", "0.5"));
            runs.add(overall("hard-f" + i, "hard", "0.5").failed());
        }
        runs.add(overall("few-p", "few", "1"));
        runs.add(overall("few-f", "few", "0").failed());
        ToneOutcome outcome = evidence().outcome();
        assertThat(outcome.scenarios()).isEqualTo(2);
        assertThat(outcome.within()).isEqualTo(new Separation(8, 8, 0.5, 1));
        assertThat(Objects.requireNonNull(outcome.pooled()).upper()).isEqualTo(9);
    }

    @Test
    void theBudgetCountsRunsBelowTheFloorOnTheLastScoredNights() {
        for (int night = 0; night < 40; night++) {
            // On the first ten of forty nights everything was bad; they are past.
            runs.add(overall("r" + night, "s", night < 10 || night == 39 ? "0.699999999" : "0.7")
                    .at(day(night)));
        }
        runs.add(run("error").at(day(39)).errored().tone(OVERALL, "0.1"));
        runs.add(run("unscored").at(day(40)));
        ToneBudget budget = evidence().budget();
        assertThat(budget.nights()).isEqualTo(30);
        assertThat(budget.bad()).isEqualTo(Rate.of(1, 30));
        assertThat(budget.recent()).isEqualTo(Rate.of(1, 7));
        assertThat(budget.spent()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(budget.burn()).isCloseTo(20 / 7.0, within(1e-12));
        assertThat(budget.overspent()).isFalse();
    }

    @Test
    void overspentIsOnlySaidWhenItIsSure() {
        // Of 60 runs 6 are bad: the bound is 4.4 %. Of 60 runs 7: 5.6 %.
        scored(60, 6);
        assertThat(evidence().budget().overspent()).isFalse();
        runs.clear();
        scored(60, 7);
        assertThat(evidence().budget().overspent()).isTrue();
    }

    @Test
    void withoutAScoreNothingIsClaimed() {
        runs.add(run("r").at(day(0)));
        ToneEvidence evidence = evidence();
        assertThat(evidence.series()).isZero();
        assertThat(evidence.scenarios()).isEmpty();
        assertThat(evidence.harm()).isNull();
        assertThat(evidence.outcome()).isEqualTo(new ToneOutcome(0, null, null, null));
        assertThat(evidence.budget().bad().n()).isZero();
        assertThat(evidence.budget().spent()).isNull();
        assertThat(evidence.budget().overspent()).isFalse();
        assertThat(evidence.fit()).isEqualTo(new ToneFit(0, 0, 0));
    }

    @Test
    void anOverallFigureOutsideOfTheSixIsCounted() {
        runs.add(complete("outside", "0.8", "0.81"));
        runs.add(complete("rounds", "0.8", "0.805"));
        runs.add(complete("incomplete", "0.8", "0.1").errored());
        runs.add(run("two").at(day(0)).tone(OVERALL, "0.1").tone(EMPATHY, "0.9"));
        ToneFit fit = evidence().fit();
        assertThat(fit).isEqualTo(new ToneFit(2, 1, 1));
        assertThat(fit.isNotTheMean()).isTrue();
    }

    @Test
    void theOrderOfRunsMovesNothing() {
        nights(30, "fell", EMPATHY, night -> night < 20 ? 890 : 710);
        nights(30, "b", OVERALL, night -> 800);
        ToneEvidence inOrder = evidence();
        Collections.shuffle(runs, random);
        assertThat(evidence()).isEqualTo(inOrder);
    }

    private ToneTrend trend(ToneEvidence evidence, String scenario) {
        return Objects.requireNonNull(evidence.scenarios().get(scenario)).stream()
                .filter(trend -> trend.dimension() == EMPATHY)
                .findFirst()
                .orElseThrow();
    }

    /** Two runs a night, within a few thousandths of a level. */
    private void nights(int count, String scenario, ToneDimension dimension, IntFunction<Integer> level) {
        for (int night = 0; night < count; night++) {
            for (String run : List.of("x", "y")) {
                int thousandths = level.apply(night) + random.nextInt(21) - 10;
                runs.add(run(scenario + night + run)
                        .of(scenario)
                        .at(day(night))
                        .tone(dimension, BigDecimal.valueOf(thousandths, 3).toPlainString()));
            }
        }
    }

    private void constant(int count, ToneDimension dimension, IntFunction<String> level) {
        for (int night = 0; night < count; night++) {
            runs.add(run(dimension.field() + night).at(day(night)).tone(dimension, level.apply(night)));
        }
    }

    private void scored(int count, int bad) {
        for (int i = 0; i < count; i++) {
            runs.add(overall("r" + i, "s", i < bad ? "0.5" : "0.9"));
        }
    }

    private static GivenRun overall(String id, String scenario, String score) {
        return run(id).of(scenario).at(day(0)).tone(OVERALL, score);
    }

    private static GivenRun complete(String id, String six, String overall) {
        GivenRun run = overall(id, "s", overall);
        ToneDimension.SIX.forEach(dimension -> run.tone(dimension, six));
        return run;
    }

    private static String day(int number) {
        return FIRST.plusDays(number).toString();
    }

    private ToneEvidence evidence() {
        return analyse().toneEvidence();
    }

    private Analysis analyse() {
        return Analyst.analyse(
                corpora.of(runs),
                new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                Instant.parse("2026-12-31T00:00:00Z"),
                Rules.DEFAULT);
    }
}
