package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Scenario;
import dev.callsheet.stats.ExactBinomial;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What runs cost that told nothing about the agent, and how many ran into their turn limit (metrics.md 8).
 *
 * @param flake failed runs of flaky scenarios
 * @param infrastructure runs that erred or were cancelled
 * @param turnLimit valid runs that took as many turns as their scenario allows, or more, of those whose turns and limit
 *     are known
 * @param turnLimitOfFailed the same of the failed runs
 * @param turnLimitOfPassed the same of the passed runs
 * @param turnLimitAtLeast the exact one-sided lower bound of the turn limit's rate; null when no run has a known limit
 */
public record Cost(
        Time flake,
        Time infrastructure,
        Rate turnLimit,
        Rate turnLimitOfFailed,
        Rate turnLimitOfPassed,
        @Nullable Double turnLimitAtLeast) {

    private static final double MS_PER_MINUTE = 60_000;

    /**
     * What of a run matters here.
     *
     * @param flaky whether its scenario is
     * @param durationMs at least 0
     * @param maxTurns the scenario's limit
     */
    public record Run(
            boolean flaky,
            RunStatus status,
            @Nullable Long durationMs,
            @Nullable Integer turnCount,
            @Nullable Integer maxTurns) {}

    /**
     * The time that runs took.
     *
     * @param runs how many
     * @param timed those of known duration
     * @param ms the sum over those, in milliseconds
     */
    public record Time(long runs, long timed, long ms) {

        static final Time NONE = new Time(0, 0, 0);

        Time plus(@Nullable Long durationMs) {
            return durationMs == null ? new Time(runs + 1, timed, ms) : new Time(runs + 1, timed + 1, ms + durationMs);
        }

        /** The minutes of the runs of known duration: 0 without runs, null when there are runs but no duration. */
        public @Nullable Double minutes() {
            return runs > 0 && timed == 0 ? null : (Double) (ms / MS_PER_MINUTE);
        }
    }

    /**
     * The cost of loaded runs.
     *
     * @param definitions the scenarios' documents by id
     * @param flaky ids of the scenarios whose state is flaky
     */
    public static Cost of(
            Collection<CorpusRun> runs, Map<String, Scenario> definitions, Set<String> flaky, Rules rules) {
        return of(runs.stream().map(run -> run(run, definitions, flaky)).toList(), rules);
    }

    private static Run run(CorpusRun run, Map<String, Scenario> definitions, Set<String> flaky) {
        String id = run.facts().scenarioId();
        Scenario definition = definitions.get(id);
        return new Run(
                flaky.contains(id),
                run.facts().status(),
                run.facts().durationMs(),
                run.facts().turnCount(),
                definition == null ? null : definition.maxTurns());
    }

    /** The cost of runs in any order; the lower bound is at the confidence 1 − alpha of the rules. */
    public static Cost of(List<Run> runs, Rules rules) {
        Time flake = Time.NONE;
        Time infrastructure = Time.NONE;
        Tally hits = Tally.ZERO;
        Tally known = Tally.ZERO;
        for (Run run : runs) {
            RunStatus status = run.status();
            if (status == RunStatus.FAILED && run.flaky()) {
                flake = flake.plus(run.durationMs());
            } else if (status == RunStatus.ERROR || status == RunStatus.CANCELLED) {
                infrastructure = infrastructure.plus(run.durationMs());
            }
            if (run.turnCount() != null && run.maxTurns() != null) {
                known = known.plus(Tally.of(status));
                hits = run.turnCount() < run.maxTurns() ? hits : hits.plus(Tally.of(status));
            }
        }
        return new Cost(
                flake,
                infrastructure,
                Rate.of(hits.valid(), known.valid()),
                Rate.of(hits.failed(), known.failed()),
                Rate.of(hits.passed(), known.passed()),
                ExactBinomial.lowerBound(hits.valid(), known.valid(), 1 - rules.alpha()));
    }
}
