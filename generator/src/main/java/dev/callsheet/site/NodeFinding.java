package dev.callsheet.site;

import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import java.util.Comparator;
import java.util.List;

/**
 * A node whose calls fail more often than the pathway's others: at least two failed calls among
 * at least three through it, and some call that did not visit it, since a node of every call cannot be blamed
 * (metrics.md 7.3).
 */
record NodeFinding(PathwayNumbers pathway, NodeNumbers node) {

    private static final int FEWEST_FAILED = 2;
    private static final int FEWEST_VISITS = 3;

    /** The largest difference first. */
    static List<NodeFinding> ranked(List<PathwayNumbers> pathways) {
        return pathways.stream()
                .flatMap(pathway -> pathway.nodes().stream().map(node -> new NodeFinding(pathway, node)))
                .filter(finding -> failures(finding.node.with()) >= FEWEST_FAILED
                        && finding.node.with().n() >= FEWEST_VISITS
                        && finding.node.without().n() > 0
                        && finding.difference() > 0)
                .sorted(Comparator.comparing(NodeFinding::difference)
                        .reversed()
                        .thenComparing(finding -> finding.node.id())
                        .thenComparing(finding -> finding.pathway.id()))
                .toList();
    }

    /** "calls through offer_refund failed 11 of 14, others 19 of 206" */
    String words() {
        return "calls through " + node.id() + " failed " + failures(node.with()) + " of "
                + node.with().n() + ", others " + failures(node.without()) + " of "
                + node.without().n();
    }

    /** Failed of all: "11/14". */
    static String failed(Rate rate) {
        return rate.n() == 0 ? Format.UNDEFINED : Format.grouped(failures(rate)) + "/" + Format.grouped(rate.n());
    }

    private double difference() {
        return share(node.with()) - share(node.without());
    }

    private static double share(Rate rate) {
        return failures(rate) / (double) rate.n();
    }

    private static long failures(Rate rate) {
        return rate.n() - rate.passed();
    }
}
