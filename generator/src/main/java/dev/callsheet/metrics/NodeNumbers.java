package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One node of a pathway over valid runs whose node list is known (metrics.md 7.3). A run visits a node or does not,
 * however often it comes by. Nodes behind a failure are its symptoms: nothing here says that a node is to blame.
 *
 * @param with the runs that visit the node
 * @param without the others of the group
 * @param endedFailed failed runs that stopped at it
 */
public record NodeNumbers(String id, Rate with, Rate without, long endedFailed) {

    private static final Comparator<NodeNumbers> ORDER = Comparator.comparing(
                    (NodeNumbers node) -> -(node.with.n() - node.with.passed()))
            .thenComparing(node -> node.with.value(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(NodeNumbers::id);

    private static final class Counts {
        private long visits;
        private long passed;
    }

    /** The nodes that some runs visit: most failed visits first, then the lowest pass rate, then id. */
    static List<NodeNumbers> of(List<CorpusRun> runs) {
        List<RunFacts> traced = traced(runs);
        long allPassed = 0;
        SortedMap<String, Counts> counts = new TreeMap<>();
        Map<String, Long> endedFailed = new HashMap<>();
        for (RunFacts run : traced) {
            boolean passed = run.status() == RunStatus.PASSED;
            allPassed += passed ? 1 : 0;
            for (String node : new HashSet<>(run.nodes())) {
                Counts of = counts.computeIfAbsent(node, id -> new Counts());
                of.visits++;
                of.passed += passed ? 1 : 0;
            }
            if (!passed && run.currentNodeId() != null) {
                endedFailed.merge(run.currentNodeId(), 1L, Long::sum);
            }
        }
        long passedInAll = allPassed;
        return counts.entrySet().stream()
                .map(entry -> new NodeNumbers(
                        entry.getKey(),
                        Rate.of(entry.getValue().passed, entry.getValue().visits),
                        Rate.of(passedInAll - entry.getValue().passed, traced.size() - entry.getValue().visits),
                        endedFailed.getOrDefault(entry.getKey(), 0L)))
                .sorted(ORDER)
                .toList();
    }

    /** The valid runs whose node list is known. */
    static List<RunFacts> traced(List<CorpusRun> runs) {
        return runs.stream()
                .map(CorpusRun::facts)
                .filter(run -> run.status().isValid() && !run.nodes().isEmpty())
                .toList();
    }
}
