package dev.callsheet.site;

import dev.callsheet.metrics.Twin;
import java.util.List;

/** Compares the nodes that two calls went through. */
final class NodePaths {

    private static final int MOST_SHOWN = 6;
    private static final String THEN = " › ";

    private NodePaths() {}

    /** "same first 4 nodes, then verify_identity against offer_slot"; nothing when a call names no nodes. */
    static String parting(List<String> one, List<String> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return "";
        }
        int common = Twin.common(one, other);
        if (common == one.size() && common == other.size()) {
            return common == 1 ? "the same single node" : "the same " + common + " nodes";
        }
        String start = switch (common) {
            case 0 -> "no node in common at the start: ";
            case 1 -> "same first node, then ";
            default -> "same first " + common + " nodes, then ";
        };
        return start + next(one, common) + " against " + next(other, common);
    }

    private static String next(List<String> nodes, int at) {
        return at < nodes.size() ? nodes.get(at) : "the end";
    }

    /** The nodes of a call that shares its first nodes with another: "the same first 4 › offer_refund › fallback". */
    static String from(List<String> nodes, int common) {
        if (nodes.isEmpty()) {
            return "not given";
        }
        List<String> rest = nodes.subList(common, Math.min(nodes.size(), common + MOST_SHOWN));
        String same = common == 1 ? "the same first" : "the same first " + common;
        String start = common == 0 ? "" : same + (rest.isEmpty() ? ", no more" : THEN);
        return start + String.join(THEN, rest) + (nodes.size() > common + MOST_SHOWN ? THEN + "…" : "");
    }
}
