package dev.callsheet.gate;

import static dev.callsheet.gate.GateRule.ANY_WORSE;
import static dev.callsheet.gate.GateRule.INFRASTRUCTURE;
import static dev.callsheet.gate.GateRule.NIGHT_HAS_RESULTS;
import static dev.callsheet.gate.GateRule.REQUIRED_EVIDENCE;
import static dev.callsheet.gate.GateRule.REQUIRED_TONIGHT;
import static dev.callsheet.gate.GateRule.REQUIRED_UNPROVEN;
import static dev.callsheet.gate.GateRule.REQUIRED_WORSE;
import static dev.callsheet.gate.GateRule.SUITE_RATE;
import static dev.callsheet.gate.Verdict.FAIL;
import static dev.callsheet.gate.Verdict.INCONCLUSIVE;
import static dev.callsheet.gate.Verdict.PASS;
import static dev.callsheet.gate.Verdict.WARN;
import static dev.callsheet.testing.Given.fetch;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.stats.Interval;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

    private static final String GOOD = "PPPPP";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aReportOfNothingIsInconclusiveAndOnlyThatIsSaid() {
        GateResult gate = judge(new GivenSuite());
        assertThat(gate.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(gate.rules())
                .containsExactly(
                        new RuleResult(NIGHT_HAS_RESULTS, INCONCLUSIVE, null, null, 0L, 0L, List.of()),
                        new RuleResult(INFRASTRUCTURE, PASS, null, 0.1, 0L, 0L, List.of()));
    }

    @Test
    void whatEarlierNightsHaveShownIsNoVerdictOnANightOfErrors() {
        GivenSuite nights = new GivenSuite().required("a").runs("a", 12, GOOD).night("a", 13, "FFFFF");
        assertThat(judge(nights).verdict()).isEqualTo(FAIL);
        GateResult gate = judge(nights.night("a", 14, "EEECC"));
        assertThat(gate.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(gate.rules()).extracting(RuleResult::rule).containsExactly(NIGHT_HAS_RESULTS, INFRASTRUCTURE);
        assertThat(gate.rules().get(1).value()).isEqualTo(1);
    }

    @Test
    void aFewResultsAmongErrorsAreNoResults() {
        RuleResult result = rule(NIGHT_HAS_RESULTS, new GivenSuite().night("a", 1, "EEEEEEEEF"));
        assertThat(result.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(result.count()).isEqualTo(1);
        assertThat(result.n()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"PPPPPPPPPE, PASS", "PPPPPPPPE, INCONCLUSIVE", "PPPPPPPPPPPPPPPPPCE, INCONCLUSIVE"})
    void tooManyErrorsLeaveItOpen(String outcomes, Verdict expected) {
        GateResult gate = judge(new GivenSuite().night("a", 1, outcomes));
        assertThat(of(gate, INFRASTRUCTURE).verdict()).isEqualTo(expected);
        assertThat(gate.verdict()).isEqualTo(expected);
    }

    @Test
    void aRequiredScenarioMustNotGetWorseNorMustAnyOther() {
        GateResult gate = judge(new GivenSuite()
                .required("a")
                .runs("a", 12, GOOD)
                .runs("b", 12, GOOD)
                .runs("c", 13, GOOD)
                .night("a", 13, GOOD)
                .night("b", 13, "FFFFP"));
        assertThat(gate.verdict()).isEqualTo(FAIL);
        assertThat(of(gate, REQUIRED_WORSE))
                .isEqualTo(new RuleResult(REQUIRED_WORSE, PASS, null, null, 0L, 1L, List.of()));
        assertThat(of(gate, ANY_WORSE)).isEqualTo(new RuleResult(ANY_WORSE, FAIL, null, null, 1L, 3L, List.of("b")));
    }

    @Test
    void aBrokenScenarioFailsTheGateOnlyWhereItIsRequired() {
        assertThat(judge(new GivenSuite().runs("a", 3, "FFFFF").runs("b", 3, GOOD))
                        .verdict())
                .isEqualTo(PASS);
        GateResult gate = judge(new GivenSuite().required("a").runs("a", 3, "FFFFF"));
        assertThat(gate.verdict()).isEqualTo(FAIL);
        assertThat(of(gate, REQUIRED_WORSE).scenarios()).containsExactly("a");
        assertThat(of(gate, ANY_WORSE).verdict()).isEqualTo(PASS);
    }

    @Test
    void theNewestChangeIsNamedFirstAndWhatIsBrokenLast() {
        GivenSuite nights =
                new GivenSuite().required("broken").required("older").required("tonight");
        nights.runs("broken", 16, "FFFFF").runs("older", 12, GOOD).runs("tonight", 15, GOOD);
        for (int night = 13; night <= 16; night++) {
            nights.night("older", night, "FFFFF");
        }
        assertThat(rule(REQUIRED_WORSE, nights.night("tonight", 16, "FFFFF")).scenarios())
                .containsExactly("tonight", "older", "broken");
    }

    @ParameterizedTest
    @CsvSource({
        "PPPPF, PASS",
        "PPPFF, FAIL",
        "P, PASS",
        "PF, FAIL",
        "PPPPPPPPFF, PASS",
        "PPPPPPPFFF, FAIL",
        "PPPFEE, FAIL"
    })
    void aRequiredScenarioMustPassFourFifthsOfItsRunsTonight(String tonight, Verdict expected) {
        RuleResult result = rule(
                REQUIRED_TONIGHT,
                new GivenSuite().required("a").runs("a", 2, "PPFPF").night("a", 3, tonight));
        assertThat(result.verdict()).isEqualTo(expected.equals(FAIL) ? FAIL : PASS);
        assertThat(result.n()).isEqualTo(1);
    }

    @Test
    void theLowestPassRateIsNamedFirst() {
        GivenSuite nights = new GivenSuite().required("a").required("b").required("c");
        RuleResult result = rule(
                REQUIRED_TONIGHT,
                nights.night("a", 1, "PPPFF").night("b", 1, "PFFFF").night("c", 1, "FPFPP"));
        assertThat(result.scenarios()).containsExactly("b", "a", "c");
    }

    @Test
    void aRequiredScenarioMustHaveAResultTonight() {
        GivenSuite nights = new GivenSuite()
                .required("absent")
                .required("erred")
                .required("never")
                .required("ran")
                .runs("absent", 12, GOOD)
                .runs("erred", 12, GOOD)
                .runs("ran", 13, GOOD + GOOD)
                .night("erred", 13, "E");
        GateResult gate = judge(nights);
        assertThat(gate.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(of(gate, REQUIRED_EVIDENCE).scenarios()).containsExactly("absent", "erred", "never");
        assertThat(of(gate, REQUIRED_TONIGHT).n()).isEqualTo(1);
        assertThat(of(gate, INFRASTRUCTURE).verdict()).isEqualTo(PASS);
    }

    @Test
    void failuresWithoutAPassAreNoEvidenceUntilThereAreFive() {
        GivenSuite nights = new GivenSuite().required("a").night("a", 1, "FFFF");
        assertThat(rule(REQUIRED_EVIDENCE, nights).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(judge(nights).verdict()).as("it passed too few runs tonight").isEqualTo(FAIL);
        assertThat(rule(REQUIRED_EVIDENCE, nights.night("a", 1, "F")).verdict()).isEqualTo(PASS);
    }

    @Test
    void twentyNinePassesProveARequiredScenarioAndUntilThenItIsNamedButPasses() {
        GivenSuite nights = new GivenSuite().required("a").runs("a", 4, "PPPPPPP");
        GateResult gate = judge(nights);
        assertThat(gate.verdict()).isEqualTo(PASS);
        assertThat(of(gate, REQUIRED_UNPROVEN))
                .isEqualTo(new RuleResult(REQUIRED_UNPROVEN, PASS, null, null, 1L, 1L, List.of("a")));
        assertThat(rule(REQUIRED_UNPROVEN, nights.night("a", 4, "P")).scenarios())
                .isEmpty();
    }

    @Test
    void aFirstNightPasses() {
        GateResult gate =
                judge(new GivenSuite().required("a").night("a", 1, GOOD).night("b", 1, GOOD));
        assertThat(gate.verdict()).isEqualTo(PASS);
        assertThat(of(gate, REQUIRED_UNPROVEN).scenarios()).containsExactly("a");
    }

    @Test
    void withoutRequiredScenariosTheirRulesPass() {
        GateResult gate = judge(new GivenSuite().runs("a", 3, GOOD));
        assertThat(gate.verdict()).isEqualTo(PASS);
        assertThat(List.of(REQUIRED_WORSE, REQUIRED_TONIGHT, REQUIRED_EVIDENCE, REQUIRED_UNPROVEN))
                .allSatisfy(rule -> {
                    assertThat(of(gate, rule).verdict()).isEqualTo(PASS);
                    assertThat(of(gate, rule).n()).isZero();
                });
    }

    @Test
    void theSuitesRateIsAskedForOnlyWithALimitAndMustSurelyReachIt() {
        GivenSuite nights =
                new GivenSuite().night("a", 1, "PPPFF").night("b", 1, "PPFFF").night("c", 1, "PFPFP");
        assertThat(judge(nights).rules()).extracting(RuleResult::rule).doesNotContain(SUITE_RATE);
        Interval interval =
                Objects.requireNonNull(Objects.requireNonNull(analysis(nights).tonight())
                        .rate()
                        .shown()
                        .interval());
        assertThat(interval.high()).isLessThan(1);
        assertThat(suiteRate(nights, interval.low())).isEqualTo(PASS);
        assertThat(suiteRate(nights, Math.nextUp(interval.low()))).isEqualTo(INCONCLUSIVE);
        assertThat(suiteRate(nights, interval.high())).isEqualTo(INCONCLUSIVE);
        assertThat(suiteRate(nights, Math.nextUp(interval.high()))).isEqualTo(FAIL);
    }

    @Test
    void whereAllRunsPassedTheIntervalOfTheirNumberCounts() {
        assertThat(suiteRate(new GivenSuite().night("a", 1, GOOD).night("b", 1, GOOD), 0.8))
                .isEqualTo(INCONCLUSIVE);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.02, PASS, 1", "2, 0.02, WARN, 1", "2, 0.5, PASS, 2", "3, 0.5, WARN, 2", "1, 0.3, PASS, 1.2"})
    void moreFlakyScenariosThanAreAllowedAreAWarning(int flaky, double share, Verdict expected, double limit) {
        GivenSuite nights = new GivenSuite();
        for (int i = 0; i < 4; i++) {
            nights.runs("s" + i, 3, i < flaky ? "PPFPF" : GOOD);
        }
        GateResult gate = Gate.judge(analysis(nights.required("never")), limits(0.8, share, 0.03, 0.2));
        RuleResult result = of(gate, GateRule.FLAKY_COUNT);
        assertThat(result.verdict()).isEqualTo(expected);
        assertThat(result.limit()).isEqualTo(limit);
        assertThat(result.value()).isEqualTo(flaky);
        assertThat(result.n()).as("scenarios without a result are no measure").isEqualTo(4);
        assertThat(result.scenarios()).hasSize(flaky);
    }

    @Test
    void aFirmFallOfToneIsAWarningFromItsLimitOn() {
        Analysis analysis = analysis(tone("0.90", "0.85"));
        double fall = -Objects.requireNonNull(
                of(Gate.judge(analysis, GateLimits.DEFAULT), GateRule.TONE_DROP).value());
        assertThat(fall).isCloseTo(0.05, within(1e-9));
        assertThat(toneDrop(analysis, fall)).isEqualTo(WARN);
        assertThat(toneDrop(analysis, Math.nextUp(fall))).isEqualTo(PASS);
    }

    @Test
    void aRiseOfToneAndAToneThatStaysAreNone() {
        assertThat(rule(GateRule.TONE_DROP, tone("0.85", "0.90")).verdict()).isEqualTo(PASS);
        RuleResult same = rule(GateRule.TONE_DROP, tone("0.85", "0.85"));
        assertThat(same.verdict()).isEqualTo(PASS);
        assertThat(same.value()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"6, PASS", "7, WARN"})
    void moreBadSoundingRunsThanSurelyAllowedAreAWarning(int bad, Verdict expected) {
        RuleResult result = rule(
                GateRule.TONE_BUDGET, new GivenSuite().tone("a", 1, bad, "0.69").tone("a", 1, 60 - bad, "0.7"));
        assertThat(result.verdict()).isEqualTo(expected);
        assertThat(result.count()).isEqualTo(bad);
        assertThat(result.n()).isEqualTo(60);
        assertThat(result.limit()).isEqualTo(0.05);
    }

    @ParameterizedTest
    @CsvSource({"6, PASS", "7, WARN"})
    void moreRunsAtTheirTurnLimitThanSurelyAllowedAreAWarning(int hits, Verdict expected) {
        GivenSuite nights = new GivenSuite().and(scenario("a").mostTurns(20));
        RuleResult result =
                rule(GateRule.TURN_LIMIT, nights.turns("a", hits, 20).turns("a", 60 - hits, 19));
        assertThat(result.verdict()).isEqualTo(expected);
        assertThat(result.count()).isEqualTo(hits);
    }

    @Test
    void turnLimitsMetOnEarlierNightsDoNotCount() {
        GivenSuite nights = new GivenSuite().and(scenario("a").mostTurns(20));
        RuleResult result = rule(GateRule.TURN_LIMIT, nights.turns("a", 60, 20).night("a", 2, GOOD));
        assertThat(result.verdict()).isEqualTo(PASS);
        assertThat(result.value()).isNull();
    }

    @Test
    void aRiskOfFlakinessAboveItsLimitIsAWarning() {
        Analysis analysis = analysis(new GivenSuite().runs("a", 3, "PPPPF").runs("b", 3, GOOD));
        double risk = Objects.requireNonNull(analysis.outlook().allPass()).probability();
        assertThat(flakeRisk(analysis, risk)).isEqualTo(PASS);
        assertThat(flakeRisk(analysis, Math.nextDown(risk))).isEqualTo(WARN);
    }

    @ParameterizedTest
    @CsvSource({
        "PASS PASS, PASS",
        "PASS WARN, PASS",
        "WARN INCONCLUSIVE, INCONCLUSIVE",
        "INCONCLUSIVE PASS, INCONCLUSIVE",
        "INCONCLUSIVE FAIL, FAIL",
        "FAIL INCONCLUSIVE, FAIL",
        "FAIL PASS, FAIL"
    })
    void aFailureBeatsWhatIsOpenAndThatBeatsAPass(String verdicts, Verdict expected) {
        List<RuleResult> rules = Arrays.stream(verdicts.split(" ", -1))
                .map(verdict -> RuleResult.measuring(INFRASTRUCTURE, Verdict.valueOf(verdict), null, null, 0, 0))
                .toList();
        assertThat(GateResult.verdict(rules)).isEqualTo(expected);
    }

    @Test
    void rulesAreAskedInTheirOrder() {
        GateResult gate =
                Gate.judge(analysis(new GivenSuite().night("a", 1, GOOD).and(fetch())), limits(0.8, 0.03, 0.2));
        assertThat(gate.rules()).extracting(RuleResult::rule).containsExactly(GateRule.values());
    }

    /** Fifteen nights of about one overall tone score, then fifteen of another. */
    private static GivenSuite tone(String before, String after) {
        GivenSuite nights = new GivenSuite();
        for (int night = 1; night <= 30; night++) {
            nights.tone("a", night, 2, (night <= 15 ? before : after) + night % 3);
        }
        return nights;
    }

    private static GateLimits limits(@Nullable Double suiteRate, double toneDrop, double flakeRisk) {
        return suiteRate == null
                ? limits(0.8, 0.02, toneDrop, flakeRisk)
                : limits(suiteRate, 0.02, toneDrop, flakeRisk).with(SUITE_RATE, FAIL);
    }

    private static GateLimits limits(double suiteRate, double flakyShare, double toneDrop, double flakeRisk) {
        return new GateLimits(
                GateLimits.DEFAULT.ifNot(), 0.1, 0.8, suiteRate, 1, flakyShare, toneDrop, 0.05, flakeRisk, List.of());
    }

    private Verdict suiteRate(GivenSuite nights, double limit) {
        return of(Gate.judge(analysis(nights), limits(limit, 0.03, 0.2)), SUITE_RATE)
                .verdict();
    }

    private static Verdict toneDrop(Analysis analysis, double limit) {
        return of(Gate.judge(analysis, limits(null, limit, 0.2)), GateRule.TONE_DROP)
                .verdict();
    }

    private static Verdict flakeRisk(Analysis analysis, double limit) {
        return of(Gate.judge(analysis, limits(null, 0.03, limit)), GateRule.FLAKE_RISK)
                .verdict();
    }

    private Analysis analysis(GivenSuite nights) {
        return Plans.analysis(corpora.of(nights));
    }

    private GateResult judge(GivenSuite nights) {
        return Gate.judge(analysis(nights), GateLimits.DEFAULT);
    }

    private RuleResult rule(GateRule rule, GivenSuite nights) {
        return of(judge(nights), rule);
    }

    private static RuleResult of(GateResult gate, GateRule rule) {
        return gate.rules().stream()
                .filter(result -> result.rule() == rule)
                .findFirst()
                .orElseThrow();
    }
}
