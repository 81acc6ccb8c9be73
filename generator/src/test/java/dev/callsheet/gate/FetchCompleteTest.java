package dev.callsheet.gate;

import static dev.callsheet.gate.GateRule.FETCH_COMPLETE;
import static dev.callsheet.gate.GateRule.INFRASTRUCTURE;
import static dev.callsheet.gate.GateRule.NIGHT_HAS_RESULTS;
import static dev.callsheet.gate.Verdict.FAIL;
import static dev.callsheet.gate.Verdict.INCONCLUSIVE;
import static dev.callsheet.gate.Verdict.PASS;
import static dev.callsheet.gate.Verdict.WARN;
import static dev.callsheet.testing.Given.fetch;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.model.Fetch;
import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the gate makes of a fetch that did not bring everything. */
class FetchCompleteTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void nothingIsAskedWhereNothingWasFetched() {
        assertThat(asked(judge(good()))).doesNotContain(FETCH_COMPLETE);
    }

    @Test
    void aCompleteFetchPasses() {
        GateResult gate = judge(good(), fetch().of(Kind.RUN, 5, 2, 0));
        assertThat(rule(gate)).isEqualTo(RuleResult.measuring(FETCH_COMPLETE, PASS, null, null, 0, 7));
        assertThat(gate.verdict()).isEqualTo(PASS);
    }

    @Test
    void somethingMissingLeavesAGoodNightOpen() {
        GateResult gate = judge(good(), fetch().runs(482, 18).of(Kind.SCENARIO, 12, 0, 0));
        assertThat(rule(gate)).isEqualTo(RuleResult.measuring(FETCH_COMPLETE, INCONCLUSIVE, null, null, 18, 512));
        assertThat(gate.verdict()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void soDoesAFetchThatDidNotEndOrOfWhichNothingIsKnownAlsoBesideACompleteOne() {
        Given unknown = sink -> sink.fetch(Fetch.unknown(Given.place("fetch.json")));
        for (Given fetch : List.of(fetch().runs(5, 0).notEnded(), fetch().incomplete(), unknown)) {
            assertThat(judge(good(), fetch).verdict()).isEqualTo(INCONCLUSIVE);
            assertThat(judge(good(), fetch().runs(9, 0), fetch).verdict()).isEqualTo(INCONCLUSIVE);
        }
    }

    @Test
    void ofAPartOfANightNotEvenAFailureIsAVerdict() {
        GateResult gate = judge(good().runs("b", 13, "PPPPP").night("b", 14, "FFFFF"), fetch().runs(5, 1));
        assertThat(gate.with(FAIL)).isNotEmpty();
        assertThat(gate.verdict()).isEqualTo(INCONCLUSIVE);
    }

    @Test
    void anIncompleteFetchMayWarnOrNotBeAskedAbout() {
        Analysis analysis = analysis(good(), fetch().runs(5, 1));
        GateResult warned = Gate.judge(analysis, GateLimits.DEFAULT.with(FETCH_COMPLETE, WARN));
        assertThat(rule(warned).verdict()).isEqualTo(WARN);
        assertThat(warned.verdict()).isEqualTo(PASS);
        assertThat(asked(Gate.judge(analysis, GateLimits.DEFAULT.with(FETCH_COMPLETE, null))))
                .doesNotContain(FETCH_COMPLETE);
    }

    @Test
    void itIsAskedOfAnInputWithoutANightAsWell() {
        GateResult gate = Gate.judge(Plans.analysis(corpora.of(scenario("a"), fetch().runs(0, 5))), GateLimits.DEFAULT);
        assertThat(asked(gate)).containsExactly(NIGHT_HAS_RESULTS, FETCH_COMPLETE, INFRASTRUCTURE);
    }

    private static GivenSuite good() {
        return new GivenSuite().runs("a", 14, "PPPPP");
    }

    private static RuleResult rule(GateResult gate) {
        return gate.rules().stream()
                .filter(result -> result.rule() == FETCH_COMPLETE)
                .findFirst()
                .orElseThrow();
    }

    private static List<GateRule> asked(GateResult gate) {
        return gate.rules().stream().map(RuleResult::rule).toList();
    }

    private GateResult judge(GivenSuite nights, Given... fetches) {
        return Gate.judge(analysis(nights, fetches), GateLimits.DEFAULT);
    }

    private Analysis analysis(GivenSuite nights, Given... fetches) {
        List.of(fetches).forEach(nights::and);
        return Plans.analysis(corpora.of(nights));
    }
}
