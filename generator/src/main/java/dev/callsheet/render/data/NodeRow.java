package dev.callsheet.render.data;

import dev.callsheet.metrics.Attribution;
import dev.callsheet.metrics.NodeFeature;
import dev.callsheet.metrics.NodeFeature.Kind;
import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.NodeNumbers.Suspicion;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.stats.NewcombeDifference;
import dev.callsheet.stats.OddsRatio;
import dev.callsheet.stats.Spectrum;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A node, a transition or the absence of a node on a pathway (metrics.md 7.3).
 *
 * @param endedFailed failed runs that stopped at the node; 0 for others than nodes
 * @param neverVisited whether it is a node that an assertion wants visited and no run visited
 */
record NodeRow(String pathwayId, NodeNumbers numbers, long endedFailed, boolean neverVisited) {

    /** Of each pathway the nodes visited, then those that none visited, then transitions and absences by rank. */
    static List<NodeRow> all(List<PathwayNumbers> pathways) {
        List<NodeRow> rows = new ArrayList<>();
        for (PathwayNumbers pathway : pathways) {
            Attribution where = pathway.where();
            where.nodes()
                    .forEach(node -> rows.add(new NodeRow(
                            pathway.id(),
                            node,
                            where.stops().failedAt(node.feature().node()),
                            false)));
            pathway.neverVisited()
                    .forEach(node -> rows.add(new NodeRow(pathway.id(), unvisited(node, pathway), 0, true)));
            Stream.concat(where.transitions().stream(), where.absences().stream())
                    .forEach(numbers -> rows.add(new NodeRow(pathway.id(), numbers, 0, false)));
        }
        return rows;
    }

    private static NodeNumbers unvisited(String node, PathwayNumbers pathway) {
        return new NodeNumbers(
                new NodeFeature(Kind.NODE, node, ""), Rate.of(0, 0), pathway.traced(), OddsRatio.of(List.of()), null);
    }

    String nodeId() {
        return numbers.feature().node();
    }

    String kind() {
        return numbers.feature().kind().name().toLowerCase(Locale.ROOT);
    }

    @Nullable
    String nextNodeId() {
        return numbers.feature().kind() == Kind.TRANSITION ? numbers.feature().next() : null;
    }

    Spectrum spectrum() {
        return numbers.spectrum();
    }

    /** Null where no run has it, or every run. */
    <T> @Nullable T difference(Function<NewcombeDifference, T> figure) {
        NewcombeDifference difference = numbers.difference();
        return difference == null ? null : figure.apply(difference);
    }

    /** Null unless it is ranked. */
    <T> @Nullable T ranked(Function<Suspicion, T> figure) {
        return numbers.suspicion() == null ? null : figure.apply(numbers.suspicion());
    }
}
