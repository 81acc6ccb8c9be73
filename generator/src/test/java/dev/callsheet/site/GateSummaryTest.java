package dev.callsheet.site;

import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.gate.Verdict;
import dev.callsheet.report.Report;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GateSummaryTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void itHasTheSentenceOfTheFirstPageAndTheEvidenceOfEveryRule() {
        Report report = Plans.report(Plans.analysis(corpora.of(
                new GivenSuite().and(scenario("a").named("Cancel").required()).night("a", 1, "PPFFF"))));
        GateSummary gate = GateSummary.of(report);
        assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(gate.word()).isEqualTo("failed");
        assertThat(gate.sentence())
                .isEqualTo(
                        "Gate failed because Cancel, required for promotion, passed 2 of 5 tonight, of which 4 must.");
        assertThat(gate.rules())
                .extracting(GateSummary.Rule::id)
                .startsWith("night_has_results")
                .hasSameSizeAs(report.gate().rules());
        assertThat(gate.notPassing())
                .contains(new GateSummary.Rule(
                        "required_tonight",
                        "Required ones tonight",
                        Verdict.FAIL,
                        "fail",
                        "Cancel, required for promotion, passed 2 of 5 tonight, of which 4 must."))
                .noneMatch(rule -> rule.verdict() == Verdict.PASS);
    }

    @Test
    void aGateThatPassesHasNoRuleThatFails() {
        GateSummary gate =
                GateSummary.of(Plans.report(Plans.analysis(corpora.of(new GivenSuite().runs("a", 7, "PPPPP")))));
        assertThat(gate.word()).isEqualTo("passed");
        assertThat(gate.notPassing()).noneMatch(rule -> rule.verdict() == Verdict.FAIL);
    }
}
