package dev.callsheet.metrics;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What a run has or has not, by the nodes it lists (metrics.md 7.3). A run has it once, however often it comes by.
 *
 * @param next the node that follows in a transition, else empty
 */
public record NodeFeature(Kind kind, String node, String next) implements Comparable<NodeFeature> {

    /** The names are those of {@code nodes.csv}, in lower case. */
    public enum Kind {
        /** The run lists the node. */
        NODE,
        /** The run lists one node right after the other. */
        TRANSITION,
        /** The run lists nodes, this one not among them. */
        ABSENCE
    }

    private static final Comparator<NodeFeature> ORDER = Comparator.comparing(NodeFeature::kind)
            .thenComparing(NodeFeature::node)
            .thenComparing(NodeFeature::next);

    static NodeFeature node(String node) {
        return new NodeFeature(Kind.NODE, node, "");
    }

    static NodeFeature absence(String node) {
        return new NodeFeature(Kind.ABSENCE, node, "");
    }

    /** The nodes and transitions of a run. */
    static Set<NodeFeature> of(List<String> nodes) {
        Set<NodeFeature> features = new LinkedHashSet<>();
        for (int i = 0; i < nodes.size(); i++) {
            features.add(node(nodes.get(i)));
            if (i > 0) {
                features.add(new NodeFeature(Kind.TRANSITION, nodes.get(i - 1), nodes.get(i)));
            }
        }
        return features;
    }

    @Override
    public int compareTo(NodeFeature other) {
        return Objects.compare(this, other, ORDER);
    }
}
