package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.Scenario;
import dev.callsheet.stats.ExactBinomial;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One assertion of a scenario over its valid runs (metrics.md 7.2). An assertion is known by its id and type, or,
 * without an id, by what it checks.
 *
 * @param key the key in the latest run
 * @param definition the scenario's own, joined by id; null when not known
 * @param unknown results that are neither passed nor failed
 * @param attributed failed runs that are down to it: one in which it alone failed counts 1, one that it shares with
 *     others its part
 * @param soleCause failed runs in which it alone failed
 * @param provenFailShare the exact one-sided lower bound of the share that fails, 0 to 1; null without a verdict
 * @param neverFailed whether it never failed in so many evaluations that it surely fails rarely; it may be needed all
 *     the same
 */
public record AssertionNumbers(
        String scenarioId,
        AssertionKey key,
        @Nullable AssertionDefinition definition,
        long passed,
        long failed,
        long unknown,
        double attributed,
        long soleCause,
        @Nullable Double provenFailShare,
        boolean neverFailed) {

    /** Below every bound: an assertion without a verdict stands last. */
    private static final double NEVER_JUDGED = -1;

    private static final Comparator<AssertionNumbers> ORDER = Comparator.comparing(
                    (AssertionNumbers numbers) -> -numbers.attributed)
            .thenComparing(numbers -> -Objects.requireNonNullElse(numbers.provenFailShare, NEVER_JUDGED))
            .thenComparing(numbers -> numbers.key.toString());

    /** What is counted of one assertion. */
    private static final class Counts {

        private AssertionKey latest;
        private long passed;
        private long failed;
        private long unknown;
        /** How many assertions failed in a failed run, this one among them, and in how many runs. */
        private final SortedMap<Integer, Long> sharedBy = new TreeMap<>();

        private Counts(AssertionKey key) {
            latest = key;
        }

        private void add(AssertionResult result) {
            latest = result.key();
            switch (result.verdict()) {
                case PASSED -> passed++;
                case FAILED -> failed++;
                case UNKNOWN -> unknown++;
            }
        }

        private double attributed() {
            double sum = 0;
            for (Map.Entry<Integer, Long> runs : sharedBy.entrySet()) {
                sum += runs.getValue() / (double) runs.getKey();
            }
            return sum;
        }
    }

    /** The fewest evaluations without a failure that prove a share of failures no larger than a reliable one's. */
    public static long manyEvaluations(Rules rules) {
        return (long) Math.ceil(Math.log(rules.alpha()) / Math.log(rules.tolerance()));
    }

    public long evaluated() {
        return passed + failed;
    }

    /** How often it failed where it had a verdict. As {@link Rate} has it, "passed" are the failures. */
    public Rate failShare() {
        return Rate.of(failed, evaluated());
    }

    /** The assertions that most failed runs are down to first; then by the proven fail share, then by key. */
    static List<AssertionNumbers> of(
            String scenarioId, @Nullable Scenario scenario, List<CorpusRun> runs, Rules rules) {
        Map<AssertionKey, Counts> counts = new LinkedHashMap<>();
        for (CorpusRun run : Measures.valid(runs)) {
            Set<Counts> failed = new HashSet<>();
            for (AssertionResult result : run.facts().assertions()) {
                Counts of = counts.computeIfAbsent(identity(result.key()), Counts::new);
                of.add(result);
                if (result.verdict() == Verdict.FAILED) {
                    failed.add(of);
                }
            }
            if (run.facts().status() == RunStatus.FAILED) {
                failed.forEach(of -> of.sharedBy.merge(failed.size(), 1L, Long::sum));
            }
        }
        return counts.values().stream()
                .map(of -> of(scenarioId, scenario, of, rules))
                .sorted(ORDER)
                .toList();
    }

    private static AssertionNumbers of(String scenarioId, @Nullable Scenario scenario, Counts counts, Rules rules) {
        long evaluated = counts.passed + counts.failed;
        return new AssertionNumbers(
                scenarioId,
                counts.latest,
                scenario == null ? null : scenario.assertion(counts.latest.id()),
                counts.passed,
                counts.failed,
                counts.unknown,
                counts.attributed(),
                counts.sharedBy.getOrDefault(1, 0L),
                ExactBinomial.lowerBound(counts.failed, evaluated, 1 - rules.alpha()),
                counts.failed == 0 && evaluated >= manyEvaluations(rules));
    }

    private static AssertionKey identity(AssertionKey key) {
        return key.id() == null ? key : new AssertionKey(key.id(), key.type(), null, null, null);
    }
}
