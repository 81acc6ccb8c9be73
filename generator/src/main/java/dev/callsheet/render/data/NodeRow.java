package dev.callsheet.render.data;

import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a pathway (metrics.md 7.3).
 *
 * @param numbers null for a node that no run visited
 */
record NodeRow(String pathwayId, String nodeId, @Nullable NodeNumbers numbers) {

    /** Of each pathway the nodes visited, then those that none visited. */
    static List<NodeRow> all(List<PathwayNumbers> pathways) {
        List<NodeRow> rows = new ArrayList<>();
        for (PathwayNumbers pathway : pathways) {
            pathway.nodes().forEach(node -> rows.add(new NodeRow(pathway.id(), node.id(), node)));
            pathway.neverVisited().forEach(node -> rows.add(new NodeRow(pathway.id(), node, null)));
        }
        return rows;
    }

    boolean neverVisited() {
        return numbers == null;
    }
}
