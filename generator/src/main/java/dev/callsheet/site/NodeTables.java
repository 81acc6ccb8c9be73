package dev.callsheet.site;

import dev.callsheet.metrics.NodeFeature.Kind;
import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.NodeNumbers.Suspicion;
import dev.callsheet.metrics.Partings;
import dev.callsheet.metrics.Stops;
import dev.callsheet.stats.NewcombeDifference;
import dev.callsheet.stats.OddsRatio;
import dev.callsheet.stats.Spectrum;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables of where calls fail, alike for a pathway and for a scenario (metrics.md 7.3). */
final class NodeTables {

    private static final int MOST = 20;
    private static final String DATA = "data/nodes.csv";

    private NodeTables() {}

    /** All columns, for the width of a page. */
    static List<Table.Column<NodeNumbers>> columns(String what) {
        return columns(what, "without", "with");
    }

    /** The same of nodes that runs miss. */
    static List<Table.Column<NodeNumbers>> columnsOfAbsence() {
        return columns("Node missed", "visited", "missed");
    }

    private static List<Table.Column<NodeNumbers>> columns(String what, String without, String with) {
        return List.of(
                Table.Column.text(what, n -> new Cell.Code(name(n))),
                Table.Column.choice("Associated", NodeTables::association),
                Table.Column.number("Runs", n -> Format.grouped(n.with().n())),
                Table.Column.number("Passed " + without, n -> Words.fraction(n.without())),
                Table.Column.number("Passed " + with, n -> Words.fraction(n.with())),
                Table.Column.bars("Pass rate", n -> Bar.pair(without, n.without(), with, n.with())),
                Table.Column.number("Fails more by", n -> difference(n.difference())),
                Table.Column.number("Lift", n -> ratio(n.spectrum().lift())),
                Table.Column.number("Odds", n -> odds(n.odds())),
                Table.Column.number("p", n -> p(n.suspicion(), false)),
                Table.Column.number("q", n -> p(n.suspicion(), true)));
    }

    /** The columns that say most, for half of the width. */
    static List<Table.Column<NodeNumbers>> fewColumns(String what) {
        return fewColumns(what, "without", "with");
    }

    /** The same of nodes that runs miss. */
    static List<Table.Column<NodeNumbers>> fewColumnsOfAbsence() {
        return fewColumns("Node missed", "visited", "missed");
    }

    private static List<Table.Column<NodeNumbers>> fewColumns(String what, String without, String with) {
        return List.of(
                Table.Column.text(what, n -> new Cell.Code(name(n))),
                Table.Column.choice("Associated", NodeTables::association),
                Table.Column.number("Failed " + with, n -> NodeFinding.failed(n.with())),
                Table.Column.number("Failed " + without, n -> NodeFinding.failed(n.without())),
                Table.Column.number("Lift", n -> ratio(n.spectrum().lift())),
                Table.Column.number("q", n -> p(n.suspicion(), true)));
    }

    /** What goes with failing among some that are ranked. */
    static List<NodeNumbers> failingMore(List<NodeNumbers> ranked) {
        return ranked.stream().filter(NodeNumbers::failsMore).toList();
    }

    static Section transitions(List<NodeNumbers> ranked, List<Table.Column<NodeNumbers>> columns) {
        return new LongTable<>(
                        "transitions",
                        "Transitions",
                        "from one node to the next, those whose calls fail more often than others",
                        "Ordered pairs of nodes whose calls fail more often than others",
                        failingMore(ranked),
                        columns,
                        "There is none that enough calls take and that fails more often than others.")
                .only(MOST, DATA);
    }

    static Section absences(List<NodeNumbers> ranked, List<Table.Column<NodeNumbers>> columns) {
        return new LongTable<>(
                        "missed",
                        "Nodes that failing calls miss",
                        "calls that do not come by fail more often than those that do",
                        "Nodes without which calls fail more often than with them",
                        failingMore(ranked),
                        columns,
                        "There is none that enough calls miss and without which they fail more often.")
                .only(MOST, DATA);
    }

    static Section stops(Stops stops) {
        return new LongTable<>(
                        "stopped",
                        "Where failed runs stopped",
                        Format.grouped(stops.known()) + " of " + Format.count(stops.failed(), "failed run")
                                + (stops.known() == 1 ? " names" : " name") + " the last node",
                        "Nodes at which failed runs stopped",
                        stops.at(),
                        List.of(
                                Table.Column.text("Node", s -> new Cell.Code(s.node())),
                                Table.Column.number("Failed there", s -> Format.grouped(s.failed())),
                                Table.Column.number("Passed there", s -> Format.grouped(s.passed()))),
                        "No failed run says where it stopped.")
                .only(MOST, DATA);
    }

    /** @param whose what the usual path belongs to: "the scenario's", "their scenario's" */
    static Section partings(Partings partings, String whose) {
        long failed = partings.of().n() - partings.of().passed();
        long failedOnPath = partings.onPath().n() - partings.onPath().passed();
        return new LongTable<>(
                        "partings",
                        "Where failed runs first part from the usual path",
                        "the most frequent list of nodes of " + whose + " passed runs; "
                                + Format.grouped(partings.onPath().passed()) + " of "
                                + Format.grouped(partings.of().passed()) + " passed and "
                                + Format.grouped(failedOnPath) + " of " + Format.grouped(failed)
                                + " failed runs have exactly it",
                        "First steps off the path that most passed runs take",
                        partings.points(),
                        List.of(
                                Table.Column.text("After", p -> node(p.after(), "the start")),
                                Table.Column.text("Usually", p -> node(p.usual(), "the end")),
                                Table.Column.text("Instead", p -> node(p.instead(), "the end")),
                                Table.Column.number(
                                        "Failed", p -> Format.grouped(p.runs().failed())),
                                Table.Column.number(
                                        "Passed", p -> Format.grouped(p.runs().passed()))),
                        "No failed run can be compared with the path of passed ones.")
                .only(MOST, "data/runs.csv");
    }

    /** "greeting", "greeting → offer_refund". */
    static String name(NodeNumbers numbers) {
        return numbers.feature().kind() == Kind.TRANSITION
                ? numbers.feature().node() + " → " + numbers.feature().next()
                : numbers.feature().node();
    }

    /** How what the row is about goes with failing, or why nothing is said. */
    static Cell association(NodeNumbers numbers) {
        Suspicion suspicion = numbers.suspicion();
        if (suspicion == null) {
            return Cell.soft(unranked(numbers));
        }
        if (!numbers.failsMore()) {
            return Cell.soft("no");
        }
        String between = numbers.odds().isAboveOne() ? "" : ", not within a scenario";
        return suspicion.clear() ? Cell.text("clearly" + between) : Cell.soft("weakly" + between);
    }

    private static String unranked(NodeNumbers numbers) {
        if (numbers.without().n() == 0) {
            return "in every run";
        }
        Spectrum spectrum = numbers.spectrum();
        if (spectrum.ef() == 0) {
            return "no failed run";
        }
        return spectrum.passed() == 0 ? "no run passed" : "too few runs";
    }

    static String p(@Nullable Suspicion suspicion, boolean adjusted) {
        return suspicion == null ? Format.UNDEFINED : Format.probability(adjusted ? suspicion.q() : suspicion.p());
    }

    /** In percentage points: "67.7, 41.2 to 84.0". */
    private static String difference(@Nullable NewcombeDifference difference) {
        return difference == null
                ? Format.UNDEFINED
                : points(difference.difference()) + ", "
                        + points(difference.interval().low()) + " to "
                        + points(difference.interval().high());
    }

    private static String points(double share) {
        return Format.decimal(share * 100, 1).replace('-', '−');
    }

    private static String odds(OddsRatio odds) {
        return odds.isInfinite() ? "∞" : ratio(odds.value());
    }

    private static String ratio(@Nullable Double ratio) {
        return ratio == null ? Format.UNDEFINED : Format.decimal(ratio, 1);
    }

    private static Cell node(@Nullable String node, String otherwise) {
        return node == null ? Cell.soft(otherwise) : new Cell.Code(node);
    }
}
