package dev.callsheet.render.data;

import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import java.util.ArrayList;
import java.util.List;

/** A node of a pathway (metrics.md 7.3); a node never visited is one that an assertion wants visited. */
record NodeRow(String pathwayId, NodeNumbers numbers, boolean neverVisited) {

    /** Of each pathway the nodes visited, then those that none visited. */
    static List<NodeRow> all(List<PathwayNumbers> pathways) {
        List<NodeRow> rows = new ArrayList<>();
        for (PathwayNumbers pathway : pathways) {
            pathway.nodes().forEach(node -> rows.add(new NodeRow(pathway.id(), node, false)));
            pathway.neverVisited().forEach(node -> rows.add(new NodeRow(pathway.id(), unvisited(node, pathway), true)));
        }
        return rows;
    }

    private static NodeNumbers unvisited(String node, PathwayNumbers pathway) {
        return new NodeNumbers(node, Rate.of(0, 0), pathway.traced(), 0);
    }

    String nodeId() {
        return numbers.id();
    }
}
