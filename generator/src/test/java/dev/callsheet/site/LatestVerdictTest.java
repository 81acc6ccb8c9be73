package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LatestVerdictTest {

    private static final String GOOD = "PPPPP";
    private static final String BAD = "FFFFF";
    private static final int LAST = 16;

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void withoutARunThereIsNoNight() {
        assertThat(headline(new GivenSuite())).isEqualTo("No finished run was loaded.");
    }

    @Test
    void aNightOfErrorsCannotBeJudged() {
        assertThat(headline(new GivenSuite().runs("a", 3, GOOD).night("a", 4, "EEE")))
                .isEqualTo("Tonight cannot be judged: 3 of 3 runs errored.");
    }

    @Test
    void theFirstNightIsTooEarlyForAChange() {
        assertThat(headline(new GivenSuite().night("a", 1, "PPPPF")))
                .isEqualTo("Too few nights to see a change: 4 of 5 runs passed.");
    }

    @Test
    void newScenariosAloneAreTooEarlyToo() {
        assertThat(headline(new GivenSuite().runs("a", 2, GOOD)))
                .isEqualTo("Too few nights to see a change: 5 of 5 runs passed.");
    }

    @Test
    void aNightLikeTheOnesBeforeIsNoRealChange() {
        assertThat(headline(steady(new GivenSuite(), 2))).isEqualTo("No real change since 15 Apr.");
    }

    @Test
    void aFailureThatChanceExplainsIsNoRealChange() {
        GivenSuite nights = since(new GivenSuite(), "a", LAST, GOOD, "PPPPF");
        assertThat(headline(nights)).isEqualTo("No real change since 15 Apr.");
    }

    @Test
    void oneGotWorseTonight() {
        assertThat(headline(since(steady(new GivenSuite(), 1), "a", LAST, GOOD, BAD)))
                .isEqualTo("1 scenario got worse tonight, 1 is unchanged.");
        assertThat(headline(since(new GivenSuite(), "a", LAST, GOOD, BAD))).isEqualTo("1 scenario got worse tonight.");
    }

    @Test
    void oneAmongManyGotWorseTonight() {
        assertThat(headline(since(steady(new GivenSuite(), 19), "a", LAST, GOOD, BAD)))
                .isEqualTo("1 scenario got worse tonight, 19 are unchanged.");
    }

    @Test
    void whatGotWorseBeforeIsDated() {
        GivenSuite one = since(steady(new GivenSuite(), 2), "a", 13, GOOD, BAD);
        assertThat(headline(one)).isEqualTo("1 scenario is worse since 13 Apr, 2 are unchanged.");
        assertThat(headline(since(one, "b", 13, GOOD, BAD)))
                .isEqualTo("2 scenarios are worse since 13 Apr, 2 are unchanged.");
        assertThat(headline(since(one, "c", 11, GOOD, BAD)))
                .isEqualTo("3 scenarios are worse since 11 Apr or later, 2 are unchanged.");
    }

    @Test
    void tonightIsToldBeforeEarlierNights() {
        GivenSuite nights = since(new GivenSuite(), "a", LAST, GOOD, BAD);
        assertThat(headline(since(nights, "b", 13, GOOD, BAD)))
                .isEqualTo("1 scenario got worse tonight, 1 more is worse since 13 Apr.");
        assertThat(headline(since(since(nights, "c", 12, GOOD, BAD), "d", LAST, GOOD, BAD)))
                .isEqualTo("2 scenarios got worse tonight, 2 more are worse since 12 Apr or later.");
    }

    @Test
    void whatIsBetterIsToldAfterWhatIsWorse() {
        GivenSuite nights = since(new GivenSuite(), "a", LAST, GOOD, BAD);
        assertThat(headline(since(nights, "b", 13, BAD, GOOD))).isEqualTo("1 scenario got worse tonight, 1 was fixed.");
        assertThat(headline(since(since(nights, "c", 12, BAD, GOOD), "d", 12, BAD, "PFPFP")))
                .isEqualTo("1 scenario got worse tonight, 2 were fixed, 1 got better.");
    }

    @Test
    void whereAllIsBetterNothingGotWorse() {
        GivenSuite nights = since(new GivenSuite(), "a", 13, BAD, GOOD);
        assertThat(headline(nights)).isEqualTo("1 scenario was fixed, nothing got worse.");
        assertThat(headline(since(nights, "b", 12, BAD, GOOD))).isEqualTo("2 scenarios were fixed, nothing got worse.");
        assertThat(headline(since(new GivenSuite(), "d", 12, BAD, "PFPFP")))
                .isEqualTo("1 scenario got better, nothing got worse.");
    }

    @Test
    void newScenariosAreCountedLast() {
        GivenSuite nights =
                since(steady(new GivenSuite(), 1), "a", LAST, GOOD, BAD).night("new", LAST, GOOD);
        assertThat(headline(nights)).isEqualTo("1 scenario got worse tonight, 1 is unchanged, 1 is new.");
        assertThat(headline(nights.night("newer", LAST, GOOD)))
                .isEqualTo("1 scenario got worse tonight, 1 is unchanged, 2 are new.");
    }

    private static GivenSuite steady(GivenSuite nights, int scenarios) {
        for (int i = 0; i < scenarios; i++) {
            nights.runs("steady " + i, LAST, GOOD);
        }
        return nights;
    }

    private static GivenSuite since(GivenSuite nights, String scenario, int changed, String before, String then) {
        nights.runs(scenario, changed - 1, before);
        for (int night = changed; night <= LAST; night++) {
            nights.night(scenario, night, then);
        }
        return nights;
    }

    private String headline(GivenSuite nights) {
        return LatestVerdict.headline(Plans.analysis(corpora.of(nights)));
    }
}
