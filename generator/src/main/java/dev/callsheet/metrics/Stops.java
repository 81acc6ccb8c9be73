package dev.callsheet.metrics;

import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where failed runs stopped: the node that each names as its last (metrics.md 7.3). Passed runs stop somewhere, too.
 *
 * @param failed all failed runs, those among them that do not say where they stopped
 * @param at nodes at which a failed run stopped, most failed runs first
 */
public record Stops(long failed, List<Stop> at) {

    private static final Comparator<Stop> ORDER = Comparator.comparing((Stop stop) -> -stop.failed)
            .thenComparing(Stop::passed)
            .thenComparing(Stop::node);

    /** The runs that stopped at one node. */
    public record Stop(String node, long failed, long passed) {}

    /** Failed runs that say where they stopped. */
    public long known() {
        return at.stream().mapToLong(Stop::failed).sum();
    }

    /** Failed runs that stopped at a node. */
    public long failedAt(String node) {
        return at.stream()
                .filter(stop -> stop.node.equals(node))
                .mapToLong(Stop::failed)
                .sum();
    }

    static Stops of(List<RunFacts> valid) {
        long failed = 0;
        SortedMap<String, Tally> byNode = new TreeMap<>();
        for (RunFacts run : valid) {
            failed += run.status() == RunStatus.FAILED ? 1 : 0;
            if (run.currentNodeId() != null) {
                byNode.merge(run.currentNodeId(), Tally.of(run.status()), Tally::plus);
            }
        }
        return new Stops(
                failed,
                byNode.entrySet().stream()
                        .map(node -> new Stop(
                                node.getKey(),
                                node.getValue().failed(),
                                node.getValue().passed()))
                        .filter(stop -> stop.failed > 0)
                        .sorted(ORDER)
                        .toList());
    }
}
