package dev.callsheet.site;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.model.AssertionResult.Verdict.UNKNOWN;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.Run;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Scenario;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenRun;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunVerdictsTest {

    private static final AssertionKey CANCELLED = new AssertionKey("a", "contains", "transcript", null, "is cancelled");

    @Test
    void failedAssertionsComeFirstAndRequiredOnesBeforeOptional() {
        Scenario scenario = scenario(definition("b", false), definition("c", true));
        GivenRun run = run("r").check("passed", PASSED, null)
                .check("unclear", UNKNOWN, null)
                .check("b", FAILED, null)
                .check("c", FAILED, null);
        assertThat(verdicts(scenario, run).verdicts())
                .extracting(verdict -> verdict.state().word() + " " + verdict.words() + " " + verdict.details())
                .containsExactly(
                        "failed Checks c required, weight 1.5",
                        "failed Checks b optional, weight 1.5",
                        "no verdict contains ",
                        "passed contains ");
    }

    @Test
    void theTextThatWasLookedForIsMarkedWhereItWasSaid() {
        GivenRun run = run("r").says("Hello!").says("Your visit is cancelled.").check(CANCELLED, PASSED);
        RunVerdicts verdicts = verdicts(null, run);
        assertThat(verdicts.verdicts().get(0).pointers())
                .containsExactly(new RunVerdicts.Pointer("“is cancelled” is in", 2));
        assertThat(verdicts.remarks())
                .containsOnlyKeys(2)
                .containsEntry(
                        2,
                        List.of(new Transcript.Remark(
                                "good",
                                Link.to("#assertion-1", "assertion passed"),
                                "transcript contains “is cancelled”")));
    }

    @Test
    void aTextInOtherCaseIsFoundAndSaidToBe() {
        GivenRun run = run("r").says("IS CANCELLED").check(CANCELLED, FAILED);
        assertThat(pointers(run)).containsExactly(new RunVerdicts.Pointer("“is cancelled” is, in other case, in", 1));
    }

    @Test
    void aTextThatNobodySaidIsInNoTurn() {
        assertThat(pointers(run("r").says("Hello!").check(CANCELLED, FAILED)))
                .containsExactly(new RunVerdicts.Pointer("“is cancelled” is in no turn", null));
    }

    @Test
    void nothingIsSaidOfACallThatWasNotLoaded() {
        assertThat(pointers(run("r").check(CANCELLED, FAILED, "It said “all is well”.")))
                .isEmpty();
    }

    @Test
    void aQuoteInTheReasoningPointsToItsTurn() {
        GivenRun run = run("r").says("Hello!")
                .says("All is well, thank you.")
                .check("judge", FAILED, "The agent said “All is well” and \"nothing like that\".");
        RunVerdicts verdicts = verdicts(null, run);
        assertThat(verdicts.verdicts().get(0).pointers())
                .containsExactly(new RunVerdicts.Pointer("“All is well” is in", 2));
        assertThat(verdicts.remarks().get(2))
                .extracting(Transcript.Remark::cssClass)
                .containsExactly("bad");
    }

    @Test
    void aTurnIsMarkedOnceForAnAssertion() {
        GivenRun run =
                run("r").says("All is well, thank you.").check("judge", FAILED, "“All is well”, and “well, thank you”");
        assertThat(verdicts(null, run).remarks().get(1)).hasSize(1);
    }

    @Test
    void aNodeIsAmongThoseVisitedOrNot() {
        AssertionKey closing = new AssertionKey("a", "node_visited", "nodes_visited", null, "closing");
        assertThat(pointers(run("r").nodes("greeting", "closing").check(closing, PASSED)))
                .containsExactly(new RunVerdicts.Pointer("node closing is number 2 of the 2 visited", null));
        assertThat(pointers(run("r").nodes("greeting", "refund").check(closing, FAILED)))
                .containsExactly(new RunVerdicts.Pointer("node closing is not among the 2 visited", null));
        assertThat(pointers(run("r").check(closing, FAILED)))
                .as("the list of nodes is not known")
                .isEmpty();
    }

    @Test
    void aVariableStandsBesideWhatWasExpected() {
        AssertionKey day = new AssertionKey("a", "variable_equals", null, "day", "Tuesday");
        assertThat(pointers(run("r").variable("day", "Monday").check(day, FAILED)))
                .containsExactly(new RunVerdicts.Pointer("day: expected “Tuesday”, extracted “Monday”", null));
        assertThat(pointers(run("r").variable("day", "").check(day, FAILED)))
                .containsExactly(new RunVerdicts.Pointer("day: expected “Tuesday”, extracted “”", null));
        assertThat(pointers(run("r").variable("hour", "10").check(day, FAILED)))
                .containsExactly(new RunVerdicts.Pointer("day: expected “Tuesday”, not extracted", null));
        assertThat(pointers(run("r").check(day, FAILED))).isEmpty();
    }

    @Test
    void searchesEndSomewhere() {
        GivenRun run = run("r").says("All is well, thank you.");
        for (int i = 0; i < RunVerdicts.MOST_SEARCHES + 20; i++) {
            run.check("judge " + i, FAILED, "“All is well”");
        }
        assertThat(verdicts(null, run).verdicts())
                .hasSize(RunVerdicts.MOST_SEARCHES + 20)
                .filteredOn(verdict -> verdict.pointers().isEmpty())
                .isNotEmpty();
    }

    @Test
    void statusAndAssertionsMayContradictEachOther() {
        Scenario scenario = scenario(definition("a", true), definition("b", false));
        assertThat(contradiction(scenario, RunStatus.PASSED, run("r").check("a", FAILED, null)))
                .contains("passed, but 1 assertion failed that is not known to be optional");
        assertThat(contradiction(
                        null,
                        RunStatus.PASSED,
                        run("r").check("a", FAILED, null).check("b", FAILED, null)))
                .contains("passed, but 2 assertions failed that are not known to be optional");
        assertThat(contradiction(scenario, RunStatus.FAILED, run("r").check("a", PASSED, null)))
                .contains("failed, but none of its assertions did");
        assertThat(contradiction(scenario, RunStatus.FAILED, run("r").check("b", FAILED, null)))
                .contains("failed, but only optional assertions did");
    }

    @Test
    void whatFitsTogetherIsNoContradiction() {
        Scenario scenario = scenario(definition("a", true), definition("b", false));
        assertThat(Stream.of(
                        contradiction(scenario, RunStatus.PASSED, run("r").check("b", FAILED, null)),
                        contradiction(scenario, RunStatus.PASSED, run("r").check("a", PASSED, null)),
                        contradiction(scenario, RunStatus.FAILED, run("r").check("a", FAILED, null)),
                        contradiction(scenario, RunStatus.FAILED, run("r")),
                        contradiction(scenario, RunStatus.ERROR, run("r").check("a", FAILED, null))))
                .containsOnlyNulls();
    }

    private static List<RunVerdicts.Pointer> pointers(GivenRun run) {
        return verdicts(null, run).verdicts().get(0).pointers();
    }

    private static @Nullable String contradiction(@Nullable Scenario scenario, RunStatus status, GivenRun run) {
        return verdicts(scenario, run).contradiction(status);
    }

    private static RunVerdicts verdicts(@Nullable Scenario scenario, GivenRun run) {
        Run record = run.record();
        return RunVerdicts.of(scenario, record.facts(), record.text());
    }

    private static Scenario scenario(AssertionDefinition... assertions) {
        return new Scenario(
                Given.place("s.json"),
                "s",
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
                null,
                List.of(assertions),
                null,
                null,
                true);
    }

    private static AssertionDefinition definition(String id, boolean required) {
        return new AssertionDefinition(id, "LLM_JUDGE", "Checks " + id, List.of(), required, new BigDecimal("1.50"));
    }
}
