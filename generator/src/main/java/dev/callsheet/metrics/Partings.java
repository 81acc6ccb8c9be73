package dev.callsheet.metrics;

import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where runs first leave the path that most passing runs of their scenario take (metrics.md 7.3). The path is the most
 * frequent list of nodes among passed runs; the earliest run decides between equals. Of runs of several scenarios each is
 * compared with its own scenario's. The API does not promise that its list of nodes is the route.
 *
 * @param onPath runs that list exactly the nodes of the path
 * @param of all runs whose nodes are known and whose scenario has a passed run
 * @param points where failed runs leave, most failed runs first
 */
public record Partings(Rate onPath, Rate of, List<Point> points) {

    private static final Comparator<@Nullable String> BY_ID = Comparator.nullsFirst(Comparator.naturalOrder());
    private static final Comparator<Map.Entry<Step, Tally>> ORDER = Comparator.comparing(
                    (Map.Entry<Step, Tally> point) -> -point.getValue().failed())
            .thenComparing(point -> point.getValue().passed())
            .thenComparing(point -> point.getKey().after, BY_ID)
            .thenComparing(point -> point.getKey().usual, BY_ID)
            .thenComparing(point -> point.getKey().instead, BY_ID);

    private record Step(
            @Nullable String after,
            @Nullable String usual,
            @Nullable String instead) {}

    /**
     * A first step off the path.
     *
     * @param after the last node in common; null at the start of the call
     * @param usual where the path goes on; null where it ends
     * @param instead where these runs went; null where they ended
     * @param runs those that failed, and those that passed all the same
     */
    public record Point(
            @Nullable String after,
            @Nullable String usual,
            @Nullable String instead,
            Tally runs) {}

    /** @param traced valid runs whose nodes are known, in their order */
    static Partings of(List<RunFacts> traced) {
        SortedMap<String, List<RunFacts>> byScenario = new TreeMap<>();
        traced.forEach(run -> byScenario
                .computeIfAbsent(run.scenarioId(), id -> new ArrayList<>())
                .add(run));
        Tally onPath = Tally.ZERO;
        Tally all = Tally.ZERO;
        Map<Step, Tally> steps = new HashMap<>();
        for (List<RunFacts> runs : byScenario.values()) {
            List<String> path = path(runs);
            for (RunFacts run : path.isEmpty() ? List.<RunFacts>of() : runs) {
                Tally one = Tally.of(run.status());
                all = all.plus(one);
                if (run.nodes().equals(path)) {
                    onPath = onPath.plus(one);
                } else {
                    steps.merge(step(path, run.nodes()), one, Tally::plus);
                }
            }
        }
        return new Partings(
                Rate.of(onPath),
                Rate.of(all),
                steps.entrySet().stream()
                        .filter(step -> step.getValue().failed() > 0)
                        .sorted(ORDER)
                        .map(step -> new Point(
                                step.getKey().after, step.getKey().usual, step.getKey().instead, step.getValue()))
                        .toList());
    }

    private static Step step(List<String> path, List<String> nodes) {
        int common = Twin.common(path, nodes);
        return new Step(at(path, common - 1), at(path, common), at(nodes, common));
    }

    private static @Nullable String at(List<String> nodes, int index) {
        return index >= 0 && index < nodes.size() ? nodes.get(index) : null;
    }

    /** The most frequent list of nodes among passed runs; empty when none passed. */
    private static List<String> path(List<RunFacts> runs) {
        Map<List<String>, Integer> paths = new LinkedHashMap<>();
        for (RunFacts run : runs) {
            if (run.status() == RunStatus.PASSED) {
                paths.merge(run.nodes(), 1, Integer::sum);
            }
        }
        List<String> most = List.of();
        for (Map.Entry<List<String>, Integer> path : paths.entrySet()) {
            if (path.getValue() > paths.getOrDefault(most, 0)) {
                most = path.getKey();
            }
        }
        return most;
    }
}
