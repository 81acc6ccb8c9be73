package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenRun;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SuiteDecisionsTest {

    private static final NightCalendar UTC = new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT);
    private static final Instant MADE = Instant.parse("2026-04-20T06:00:00Z");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    private final List<GivenRun> given = new ArrayList<>();

    @Test
    void runsOfABatchAreASet() {
        given("s", 14, "batch 1", "PPP");
        given("s", 14, "batch 2", "FF");
        assertThat(on(14, "s").state()).as("each batch agrees with itself").isEqualTo(State.SUSPECT);
        given.clear();
        given("s", 14, "batch 1", "PPF");
        given("s", 14, "batch 2", "PF");
        assertThat(on(14, "s").state()).isEqualTo(State.FLAKY);
    }

    @Test
    void runsOfANightWithoutABatchAreASet() {
        given("s", 14, null, "PPPFF");
        assertThat(on(14, "s").state()).isEqualTo(State.FLAKY);
        given.clear();
        given("s", 13, null, "PPP");
        given("s", 14, null, "FF");
        assertThat(on(14, "s").state()).as("two nights are two sets").isEqualTo(State.SUSPECT);
    }

    @Test
    void aBatchCalledLikeANightIsABatch() {
        given("s", 14, "2026-04-14", "PPP");
        given("s", 14, "night 2026-04-14", "FF");
        given("s", 14, null, "P");
        assertThat(on(14, "s").state()).isEqualTo(State.SUSPECT);
        assertThat(judged(on(14, "s")).rate()).isEqualTo(Rate.of(4, 6));
    }

    @Test
    void aBatchOfErrorsIsNoEvidence() {
        given("s", 13, "good", "PPPPP");
        given("s", 14, "bad", "EF");
        given("other", 14, "bad", "EEE");
        Decision decision = on(14, "s");
        assertThat(decision.onlyErrorsTonight()).isTrue();
        assertThat(decision.tonight()).isNull();
        assertThat(judged(decision).rate()).isEqualTo(Rate.of(5, 5));
        assertThat(on(14, "other").state()).isEqualTo(State.INFRA);
    }

    @Test
    void aNightOfErrorsWithoutABatchIsNoEvidence() {
        given("s", 14, null, "EEEEF");
        assertThat(on(14, "s").state()).isEqualTo(State.INFRA);
    }

    @Test
    void aValidRunOfABatchOfErrorsMakesItsScenarioOneOfErrors() {
        given("s", 14, "bad", "P");
        given("other", 14, "bad", "EEEE");
        assertThat(on(14, "s").state()).isEqualTo(State.INFRA);
        assertThat(on(14, "s").onlyErrorsTonight()).isTrue();
    }

    @Test
    void cancelledRunsCountAsErrorsAndUnfinishedOnesDoNot() {
        given("s", 14, "bad", "EECCF");
        assertThat(on(14, "s").state()).isEqualTo(State.INFRA);
        given.clear();
        given("s", 14, "going on", "EEEF...");
        assertThat(judged(on(14, "s")).rate())
                .as("four finished runs are too few")
                .isEqualTo(Rate.of(0, 1));
    }

    @Test
    void aBatchWithFewerErrorsIsEvidence() {
        given("s", 14, "fair", "EEEFF");
        assertThat(judged(on(14, "s")).rate()).as("three of five").isEqualTo(Rate.of(0, 2));
        given.clear();
        given("s", 14, "small", "EEEF");
        assertThat(judged(on(14, "s")).rate()).as("three of four").isEqualTo(Rate.of(0, 1));
    }

    @Test
    void otherRunsOfTheSameNightStayEvidence() {
        given("s", 14, "bad", "EEEEF");
        given("s", 14, "repeated", "PPPPP");
        Decision decision = on(14, "s");
        assertThat(judged(decision).rate()).isEqualTo(Rate.of(5, 5));
        assertThat(decision.onlyErrorsTonight()).isFalse();
    }

    @Test
    void aScenarioThatDidNotRunTonightIsJudgedOnEarlierNights() {
        for (int day = 1; day <= 12; day++) {
            given("s", day, null, "PPPPP");
            given("other", day, null, "PPPPP");
        }
        given("s", 13, null, "FFFFF");
        given("other", 14, null, "PPPPP");
        assertThat(on(13, "s").event()).isEqualTo(Event.REGRESSED);
        assertThat(on(13, "s").isTonight()).isTrue();
        Decision decision = on(14, "s");
        assertThat(decision.tonight()).as("yesterday is not compared once more").isNull();
        assertThat(decision.onlyErrorsTonight()).isFalse();
        assertThat(decision.isTonight()).isFalse();
    }

    @Test
    void laterNightsAreIgnored() {
        for (int day = 1; day <= 10; day++) {
            given("s", day, null, "PPPPP");
        }
        Decision before = on(10, "s");
        given("s", 11, null, "FFFFF");
        given("later", 11, null, "P");
        assertThat(on(10, "s")).isEqualTo(before);
        assertThat(decisions().on(night(10))).containsOnlyKeys("s");
        assertThat(decisions().on(night(11))).containsOnlyKeys("s", "later");
        assertThat(on(11, "s").event()).isEqualTo(Event.REGRESSED);
    }

    @Test
    void beforeTheFirstRunThereIsNothingToDecide() {
        given("s", 10, null, "P");
        assertThat(decisions().on(night(9))).isEmpty();
    }

    @Test
    void labelsCountTheHeadlinesOfANight() {
        for (int day = 1; day <= 12; day++) {
            given("regressed", day, null, day < 12 ? "PPPPP" : "FFFFF");
            given("broken", day, null, "FFFFF");
            given("flaky", day, null, "PPFPF");
            given("fine", day, null, "PPPPP");
        }
        assertThat(NightLabels.of(decisions().on(night(11)).values())).isEqualTo(new NightLabels(1, 0, 1));
        assertThat(NightLabels.of(decisions().on(night(12)).values())).isEqualTo(new NightLabels(1, 1, 1));
        assertThat(NightLabels.of(List.of())).isEqualTo(new NightLabels(0, 0, 0));
    }

    @Test
    void noOrderOfRunsMovesAnything() {
        Random random = new Random(71);
        for (int round = 0; round < 20; round++) {
            given.clear();
            for (int i = 0; i < 120; i++) {
                given(
                        "s" + random.nextInt(4),
                        1 + random.nextInt(12),
                        random.nextBoolean() ? "batch " + random.nextInt(9) : null,
                        String.valueOf("PPPPPPFFE.".charAt(random.nextInt(10))));
            }
            SortedMap<String, Decision> decided = decisions().on(night(12));
            Collections.shuffle(given, random);
            assertThat(decisions().on(night(12))).isEqualTo(decided);
        }
    }

    /** Runs of a scenario on a day of April: passed, failed, error, cancelled, running. */
    private void given(String scenario, int day, @Nullable String batch, String outcomes) {
        for (int i = 0; i < outcomes.length(); i++) {
            GivenRun run = run("r" + given.size())
                    .of(scenario)
                    .at(night(day).toString())
                    .status(
                            switch (outcomes.charAt(i)) {
                                case 'P' -> "PASSED";
                                case 'F' -> "FAILED";
                                case 'E' -> "ERROR";
                                case 'C' -> "CANCELLED";
                                default -> "RUNNING";
                            });
            given.add(batch == null ? run : run.batch(batch));
        }
    }

    private static LocalDate night(int day) {
        return LocalDate.of(2026, 4, day);
    }

    private Decision on(int day, String scenario) {
        return Objects.requireNonNull(decisions().on(night(day)).get(scenario));
    }

    private SuiteDecisions decisions() {
        Corpus corpus = corpora.of(given);
        Nights nights = new Nights(corpus, UTC, MADE);
        SortedMap<String, Timeline> timelines = Timeline.all(nights, Rules.DEFAULT);
        return new SuiteDecisions(timelines, ErrorSets.of(timelines.values(), Rules.DEFAULT), Rules.DEFAULT);
    }

    private static Decision.Regime judged(Decision decision) {
        return Objects.requireNonNull(decision.judged());
    }
}
