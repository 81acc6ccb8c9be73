package dev.callsheet.testing;

import dev.callsheet.metrics.Attribution;
import dev.callsheet.metrics.NodeFeature;
import dev.callsheet.metrics.NodeFeature.Kind;
import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.NodeNumbers.Suspicion;
import dev.callsheet.metrics.Partings;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Stops;
import dev.callsheet.stats.OddsRatio;
import dev.callsheet.stats.Spectrum;
import java.util.List;

/** Nodes and what else runs have in common, as the metrics would state them of one scenario. */
public final class GivenNodes {

    private static final double FALSE_DISCOVERY_RATE = 0.05;

    private GivenNodes() {}

    /** A node, ranked as if it were the only one. */
    public static NodeNumbers node(String id, long passed, long visits, long passedWithout, long without) {
        return numbers(new NodeFeature(Kind.NODE, id, ""), Rate.of(passed, visits), Rate.of(passedWithout, without));
    }

    /** Likewise. */
    public static NodeNumbers transition(String from, String to, Rate with, Rate without) {
        return numbers(new NodeFeature(Kind.TRANSITION, from, to), with, without);
    }

    /** Likewise, with the runs that miss it first. */
    public static NodeNumbers absence(String id, Rate with, Rate without) {
        return numbers(new NodeFeature(Kind.ABSENCE, id, ""), with, without);
    }

    private static NodeNumbers numbers(NodeFeature feature, Rate with, Rate without) {
        NodeNumbers unranked = new NodeNumbers(feature, with, without, OddsRatio.of(List.of()), null);
        Spectrum spectrum = unranked.spectrum();
        OddsRatio odds = OddsRatio.of(List.of(spectrum));
        double p = spectrum.pGreater();
        boolean ranked = spectrum.ef() >= 2 && with.n() >= 3 && without.n() > 0;
        return new NodeNumbers(
                feature, with, without, odds, ranked ? new Suspicion(1, p, p, p <= FALSE_DISCOVERY_RATE) : null);
    }

    /** Nodes with nothing else known. */
    public static Attribution where(NodeNumbers... nodes) {
        return where(List.of(nodes), List.of(), List.of());
    }

    /** A node at which failed runs stopped, with nothing else known. */
    public static Attribution stoppedAt(NodeNumbers node, long failed) {
        Attribution where = where(node);
        Stops stops = new Stops(failed, List.of(new Stops.Stop(node.feature().node(), failed, 0)));
        return new Attribution(where.nodes(), where.transitions(), where.absences(), stops, where.partings());
    }

    public static Attribution where(
            List<NodeNumbers> nodes, List<NodeNumbers> transitions, List<NodeNumbers> absences) {
        return new Attribution(
                nodes,
                transitions,
                absences,
                new Stops(0, List.of()),
                new Partings(Rate.of(0, 0), Rate.of(0, 0), List.of()));
    }
}
