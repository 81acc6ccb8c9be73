package dev.callsheet.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a suite's decisions say together: {@link SuiteChanges}, {@link OneNight} and {@link FlakeOutlook}. */
class LatestChangesTest {

    private static final String GOOD = "PPPPP";
    private static final String BAD = "FFFFF";
    private static final int LAST = 16;

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void theNewestChangeComesFirstAndThenWhatIsRequired() {
        GivenSuite nights = new GivenSuite().required("d");
        for (String scenario : List.of("a", "b", "c", "d")) {
            since(nights, scenario, scenario.equals("a") ? 12 : 14, GOOD, scenario.equals("b") ? "FFPFF" : BAD);
        }
        SuiteChanges changes = analysis(nights).changes();
        assertThat(ids(changes.worse())).containsExactly("d", "c", "b", "a");
        assertThat(changes.better()).isEmpty();
        assertThat(changes.unchanged()).isZero();
    }

    @Test
    void everyScenarioIsWorseBetterUnchangedOrNew() {
        GivenSuite nights = new GivenSuite().runs("same", LAST, GOOD).night("new", LAST, GOOD);
        since(nights, "fixed", 13, BAD, GOOD);
        since(nights, "improved", 14, BAD, "PFPFP");
        since(nights, "worse", 13, GOOD, BAD);
        SuiteChanges changes = analysis(nights.night("errors", LAST, "EE")).changes();
        assertThat(ids(changes.worse())).containsExactly("worse");
        assertThat(ids(changes.better())).containsExactly("improved", "fixed");
        assertThat(changes.unchanged()).isOne();
        assertThat(changes.fresh()).isOne();
        assertThat(ids(changes.undecided())).containsExactly("fixed", "new");
    }

    @Test
    void onlyWhatBeganAfterANightIsNewerThanIt() {
        GivenSuite nights = since(new GivenSuite(), "a", 13, GOOD, BAD);
        List<ScenarioNumbers> worse =
                analysis(since(nights, "b", LAST, GOOD, BAD)).changes().worse();
        assertThat(ids(SuiteChanges.after(LocalDate.of(2026, 4, 15), worse))).containsExactly("b");
        assertThat(ids(SuiteChanges.after(LocalDate.of(2026, 4, 12), worse))).containsExactly("b", "a");
        assertThat(ids(SuiteChanges.after(LocalDate.of(2026, 4, 16), worse))).isEmpty();
        assertThat(SuiteChanges.after(null, worse)).isEmpty();
    }

    @Test
    void theMoreScenariosTheDeeperOneMustFallInOneNight() {
        assertThat(oneNight(1).passedAtMost()).isEqualTo(3);
        assertThat(oneNight(20).passedAtMost()).isEqualTo(2);
        assertThat(oneNight(20).tested()).isEqualTo(20);
        assertThat(oneNight(20).blind()).isZero();
    }

    @Test
    void theTypicalScenarioIsTheOneInTheMiddle() {
        OneNight night = analysis(new GivenSuite()
                        .runs("blind", LAST, "P")
                        .runs("few", LAST, "PPP")
                        .runs("many", LAST, GOOD + GOOD))
                .oneNight();
        assertThat(night.tested()).isEqualTo(3);
        assertThat(night.blind()).isOne();
        assertThat(Objects.requireNonNull(night.typical()).id()).isEqualTo("few");
        assertThat(night.passedAtMost()).isOne();
    }

    @Test
    void whereEvenANightWithoutAPassProvesNothingAScenarioIsBlind() {
        OneNight night = analysis(new GivenSuite().runs("a", 10, "P")).oneNight();
        assertThat(night.blind()).isOne();
        assertThat(night.passedAtMost()).isEqualTo(-1);
    }

    @Test
    void onAFirstNightNothingIsTested() {
        assertThat(analysis(new GivenSuite().night("a", 1, GOOD)).oneNight()).isEqualTo(new OneNight(0, 0, null, -1));
    }

    @Test
    void brokenAndWorseScenariosFailByNoChance() {
        GivenSuite nights = new GivenSuite().runs("broken", LAST, BAD).runs("steady", LAST, GOOD);
        FlakeOutlook outlook = analysis(
                        since(nights, "worse", LAST, GOOD, "PFFFF").night("gone", 1, GOOD))
                .outlook();
        assertThat(outlook.counted()).isOne();
        assertThat(outlook.leftOut()).isEqualTo(2);
        assertThat(outlook.required()).as("nothing is required").isNull();
        assertThat(outlook.expected()).containsOnlyKeys("broken", "steady", "worse");
        assertThat(outlook.expected().get("broken")).isBetween(4.5, 5.0);
        assertThat(outlook.expected().get("steady")).isBetween(0.0, 0.2);
    }

    @Test
    void aGateOfRequiredScenariosForgivesAFifth() {
        FlakeOutlook outlook = analysis(
                        new GivenSuite().required("a").runs("a", LAST, "PPPPF").runs("b", LAST, "PPPPF"))
                .outlook();
        double all = Objects.requireNonNull(outlook.allPass()).probability();
        double required = Objects.requireNonNull(outlook.required()).probability();
        assertThat(all).isBetween(0.8, 0.95);
        assertThat(required).isBetween(0.2, 0.35);
    }

    @Test
    void withoutACountedScenarioThereIsNoRisk() {
        FlakeOutlook outlook = analysis(new GivenSuite().runs("a", 3, BAD)).outlook();
        assertThat(outlook.allPass()).isNull();
        assertThat(outlook.leftOut()).isOne();
    }

    @Test
    void fourFifthsAreRoundedUp() {
        assertThat(List.of(0, 1, 2, 3, 4, 5, 6, 10))
                .extracting(FlakeOutlook::needed)
                .containsExactly(0, 1, 2, 3, 4, 4, 5, 8);
    }

    private static GivenSuite since(GivenSuite nights, String scenario, int changed, String before, String then) {
        nights.runs(scenario, changed - 1, before);
        for (int night = changed; night <= LAST; night++) {
            nights.night(scenario, night, then);
        }
        return nights;
    }

    private OneNight oneNight(int scenarios) {
        GivenSuite nights = new GivenSuite();
        for (int i = 0; i < scenarios; i++) {
            nights.runs("s" + i, 6, GOOD);
        }
        return analysis(nights).oneNight();
    }

    private static List<String> ids(List<ScenarioNumbers> scenarios) {
        return scenarios.stream().map(ScenarioNumbers::id).toList();
    }

    private Analysis analysis(GivenSuite nights) {
        return Plans.analysis(corpora.of(nights));
    }
}
