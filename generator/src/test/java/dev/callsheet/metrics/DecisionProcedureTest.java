package dev.callsheet.metrics;

import static dev.callsheet.metrics.GivenNights.FIRST;
import static dev.callsheet.metrics.GivenNights.nights;
import static dev.callsheet.metrics.GivenNights.suite;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a scenario by its nights, in signs of {@link GivenNights}. */
class DecisionProcedureTest {

    @ParameterizedTest
    @ValueSource(strings = {"0/5", "1/8", "2/11", "3/13", "0/500"})
    void brokenIsProvenToPassLessThanHalf(String night) {
        assertThat(alone(night).state()).isEqualTo(State.BROKEN);
        assertThat(alone(night).proof()).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1/7", "2/10", "3/12", "3/5", "7/10", "12/15", "16/20", "21/25", "25/30", "53/60", "500/1000"})
    void flakyIsProvenToPassLessThanTolerated(String night) {
        assertThat(alone(night).state()).isEqualTo(State.FLAKY);
        assertThat(alone(night).proof()).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"29/29", "45/46", "59/61", "73/76", "85/89", "5000/5000"})
    void reliableIsProvenToReachTheFloor(String night) {
        assertThat(alone(night).state()).isEqualTo(State.RELIABLE);
        assertThat(alone(night).proof()).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"4/5", "8/10", "13/15", "17/20", "22/25", "26/30", "54/60", "44/45", "58/60", "72/75", "84/88"})
    void mixedWithoutProofIsSuspect(String night) {
        assertThat(alone(night).state()).isEqualTo(State.SUSPECT);
        assertThat(alone(night).proof()).isBetween(0.05, 1.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/1", "5/5", "28/28", "0/1", "0/4"})
    void tooFewRunsThatAgreeAreInsufficient(String night) {
        assertThat(alone(night).state()).isEqualTo(State.INSUFFICIENT);
        assertThat(alone(night).proof()).isBetween(0.05, 1.0);
    }

    @Test
    void theRunsOfAllNightsAreJudgedTogether() {
        Decision decision = alone("9*5/5 4/5");
        assertThat(decision.state()).isEqualTo(State.RELIABLE);
        assertThat(decision.judged()).isEqualTo(new Decision.Regime(FIRST, 10, Rate.of(49, 50)));
    }

    @Test
    void aNightMixedAcrossItsSetsOnlyIsNoProofOfAFlake() {
        assertThat(alone("3|5").state()).isEqualTo(State.SUSPECT);
        assertThat(alone("3/5").state()).isEqualTo(State.FLAKY);
    }

    @Test
    void oneRunANightMustGoThereAndBackToBeFlaky() {
        assertThat(alone("4*1/1 3*0/1").state()).as("once").isEqualTo(State.SUSPECT);
        assertThat(alone("4*1/1 2*0/1 1/1").state()).as("there and back").isEqualTo(State.FLAKY);
        assertThat(alone("2*1/1 0/1 2*1/1 0/1 1/1").state()).isEqualTo(State.FLAKY);
        assertThat(alone("5*1/1 5*0/1").state()).isEqualTo(State.SUSPECT);
    }

    @Test
    void nightsMixedAcrossSetsDoNotCountAsFlips() {
        assertThat(alone("0/5 5/5 3|5 5/5").state()).isEqualTo(State.SUSPECT);
        assertThat(alone("5/5 0/5 3|5 5/5").state()).isEqualTo(State.FLAKY);
    }

    @Test
    void oneRunANightIsTooFewToBlameTonight() {
        Decision decision = decide("59*1/1 0/1", 199);
        assertThat(decision.event()).isEqualTo(Event.NONE);
        assertThat(tonight(decision).dropQ()).isGreaterThan(0.05);
    }

    @Test
    void oneRunANightShowsAChangeOverSomeNights() {
        Decision decision = decide("50*1/1 5*0/1", 49);
        assertThat(decision.headline()).isEqualTo(Headline.REGRESSED);
        assertThat(decision.eventSince()).isEqualTo(FIRST.plusDays(50));
        assertThat(decision.state()).isEqualTo(State.BROKEN);
    }

    @Test
    void tonightAloneIsJudgedWhereItIsWorse() {
        Decision decision = alone("12*5/5 1/5");
        assertThat(decision.headline()).isEqualTo(Headline.REGRESSED);
        assertThat(decision.isTonight()).isTrue();
        assertThat(decision.eventSince()).isEqualTo(FIRST.plusDays(12));
        assertThat(decision.lastChanged()).isEqualTo(FIRST.plusDays(12));
        assertThat(decision.judged()).isEqualTo(new Decision.Regime(FIRST.plusDays(12), 1, Rate.of(1, 5)));
        assertThat(decision.state()).isEqualTo(State.FLAKY);
    }

    @Test
    void tonightIsComparedWithTheNightsSinceTheLastChange() {
        Decision decision = alone("20*0/5 10*5/5 2/5");
        assertThat(decision.event()).isEqualTo(Event.REGRESSED);
        assertThat(tonight(decision).since()).isEqualTo(FIRST.plusDays(20));
        assertThat(tonight(decision).before()).isEqualTo(Rate.of(50, 50));
        assertThat(tonight(decision).tonight()).isEqualTo(Rate.of(2, 5));
        assertThat(decision.changes()).extracting(Decision.Change::night).containsExactly(FIRST.plusDays(20));
    }

    @Test
    void tonightNeedsFiveRunsBeforeItToBeCompared() {
        assertThat(alone("4/4 0/5").tonight()).isNull();
        assertThat(alone("5/5 0/5").headline()).isEqualTo(Headline.REGRESSED);
        assertThat(alone("5/5").tonight()).isNull();
    }

    @Test
    void theMoreScenariosTheMoreATonightMustShow() {
        String nights = "4*5/5 2/5";
        assertThat(decide(nights, 0).event()).isEqualTo(Event.REGRESSED);
        Decision decision = decide(nights, 19);
        assertThat(decision.event()).isEqualTo(Event.NONE);
        assertThat(tonight(decision).drop())
                .isEqualTo(tonight(decide(nights, 0)).drop());
        assertThat(tonight(decision).dropQ()).isCloseTo(20 * tonight(decision).drop(), within(1e-12));
    }

    @Test
    void manyThatFallTogetherMakeEachOtherCredible() {
        List<List<NightOutcomes>> scenarios = new ArrayList<>(Collections.nCopies(10, nights("4*5/5 2/5")));
        scenarios.addAll(Collections.nCopies(10, nights("5*5/5")));
        assertThat(DecisionProcedure.decide(suite(scenarios), Rules.DEFAULT).values())
                .filteredOn(decision -> decision.event() == Event.REGRESSED)
                .hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "'6*0/5 5/5', FIXED, INSUFFICIENT, FIXED",
        "'6*0/5 3/5', IMPROVED, FLAKY, FLAKY",
        "'6*0/10 9/10', FIXED, SUSPECT, FIXED",
        "'6*0/10 8/10', IMPROVED, SUSPECT, SUSPECT"
    })
    void aBetterNightIsFixedWhereItReachesTheFloor(String nights, Event event, State state, Headline headline) {
        Decision decision = alone(nights);
        assertThat(decision.event()).isEqualTo(event);
        assertThat(decision.state()).isEqualTo(state);
        assertThat(decision.headline()).isEqualTo(headline);
        assertThat(decision.isTonight()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'20*5/5 7*0/5', REGRESSED",
        "'20*5/5 8*0/5', NONE",
        "'20*0/5 7*5/5', FIXED",
        "'20*0/5 8*5/5', NONE",
        "'20*0/5 7*3/5', IMPROVED",
        "'20*5/5 7*3/5', REGRESSED"
    })
    void aChangeIsAnEventForSevenNights(String nights, Event event) {
        Decision decision = alone(nights);
        assertThat(decision.event()).isEqualTo(event);
        assertThat(decision.isTonight()).isFalse();
        assertThat(decision.lastChanged()).isEqualTo(FIRST.plusDays(20));
        assertThat(decision.eventSince()).isEqualTo(event == Event.NONE ? null : FIRST.plusDays(20));
    }

    @Test
    void afterAChangeOnlyTheNightsSinceAreJudged() {
        Decision decision = alone("20*5/5 10*3/5");
        assertThat(decision.judged()).isEqualTo(new Decision.Regime(FIRST.plusDays(20), 10, Rate.of(30, 50)));
        assertThat(decision.headline()).isEqualTo(Headline.FLAKY);
    }

    @Test
    void aScenarioIsNewForTwoNights() {
        assertThat(alone("5/5").headline()).isEqualTo(Headline.NEW);
        assertThat(alone("5/5").eventSince()).isEqualTo(FIRST);
        assertThat(alone("E 5/5 5/5").eventSince()).isEqualTo(FIRST.plusDays(1));
        assertThat(alone("3*5/5").event()).isEqualTo(Event.NONE);
        assertThat(alone("3*5/5").headline()).isEqualTo(Headline.INSUFFICIENT);
    }

    @Test
    void aNewScenarioThatIsKnownToFailIsNotMerelyNew() {
        assertThat(alone("0/5").event()).isEqualTo(Event.NEW);
        assertThat(alone("0/5").headline()).isEqualTo(Headline.BROKEN);
        assertThat(alone("3/5").headline()).isEqualTo(Headline.FLAKY);
        assertThat(alone("4/5").headline()).isEqualTo(Headline.SUSPECT);
    }

    @Test
    void errorsAreNoEvidence() {
        assertThat(alone("E"))
                .isEqualTo(new Decision(State.INFRA, Event.NONE, null, null, true, null, null, null, List.of()));
        assertThat(alone("E -").state()).isEqualTo(State.INFRA);
        assertThat(alone("E -").onlyErrorsTonight()).isFalse();
        assertThat(alone("-")).isEqualTo(Decision.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20*5/5 3*0/5 E", "20*5/5 3*0/5 -"})
    void whereTonightSaysNothingEarlierNightsAreJudged(String nights) {
        Decision decision = alone(nights);
        assertThat(decision.onlyErrorsTonight()).isEqualTo(nights.endsWith("E"));
        assertThat(decision.tonight()).isNull();
        assertThat(decision.headline()).isEqualTo(Headline.REGRESSED);
        assertThat(decision.eventSince()).isEqualTo(FIRST.plusDays(20));
        assertThat(decision.judged()).isEqualTo(new Decision.Regime(FIRST.plusDays(20), 3, Rate.of(0, 15)));
    }

    @Test
    void nightsThatSayNothingDoNotCount() {
        Decision decision = alone("20*5/5 E - 3*0/5 - E 4*0/5");
        assertThat(decision.event()).as("the change is seven valid nights ago").isEqualTo(Event.REGRESSED);
        assertThat(decision.judged()).isEqualTo(new Decision.Regime(FIRST.plusDays(22), 7, Rate.of(0, 35)));
    }

    @Test
    void onlyTheLastSixtyValidNightsAreJudged() {
        assertThat(alone("4*0/5 60*1/1").judged())
                .isEqualTo(new Decision.Regime(FIRST.plusDays(4), 60, Rate.of(60, 60)));
        assertThat(alone("4*0/5 60*1/1").changes()).isEmpty();
        assertThat(judged(alone("4*4/5 30*1/1 E - 29*1/1")).rate())
                .as("one of the four is still in view")
                .isEqualTo(Rate.of(63, 64));
    }

    @Test
    void theChangeIsGivenWithItsEvidence() {
        Decision.Change change = alone("20*5/5 10*2/5").changes().get(0);
        assertThat(change.night()).isEqualTo(FIRST.plusDays(20));
        assertThat(change.isDrop()).isTrue();
        assertThat(change.before()).isEqualTo(Rate.of(100, 100));
        assertThat(change.after()).isEqualTo(Rate.of(20, 50));
        assertThat(change.p()).isBetween(0.0, 1e-10);
        assertThat(change.adjustedP()).isEqualTo(change.p());
        assertThat(change.dispersion()).isOne();
        assertThat(alone("20*0/5 10*2/5").changes().get(0).isDrop()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'12*5/5 0/5', 12, REGRESSED, 0, 5, 11, 5, 10",
        "'12*5/5 2*0/5', 12, REGRESSED, 0, 10, 12, 0, 10",
        "'12*0/5 5/5', 12, IMPROVED, 5, 5, 11, 5, 10",
        "'12*0/5 2*5/5', 12, FIXED, 10, 10, 12, 10, 10"
    })
    void amongManyAChangeBeginsOnTheNightItShowsWhereverTheNightsAreCut(
            String nights, int began, Event event, long passed, long n, int cut, long judgedPassed, long judgedRuns) {
        Decision decision = decide(nights, 19);
        assertThat(decision.isTonight()).isFalse();
        assertThat(decision.changes()).extracting(Decision.Change::night).containsExactly(FIRST.plusDays(cut));
        assertThat(decision.event()).isEqualTo(event);
        assertThat(decision.eventSince()).isEqualTo(FIRST.plusDays(began));
        assertThat(decision.sinceEvent()).isEqualTo(Rate.of(passed, n));
        assertThat(judged(decision).since()).isEqualTo(FIRST.plusDays(cut));
        assertThat(judged(decision).rate()).isEqualTo(Rate.of(judgedPassed, judgedRuns));
    }

    @Test
    void aCutANightTooEarlyIsKeptAsTheEvidence() {
        Decision.Change change = decide("12*5/5 0/5", 19).changes().get(0);
        assertThat(change.before()).isEqualTo(Rate.of(55, 55));
        assertThat(change.after()).isEqualTo(Rate.of(5, 10));
    }

    @Test
    void aChangeOfEarlierNightsStaysDatedWhereItBegan() {
        Decision decision = decide("12*5/5 4*1/5", 19);
        assertThat(decision.eventSince()).isEqualTo(FIRST.plusDays(12));
        assertThat(decision.sinceEvent()).isEqualTo(Rate.of(4, 20));
    }

    @Test
    void withoutAnEventNothingIsSince() {
        Decision decision = decide("20*5/5 8*0/5", 19);
        assertThat(decision.changes()).hasSize(1);
        assertThat(decision.eventSince()).isNull();
        assertThat(decision.sinceEvent()).isNull();
    }

    @Test
    void whatIsSinceAnEventOfTonightIsTonight() {
        assertThat(alone("12*5/5 1/5").sinceEvent()).isEqualTo(Rate.of(1, 5));
        assertThat(alone("2*5/5").sinceEvent()).as("new since the first night").isEqualTo(Rate.of(10, 10));
    }

    @Test
    void theThresholdsAreThoseOfTheRules() {
        Rules d = Rules.DEFAULT;
        Rules strict = new Rules(3, 2, 1, 20, 0.5, 0.99, 0.01, 0.001, 1e-9, 1e-9, 0.9, 0.8, 5, 0.02, 0.7, 0.05, 30);
        assertThat(d).isNotEqualTo(strict);
        assertThat(one("29/29", strict).state()).isEqualTo(State.INSUFFICIENT);
        assertThat(one("0/5", strict).state()).isEqualTo(State.INSUFFICIENT);
        assertThat(one("3/5", strict).state()).isEqualTo(State.SUSPECT);
        assertThat(one("5/5", strict).event()).isEqualTo(Event.NONE);
        assertThat(judged(one("10*5/5", strict)).nights()).isEqualTo(3);
        assertThat(one("3*5/5 0/5", strict).tonight()).isNull();
        assertThat(one("20*5/5 4*0/5", strict).changes()).isEmpty();
    }

    @Test
    void aSuiteMayBeEmpty() {
        assertThat(DecisionProcedure.decide(new TreeMap<>(), Rules.DEFAULT)).isEmpty();
    }

    @Test
    void hugeNightsAreJudgedToo() {
        Decision decision = alone("60*1900/2000 1600/2000");
        assertThat(decision.event()).isEqualTo(Event.REGRESSED);
        assertThat(decision.state()).isEqualTo(State.FLAKY);
        assertThat(judged(decision).rate().n()).isEqualTo(2000);
    }

    @Test
    void noOrderOfScenariosMovesAnything() {
        List<List<NightOutcomes>> scenarios = RandomSuites.suite(61, 40, 20, 5);
        SortedMap<String, Decision> decided = DecisionProcedure.decide(suite(scenarios), Rules.DEFAULT);
        SortedMap<String, List<NightOutcomes>> backwards = new TreeMap<>();
        for (int i = 0; i < scenarios.size(); i++) {
            backwards.put(String.format("%04d", scenarios.size() - 1 - i), scenarios.get(i));
        }
        List<Decision> again = new ArrayList<>(
                DecisionProcedure.decide(backwards, Rules.DEFAULT).values());
        Collections.reverse(again);
        assertThat(again).containsExactlyElementsOf(decided.values());
        assertThat(decided.values()).extracting(Decision::state).contains(State.FLAKY, State.BROKEN, State.RELIABLE);
    }

    @Test
    void whatIsClaimedIsProven() {
        for (int seed = 0; seed < 20; seed++) {
            DecisionProcedure.decide(suite(RandomSuites.suite(seed, 10, 12, 4)), Rules.DEFAULT)
                    .values()
                    .forEach(DecisionProcedureTest::isConsistent);
        }
    }

    private static void isConsistent(Decision decision) {
        Rate rate = judged(decision).rate();
        double proof = Objects.requireNonNull(decision.proof());
        switch (decision.state()) {
            case BROKEN, FLAKY, RELIABLE -> assertThat(proof).isBetween(0.0, 0.05);
            case SUSPECT -> assertThat(rate.passed()).isBetween(1L, rate.n() - 1);
            case INSUFFICIENT -> assertThat(rate.passed()).isIn(0L, rate.n());
            case INFRA, NO_DATA -> throw new AssertionError("every night has valid runs");
        }
        if (decision.isTonight()) {
            assertThat(judged(decision).nights()).isOne();
            assertThat(decision.event()).isIn(Event.REGRESSED, Event.FIXED, Event.IMPROVED);
        }
        assertThat(decision.eventSince() == null).isEqualTo(decision.event() == Event.NONE);
    }

    private static Decision alone(String nights) {
        return decide(nights, 0);
    }

    private static Decision one(String nights, Rules rules) {
        return Objects.requireNonNull(
                DecisionProcedure.decide(suite(nights, 0), rules).get("s"));
    }

    private static Decision decide(String nights, int others) {
        return Objects.requireNonNull(
                DecisionProcedure.decide(suite(nights, others), Rules.DEFAULT).get("s"));
    }

    private static Decision.TonightTest tonight(Decision decision) {
        return Objects.requireNonNull(decision.tonight());
    }

    private static Decision.Regime judged(Decision decision) {
        return Objects.requireNonNull(decision.judged());
    }
}
