package dev.callsheet.gate;

import static dev.callsheet.gate.GateRule.ANY_WORSE;
import static dev.callsheet.gate.GateRule.FLAKY_COUNT;
import static dev.callsheet.gate.GateRule.REQUIRED_EVIDENCE;
import static dev.callsheet.gate.GateRule.REQUIRED_TONIGHT;
import static dev.callsheet.gate.GateRule.REQUIRED_UNPROVEN;
import static dev.callsheet.gate.GateRule.REQUIRED_WORSE;
import static dev.callsheet.gate.Verdict.FAIL;
import static dev.callsheet.gate.Verdict.INCONCLUSIVE;
import static dev.callsheet.gate.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenarios that the gate leaves out for a while. The last night of these suites is 13 April. */
class MuteTest {

    private static final LocalDate TONIGHT = LocalDate.of(2026, 4, 13);

    @RegisterExtension
    final Corpora corpora = new Corpora();

    private static GivenSuite fallen() {
        return new GivenSuite()
                .required("a")
                .required("b")
                .runs("a", 12, "PPPPP")
                .runs("b", 13, "PPPPP")
                .night("a", 13, "FFFFF");
    }

    @Test
    void aMutedScenarioDoesNotFailTheGateAndWhatWouldBeOtherwiseIsKept() {
        GateResult gate = judge(fallen(), mute("a", TONIGHT));
        assertThat(gate.verdict()).isEqualTo(PASS);
        assertThat(gate.unmuted()).isEqualTo(FAIL);
        assertThat(gate.with(Mute.State.ACTIVE)).containsExactly(mute("a", TONIGHT));
        for (GateRule rule :
                List.of(REQUIRED_WORSE, REQUIRED_TONIGHT, REQUIRED_EVIDENCE, REQUIRED_UNPROVEN, ANY_WORSE)) {
            assertThat(of(gate, rule).scenarios()).as(rule.id()).doesNotContain("a");
            assertThat(of(gate, rule).n()).as(rule.id()).isEqualTo(1);
        }
    }

    @Test
    void othersFailItAsBefore() {
        GateResult gate = judge(fallen().night("b", 13, "FFFFFFFFFF"), mute("a", TONIGHT));
        assertThat(gate.verdict()).isEqualTo(FAIL);
        assertThat(of(gate, REQUIRED_WORSE).scenarios()).containsExactly("b");
    }

    @Test
    void itHoldsOnItsLastNightAndNotOnTheNext() {
        GateResult gate = judge(fallen(), mute("a", TONIGHT.minusDays(1)));
        assertThat(gate.verdict()).isEqualTo(FAIL);
        assertThat(gate.unmuted()).isEqualTo(FAIL);
        assertThat(gate.with(Mute.State.EXPIRED)).hasSize(1);
        assertThat(of(gate, REQUIRED_WORSE).scenarios()).containsExactly("a");
    }

    @Test
    void aMuteOfNobodyMutesNothing() {
        GateResult gate = judge(fallen(), mute("A", TONIGHT));
        assertThat(gate.verdict()).isEqualTo(FAIL);
        assertThat(gate.with(Mute.State.UNKNOWN)).containsExactly(mute("A", TONIGHT));
    }

    @Test
    void aMutedScenarioNeedsNoResult() {
        GivenSuite nights = new GivenSuite().required("a").runs("b", 13, "PPPPP");
        assertThat(judge(nights).verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(judge(nights, mute("a", TONIGHT)).verdict()).isEqualTo(PASS);
    }

    @Test
    void aMutedScenarioIsNotCountedAsFlaky() {
        GivenSuite nights = new GivenSuite().runs("a", 13, "PPFPF").runs("b", 13, "PFPPF");
        assertThat(of(judge(nights), FLAKY_COUNT).scenarios()).containsExactly("a", "b");
        assertThat(of(judge(nights, mute("a", TONIGHT)), FLAKY_COUNT).scenarios())
                .containsExactly("b");
    }

    @Test
    void aNightOfErrorsStaysInconclusive() {
        GivenSuite nights = fallen().night("a", 14, "EEEEE").night("b", 14, "EEEEE");
        GateResult gate = judge(nights, mute("a", LocalDate.MAX), mute("b", LocalDate.MAX));
        assertThat(gate.verdict()).isEqualTo(INCONCLUSIVE);
        assertThat(gate.unmuted()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void withoutANightNoneHasExpired() {
        assertThat(judge(new GivenSuite().required("a"), mute("a", LocalDate.MIN))
                        .with(Mute.State.ACTIVE))
                .hasSize(1);
    }

    private GateResult judge(GivenSuite nights, Mute... mutes) {
        return Gate.judge(Plans.analysis(corpora.of(nights)), GateLimits.DEFAULT, List.of(mutes));
    }

    private static Mute mute(String scenario, LocalDate until) {
        return new Mute("callsheet.yml", 3, scenario, "Ada", "issue 12", until);
    }

    private static RuleResult of(GateResult gate, GateRule rule) {
        return gate.rules().stream()
                .filter(result -> result.rule() == rule)
                .findFirst()
                .orElseThrow();
    }
}
