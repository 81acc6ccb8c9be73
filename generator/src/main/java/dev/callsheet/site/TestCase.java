package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.RunStatus;
import dev.callsheet.output.SafePath;
import java.util.List;
import java.util.Objects;

/**
 * What a scenario did tonight, as a test case of a CI system. It holds no text of calls (design.md 5): names and
 * assertions, but no error message.
 *
 * @param suite what the scenario belongs to: "callsheet." and the slug of its pathway
 * @param name of at most {@value TestCases#MOST_NAME} characters, and no other of the suite has it; on one line
 * @param type why it is not a plain pass, a word that stays: the id of a rule of the gate, "all_failed", "errors",
 *     "not_run", "muted", "no_result" or, where it is flaky, the headline of scenarios.csv in lower case; empty where it passed
 * @param reason the same in words, which may hold a name of the input; without a full stop
 * @param runs of tonight, in their order
 * @param runPages whether runs of tonight have pages
 */
public record TestCase(
        ScenarioNumbers scenario,
        String suite,
        String name,
        Outcome outcome,
        String type,
        String reason,
        List<CorpusRun> runs,
        boolean runPages) {

    /** How a scenario counts. */
    public enum Outcome {
        /** No run failed. */
        PASSED,
        /** Some runs failed, which the gate does not hold against it. */
        FLAKY,
        /** The gate fails because of it, or every run failed. */
        FAILED,
        /** Nothing can be said of it, as its runs erred. */
        ERROR,
        /** It did not run, is muted, or has no result yet. */
        SKIPPED
    }

    public TestCase {
        runs = List.copyOf(runs);
    }

    /** The runs of tonight with a status, in their order. */
    public List<CorpusRun> runs(RunStatus status) {
        return runs.stream().filter(run -> run.facts().status() == status).toList();
    }

    /** How long its runs of tonight took together, in milliseconds; those that do not say count nothing. */
    public long duration() {
        return runs.stream()
                .map(run -> run.facts().durationMs())
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** The page of a run of tonight; of the scenario where the run has none. */
    public SafePath page(CorpusRun run) {
        return runPages && !run.past() ? SitePaths.run(run.id()) : SitePaths.scenario(scenario.id());
    }

    /** What failed in a run: its assertions, on one line. */
    public String failed(CorpusRun run) {
        String assertions = PlainLine.of(AssertionDefinitions.failed(scenario.definition(), run.facts()));
        return assertions.isEmpty() ? "failed, and no assertion says why" : assertions;
    }
}
