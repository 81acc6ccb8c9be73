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
 */
public record AssertionNumbers(
        String scenarioId,
        AssertionKey key,
        @Nullable AssertionDefinition definition,
        long passed,
        long failed,
        long unknown,
        double attributed,
        long soleCause) {

    private static final double BOUND_CONFIDENCE = 0.95;

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

    /** With the exact lower bound of its fail share, worked out once and not at each comparison. */
    private record Ranked(AssertionNumbers numbers, double lowerBound) {

        /** Below every bound: an assertion without a verdict stands last. */
        private static final double NEVER_JUDGED = -1;

        private static final Comparator<Ranked> ORDER = Comparator.comparing(
                        (Ranked ranked) -> -ranked.numbers.attributed)
                .thenComparing(ranked -> -ranked.lowerBound)
                .thenComparing(ranked -> ranked.numbers.key.toString());

        private static Ranked of(AssertionNumbers numbers) {
            Double bound = ExactBinomial.lowerBound(numbers.failed, numbers.evaluated(), BOUND_CONFIDENCE);
            return new Ranked(numbers, Objects.requireNonNullElse(bound, NEVER_JUDGED));
        }
    }

    public long evaluated() {
        return passed + failed;
    }

    /** How often it failed where it had a verdict. As {@link Rate} has it, "passed" are the failures. */
    public Rate failShare() {
        return Rate.of(failed, evaluated());
    }

    /** The assertions that most failed runs are down to first; then by the proven fail share, then by key. */
    static List<AssertionNumbers> of(String scenarioId, @Nullable Scenario scenario, List<CorpusRun> runs) {
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
                .map(of -> new AssertionNumbers(
                        scenarioId,
                        of.latest,
                        scenario == null ? null : scenario.assertion(of.latest.id()),
                        of.passed,
                        of.failed,
                        of.unknown,
                        of.attributed(),
                        of.sharedBy.getOrDefault(1, 0L)))
                .map(Ranked::of)
                .sorted(Ranked.ORDER)
                .map(Ranked::numbers)
                .toList();
    }

    private static AssertionKey identity(AssertionKey key) {
        return key.id() == null ? key : new AssertionKey(key.id(), key.type(), null, null, null);
    }
}
