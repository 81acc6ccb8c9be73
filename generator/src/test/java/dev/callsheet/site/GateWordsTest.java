package dev.callsheet.site;

import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.gate.Gate;
import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.Mute;
import dev.callsheet.gate.RuleResult;
import dev.callsheet.gate.Verdict;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.report.Report;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateWordsTest {

    private static final String GOOD = "PPPPP";
    private static final LocalDate LAST = LocalDate.of(2026, 4, 13);

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aGateFailsBecauseOfARequiredScenarioThatGotWorse() {
        GivenSuite nights = new GivenSuite()
                .and(scenario("a").named("Cancel an appointment").required())
                .runs("a", 16, GOOD)
                .night("a", 16, "P");
        assertThat(sentence(nights.night("a", 17, "FPFFF")))
                .isEqualTo("Gate failed because Cancel an appointment, required for promotion, passed 1 of 5 tonight"
                        + " after 81 of 81.");
    }

    @Test
    void oneScenarioIsToldAndTheOthersAreCounted() {
        GivenSuite nights = new GivenSuite().required("b").runs("a", 12, GOOD).runs("b", 12, GOOD);
        assertThat(sentence(nights.night("a", 13, "FFFFF").night("b", 13, "PPPPP")))
                .isEqualTo("Gate failed because a passed 0 of 5 tonight after 60 of 60.");
        assertThat(evidence(nights.night("b", 14, "FFFFF").night("a", 14, "FFFFF"), GateRule.ANY_WORSE))
                .isEqualTo("B passed 0 of 5 tonight after 65 of 65, and 1 more got worse.");
    }

    @Test
    void aChangeOfEarlierNightsIsDated() {
        GivenSuite nights = new GivenSuite().runs("a", 12, GOOD);
        for (int night = 13; night <= 16; night++) {
            nights.night("a", night, "PFFFF");
        }
        assertThat(sentence(nights)).isEqualTo("Gate failed because a passed 4 of 20 since 13 Apr after 60 of 60.");
    }

    @Test
    void aRequiredScenarioThatIsBrokenHasNoBefore() {
        assertThat(sentence(new GivenSuite()
                        .required("a")
                        .required("b")
                        .runs("a", 3, "FFFFF")
                        .runs("b", 3, "FFFFF")))
                .isEqualTo("Gate failed because A, required for promotion, passed 0 of 15 since 1 Apr, and 1 more is"
                        + " worse or broken.");
    }

    @Test
    void aNightTooWeakToProveAnythingFailsForItsCounts() {
        assertThat(sentence(new GivenSuite().required("a").night("a", 1, "PPPFF")))
                .isEqualTo("Gate failed because A, required for promotion, passed 3 of 5 tonight, of which 4 must.");
    }

    @Test
    void aGatePasses() {
        assertThat(sentence(new GivenSuite().required("a").runs("a", 7, GOOD))).isEqualTo("Gate passed.");
    }

    @Test
    void aNightOfErrorsIsInconclusive() {
        assertThat(sentence(new GivenSuite().runs("a", 2, GOOD).night("a", 3, "E".repeat(60))))
                .isEqualTo("Gate inconclusive: 60 of 60 runs errored.");
        assertThat(sentence(new GivenSuite())).isEqualTo("Gate inconclusive: no finished run was loaded.");
        assertThat(sentence(new GivenSuite().runs("a", 2, GOOD).night("a", 3, "PPPPPPE")))
                .isEqualTo("Gate inconclusive: 1 of 7 runs errored or was cancelled, 14.3 %, more than 10 %.");
    }

    @Test
    void aRequiredScenarioWithoutAResultIsInconclusive() {
        GivenSuite nights =
                new GivenSuite().required("a").required("c").runs("a", 2, GOOD).runs("b", 3, GOOD);
        assertThat(sentence(nights))
                .isEqualTo("Gate inconclusive: A, required for promotion, has no result tonight, and 1 more cannot be"
                        + " judged.");
    }

    @Test
    void everyRuleHasASentence() {
        GivenSuite nights =
                new GivenSuite().required("a").required("b").runs("a", 2, GOOD).runs("b", 2, GOOD);
        assertThat(evidence(nights))
                .containsExactly(
                        "10 of 10 runs have a result.",
                        "0 of 10 runs errored or were cancelled, 0.0 %; at most 10 % may.",
                        "Of 2 required scenarios none got worse or is broken.",
                        "Of 2 required scenarios none passed fewer than four fifths of its runs tonight.",
                        "Of 2 required scenarios none is without a result tonight, and none failed all of too few runs.",
                        "2 of 2 required scenarios pass, not yet proven: A, B.",
                        "Of 2 scenarios none got worse.",
                        "0 of 2 scenarios are flaky; at most 1 may be.",
                        "Overall tone: too few nights with a score to see a change.",
                        "No run has an overall tone score.",
                        "No run of tonight has a known turn limit.",
                        evidence(nights, GateRule.FLAKE_RISK));
        assertThat(evidence(nights, GateRule.FLAKE_RISK))
                .startsWith("A gate that wants every run to pass would fail by flakiness alone with a probability of ")
                .endsWith(" %; up to 20 % is no warning.");
    }

    @Test
    void ofTheSuitesRateTheWholeIntervalIsTold() {
        GivenSuite nights = new GivenSuite().night("a", 1, GOOD).night("b", 1, GOOD);
        assertThat(suiteRate(nights, 0.5))
                .isEqualTo("10 of 10 runs passed, 95 % interval from 72.2 % to 100.0 %; 50 % are required.");
        assertThat(suiteRate(nights, 0.8))
                .isEqualTo(
                        "10 of 10 runs passed, 95 % interval from 72.2 % to 100.0 %, which does not settle whether it"
                                + " reaches 80 %.");
    }

    @Test
    void aFallOfToneIsDated() {
        GivenSuite nights = new GivenSuite();
        for (int night = 1; night <= 30; night++) {
            nights.tone("a", night, 2, (night <= 15 ? "0.90" : "0.85") + night % 3);
        }
        assertThat(evidence(nights, GateRule.TONE_DROP))
                .isEqualTo("Overall tone fell by 0.050 since 16 Apr; a fall of 0.03 is a warning.");
    }

    @Test
    void whatTheCountsProveIsTold() {
        GivenSuite nights = new GivenSuite().tone("a", 1, 7, "0.69").tone("a", 1, 53, "0.7");
        assertThat(evidence(nights, GateRule.TONE_BUDGET))
                .isEqualTo(
                        "7 of 60 scored runs of the last 1 night sounded bad, which proves a share of at least 5.6 %;"
                                + " 5 % may.");
    }

    @Test
    void withoutABadRunNothingIsProven() {
        assertThat(evidence(new GivenSuite().tone("a", 1, 5, "0.7").tone("a", 2, 5, "0.9"), GateRule.TONE_BUDGET))
                .isEqualTo("0 of 10 scored runs of the last 2 nights sounded bad; 5 % may.");
    }

    @ParameterizedTest
    @CsvSource({
        "0.7996, 0.8, 79.9 %",
        "0.8, 0.8, 80.0 %",
        "0.80001, 0.8, 80.1 %",
        "0.8049, 0.8, 80.5 %",
        "0.1004, 0.1, 10.1 %",
        "0.0996, 0.1, 9.9 %",
        "0.8005, 0.8005, 80.05 %",
        "0.80049, 0.8005, 80.0 %",
        "0.99999, 0.5, 99.9 %",
        "0.00001, 0.5, 0.1 %",
        "0, 0.1, 0.0 %",
        "1, 0.1, 100.0 %"
    })
    void roundingReachesNoLimit(double value, double limit, String shown) {
        assertThat(GateFigures.percent(result(GateRule.INFRASTRUCTURE, value, limit)))
                .isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"-0.0299, -0.03, 0.029", "-0.03, -0.03, 0.030", "-0.03001, -0.03, 0.031", "-0.0514, -0.03, 0.051"})
    void norDoesThatOfAFall(double value, double limit, String shown) {
        assertThat(GateFigures.fall(result(GateRule.TONE_DROP, value, limit))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                a   | FFFFF | Gate passed; 1 scenario is muted, else it would fail.
                b   | FFFFF | Gate failed because A, required for promotion, passed 0 of 5 tonight after 60 of 60; 1 scenario is muted.
                a,b | FFFFF | Gate inconclusive: every scenario with a result tonight is muted; 2 scenarios are muted, else it would fail.
                a   | PPPPP | Gate passed; 1 scenario is muted.
                x   | PPPPP | Gate passed.
                """)
    void theVerdictSaysHowManyAreMuted(String muted, String tonight, String sentence) {
        assertThat(mutedSentence(muted, LAST, tonight)).isEqualTo(sentence);
    }

    @Test
    void aMuteThatHasExpiredIsNoneInTheVerdict() {
        assertThat(mutedSentence("a", LAST.minusDays(1), "FFFFF"))
                .startsWith("Gate failed because A")
                .doesNotContain("muted");
    }

    @Test
    void aCiSystemSkipsWhatIsMuted() {
        Analysis analysis =
                Plans.analysis(corpora.of(new GivenSuite().required("a").night("a", 3, "FFFFF")));
        Mute mute = new Mute("callsheet.yml", 3, "a", "Ada", "issue\n12", LAST);
        GateResult gate = Gate.judge(analysis, GateLimits.DEFAULT, List.of(mute));
        assertThat(TestCases.of(with(Plans.report(analysis), gate)))
                .singleElement()
                .satisfies(test -> {
                    assertThat(test.outcome()).isEqualTo(TestCase.Outcome.SKIPPED);
                    assertThat(test.type()).isEqualTo("muted");
                    assertThat(test.reason())
                            .matches(
                                    "muted until \\S+ 13 Apr 2026 by Ada \\(issue 12\\); .*0 of 5 runs passed tonight");
                });
    }

    private String mutedSentence(String muted, LocalDate until, String tonight) {
        Analysis analysis = Plans.analysis(corpora.of(new GivenSuite()
                .required("a")
                .runs("a", 12, GOOD)
                .runs("b", 13, GOOD)
                .night("a", 13, tonight)));
        List<Mute> mutes = Arrays.stream(muted.split(",", -1))
                .map(id -> new Mute("callsheet.yml", 3, id, "Ada", "issue 12", until))
                .toList();
        return words(with(Plans.report(analysis), Gate.judge(analysis, GateLimits.DEFAULT, mutes)))
                .sentence();
    }

    @Test
    void whatFailsByConfigurationReadsAsASentence() {
        GivenSuite nights = new GivenSuite();
        for (int night = 1; night <= 30; night++) {
            nights.tone("a", night, 2, (night <= 15 ? "0.90" : "0.85") + night % 3);
        }
        Report report = configured(nights, GateLimits.DEFAULT.with(GateRule.TONE_DROP, Verdict.FAIL));
        assertThat(words(report).sentence())
                .isEqualTo(
                        "Gate failed because overall tone fell by 0.050 since 16 Apr; a fall of 0.03 fails the gate.");
        assertThat(evidence(report, GateRule.TONE_DROP))
                .isEqualTo("Overall tone fell by 0.050 since 16 Apr; a fall of 0.03 fails the gate.");
    }

    @Test
    void aRequiredScenarioOfTheConfigurationIsNotCalledOneOfPromotion() {
        GateLimits limits = required("a", "nobody");
        GivenSuite nights = new GivenSuite().runs("a", 3, "FFFFF");
        assertThat(words(configured(nights, limits)).sentence())
                .isEqualTo("Gate failed because a, required by the configuration, passed 0 of 15 since 1 Apr.");
        assertThat(evidence(configured(nights, limits), GateRule.REQUIRED_EVIDENCE))
                .isEqualTo("nobody, required by the configuration, is not among the scenarios that were loaded.");
    }

    @Test
    void anotherShareIsTold() {
        GateLimits limits =
                new GateLimits(GateLimits.DEFAULT.ifNot(), 0.1, 0.9, 0.8, 1, 0.02, 0.03, 0.05, 0.2, List.of());
        assertThat(evidence(
                        configured(new GivenSuite().required("a").night("a", 1, "PPPPF"), limits),
                        GateRule.REQUIRED_TONIGHT))
                .isEqualTo("A, required for promotion, passed 4 of 5 tonight, of which 5 must.");
        assertThat(evidence(
                        configured(new GivenSuite().required("a").night("a", 1, GOOD), limits),
                        GateRule.REQUIRED_TONIGHT))
                .isEqualTo("Of 1 required scenario none passed fewer than 90 % of its runs tonight.");
    }

    private static GateLimits required(String... ids) {
        return new GateLimits(GateLimits.DEFAULT.ifNot(), 0.1, 0.8, 0.8, 1, 0.02, 0.03, 0.05, 0.2, List.of(ids));
    }

    private Report configured(GivenSuite nights, GateLimits limits) {
        Analysis analysis = Plans.analysis(corpora.of(nights));
        return with(Plans.report(analysis), Gate.judge(analysis, limits));
    }

    private static RuleResult result(GateRule rule, double value, double limit) {
        return new RuleResult(rule, Verdict.PASS, value, limit, null, null, List.of());
    }

    private String sentence(GivenSuite nights) {
        return words(report(nights, null)).sentence();
    }

    private String evidence(GivenSuite nights, GateRule rule) {
        return evidence(report(nights, null), rule);
    }

    private String suiteRate(GivenSuite nights, double limit) {
        return evidence(report(nights, limit), GateRule.SUITE_RATE);
    }

    private static String evidence(Report report, GateRule rule) {
        return report.gate().rules().stream()
                .filter(result -> result.rule() == rule)
                .map(words(report)::sentence)
                .findFirst()
                .orElseThrow();
    }

    private List<String> evidence(GivenSuite nights) {
        Report report = report(nights, null);
        return report.gate().rules().stream().map(words(report)::sentence).toList();
    }

    private static GateWords words(Report report) {
        return new GateWords(report, new Labels(report.analysis().scenarios())::of);
    }

    private Report report(GivenSuite nights, @Nullable Double suiteRate) {
        GateLimits limits = suiteRate == null
                ? GateLimits.DEFAULT
                : new GateLimits(
                        GateLimits.DEFAULT
                                .with(GateRule.SUITE_RATE, Verdict.FAIL)
                                .ifNot(),
                        0.1,
                        0.8,
                        suiteRate,
                        1,
                        0.02,
                        0.03,
                        0.05,
                        0.2,
                        List.of());
        return configured(nights, limits);
    }

    private static Report with(Report report, GateResult gate) {
        return new Report(
                report.version(),
                report.generatedAt(),
                report.calendar(),
                report.analysis(),
                0,
                List.of(),
                new TreeMap<>(),
                gate,
                report.history(),
                null);
    }
}
