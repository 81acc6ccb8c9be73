package dev.callsheet.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a user decided about the rules. */
class ConfiguredGateTest {

    private static final String GOOD = "PPPPP";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @ParameterizedTest
    @CsvSource({"FAIL, FAIL", "INCONCLUSIVE, INCONCLUSIVE", "WARN, PASS"})
    void aRuleGivesWhatItIsSetTo(Verdict set, Verdict gate) {
        GateLimits limits = GateLimits.DEFAULT.with(GateRule.ANY_WORSE, set);
        GateResult result = judge(new GivenSuite().runs("a", 12, GOOD).night("a", 13, "FFFFF"), limits);
        assertThat(of(result, GateRule.ANY_WORSE).verdict()).isEqualTo(set);
        assertThat(result.verdict()).isEqualTo(gate);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NIGHT_HAS_RESULTS")
    void aRuleThatIsOffIsNotAsked(GateRule rule) {
        GateResult result = judge(
                new GivenSuite().runs("a", 3, GOOD).required("a"),
                GateLimits.DEFAULT.with(GateRule.SUITE_RATE, Verdict.FAIL).with(rule, null));
        assertThat(result.rules())
                .extracting(RuleResult::rule)
                .doesNotContain(rule)
                .containsSubsequence(Arrays.stream(GateRule.values())
                        .filter(other -> other != rule && other != GateRule.FETCH_COMPLETE)
                        .toArray(GateRule[]::new));
    }

    @Test
    void anEmptyNightNeverPassesWhateverIsOff() {
        GateLimits limits = GateLimits.DEFAULT;
        for (GateRule rule : GateRule.values()) {
            limits = limits.with(rule, null);
        }
        assertThat(judge(new GivenSuite().night("a", 1, "EEE"), limits).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 5, 5",
        "0.8, 5, 4",
        "0.8, 1, 1",
        "0.8, 10, 8",
        "0.01, 5, 1",
        "0.7, 10, 7",
        "0.35, 20, 7",
        "0.9, 29, 27"
    })
    void theShareIsRoundedUpAndExact(double share, long runs, long needed) {
        assertThat(share(share).needed(runs)).isEqualTo(needed);
    }

    @Test
    void aStricterShareFailsWhatFourFifthsLetPass() {
        GivenSuite nights = new GivenSuite().required("a").runs("a", 12, GOOD).night("a", 13, "PPPPF");
        assertThat(judge(nights, GateLimits.DEFAULT).verdict()).isEqualTo(Verdict.PASS);
        assertThat(judge(nights, share(1)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatTheConfigurationRequiresCountsAsRequired() {
        GivenSuite nights = new GivenSuite().runs("a", 3, "FFFFF").runs("b", 3, GOOD);
        assertThat(judge(nights, GateLimits.DEFAULT).verdict()).isEqualTo(Verdict.PASS);
        GateResult result = judge(nights, required("a"));
        assertThat(result.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(of(result, GateRule.REQUIRED_WORSE).scenarios()).containsExactly("a");
    }

    @Test
    void aRequiredScenarioThatNobodyKnowsIsInconclusiveAndNamed() {
        GateResult result = judge(new GivenSuite().runs("b", 3, GOOD), required("mispelt", "b", "mispelt"));
        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        RuleResult evidence = of(result, GateRule.REQUIRED_EVIDENCE);
        assertThat(evidence.scenarios()).containsExactly("mispelt");
        assertThat(evidence.n()).isEqualTo(2);
    }

    @Test
    void whatIsNotProvenCanBeInconclusive() {
        GivenSuite nights = new GivenSuite().required("a").runs("a", 4, "PPPPPPP");
        assertThat(judge(nights, GateLimits.DEFAULT.with(GateRule.REQUIRED_UNPROVEN, Verdict.INCONCLUSIVE))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(judge(
                                nights.night("a", 4, "P"),
                                GateLimits.DEFAULT.with(GateRule.REQUIRED_UNPROVEN, Verdict.INCONCLUSIVE))
                        .verdict())
                .isEqualTo(Verdict.PASS);
    }

    @Test
    void aSuiteRateThatOnlyWarnsDoesSoAlsoWhereItIsOpen() {
        GivenSuite nights = new GivenSuite().night("a", 1, GOOD).night("b", 1, GOOD);
        assertThat(judge(nights, GateLimits.DEFAULT.with(GateRule.SUITE_RATE, Verdict.WARN))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge(nights, GateLimits.DEFAULT.with(GateRule.SUITE_RATE, Verdict.FAIL))
                        .verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    private GateResult judge(GivenSuite nights, GateLimits limits) {
        return Gate.judge(Plans.analysis(corpora.of(nights)), limits);
    }

    private static GateLimits share(double share) {
        return limits(share, List.of());
    }

    private static GateLimits required(String... ids) {
        return limits(0.8, List.of(ids));
    }

    private static GateLimits limits(double share, List<String> required) {
        return new GateLimits(GateLimits.DEFAULT.ifNot(), 0.1, share, 0.8, 1, 0.02, 0.03, 0.05, 0.2, required);
    }

    private static RuleResult of(GateResult gate, GateRule rule) {
        return gate.rules().stream()
                .filter(result -> result.rule() == rule)
                .findFirst()
                .orElseThrow();
    }
}
