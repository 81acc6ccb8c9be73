package dev.callsheet.corpus;

import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Scenario;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds runs that passed although an assertion failed. Where the scenario says that the assertion is optional there is
 * nothing to doubt; elsewhere the run's status is followed, and the contradiction is shown once a run.
 */
final class Verdicts {

    private Verdicts() {}

    static void check(List<CorpusRun> runs, SortedMap<String, Scenario> scenarios, Consumer<Problem> problems) {
        for (CorpusRun run : runs) {
            RunFacts facts = run.facts();
            List<AssertionResult> results = facts.assertions();
            for (int i = 0; facts.status() == RunStatus.PASSED && i < results.size(); i++) {
                if (results.get(i).verdict() == AssertionResult.Verdict.FAILED
                        && !isOptional(scenarios.get(facts.scenarioId()), results.get(i))) {
                    problems.accept(new Problem(
                            Problem.Kind.DOUBTFUL,
                            Problem.Severity.INFO,
                            facts.place().at("assertion_results").at(i).at("passed"),
                            facts.id(),
                            "no failed assertion in a run that PASSED, unless it is optional",
                            "a failed assertion",
                            "the run's status is followed"));
                    break;
                }
            }
        }
    }

    private static boolean isOptional(@Nullable Scenario scenario, AssertionResult result) {
        return scenario != null
                && scenario.assertions().stream()
                        .anyMatch(definition -> !definition.required()
                                && definition.id() != null
                                && definition.id().equals(result.key().id()));
    }
}
