package dev.callsheet.site;

import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.NodeNumbers.Suspicion;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node that is ranked on its pathway, and whose calls fail more often than the pathway's others (metrics.md 7.3). */
record NodeFinding(PathwayNumbers pathway, NodeNumbers node, Suspicion suspicion) {

    private static final double TWELVE_DECIMALS = 1e12;

    /**
     * Those first that fail more often than other calls of the same scenario, too: the others may only belong to a hard
     * one. Then the highest score of Ochiai, then the smallest p.
     */
    static List<NodeFinding> ranked(List<PathwayNumbers> pathways) {
        return pathways.stream()
                .flatMap(pathway -> pathway.where().nodes().stream()
                        .filter(NodeNumbers::failsMore)
                        .flatMap(node -> Stream.ofNullable(node.suspicion())
                                .map(suspicion -> new NodeFinding(pathway, node, suspicion))))
                .sorted(Comparator.comparing(
                                (NodeFinding finding) -> !finding.node.odds().isAboveOne())
                        .thenComparing(finding -> -finding.score())
                        .thenComparing(finding -> finding.suspicion.p())
                        .thenComparing(finding -> finding.node.feature())
                        .thenComparing(finding -> finding.pathway.id()))
                .toList();
    }

    /** The first that clearly goes with failing, else the first; null when there is none. */
    static @Nullable NodeFinding leading(List<PathwayNumbers> pathways) {
        List<NodeFinding> ranked = ranked(pathways);
        return ranked.stream().filter(NodeFinding::isClear).findFirst().orElse(ranked.isEmpty() ? null : ranked.get(0));
    }

    /** Whether it is more than a hint. */
    boolean isClear() {
        return suspicion.clear();
    }

    /** "calls through offer_refund failed 11 of 14, others 19 of 206: clearly associated with failing" */
    String words() {
        return "calls through " + node.feature().node() + " failed " + failures(node.with()) + " of "
                + node.with().n() + ", others " + failures(node.without()) + " of "
                + node.without().n() + ": " + strength(node, suspicion);
    }

    private static String strength(NodeNumbers node, Suspicion suspicion) {
        return (suspicion.clear() ? "clearly" : "weakly") + " associated with failing"
                + (node.odds().isAboveOne() ? "" : ", but not within a scenario");
    }

    /** Failed of all: "11/14". */
    static String failed(Rate rate) {
        return rate.n() == 0 ? Format.UNDEFINED : Format.grouped(failures(rate)) + "/" + Format.grouped(rate.n());
    }

    private double score() {
        return Math.rint(Objects.requireNonNullElse(node.spectrum().ochiai(), 0.0) * TWELVE_DECIMALS);
    }

    private static long failures(Rate rate) {
        return rate.n() - rate.passed();
    }
}
