package dev.callsheet.corpus;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Scenario;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class VerdictsTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aPassedRunWithAFailedAssertionIsDoubtedOnce() {
        List<Problem> problems = corpora.of(run("r").in("r.json")
                        .check("a", Verdict.PASSED, null)
                        .check("b", Verdict.FAILED, null)
                        .check("c", Verdict.FAILED, null))
                .problems();
        assertThat(problems).hasSize(1);
        assertThat(problems.get(0).kind()).isEqualTo(Problem.Kind.DOUBTFUL);
        assertThat(problems.get(0).place()).hasToString("r.json#/assertion_results/1/passed");
    }

    @Test
    void anOptionalAssertionMayFail() {
        assertThat(corpora.of(optional("b"), run("r").of("s").check("b", Verdict.FAILED, null))
                        .problems())
                .isEmpty();
    }

    @Test
    void aFailedRunIsNotDoubted() {
        assertThat(corpora.of(run("r").failed().check("a", Verdict.FAILED, null))
                        .problems())
                .isEmpty();
    }

    private static Given optional(String assertionId) {
        return sink -> sink.scenario(new Scenario(
                Given.place("s.json"),
                "s",
                "name",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(new AssertionDefinition(assertionId, "LLM_JUDGE", "warm", List.of(), false, BigDecimal.ONE)),
                null,
                null,
                true));
    }
}
