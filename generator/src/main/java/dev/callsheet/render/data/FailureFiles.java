package dev.callsheet.render.data;

import dev.callsheet.metrics.Rate;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files that say on what calls fail and where: a row for each group of failures and for each node. */
final class FailureFiles {

    static final CsvFile<FailureRow> FAILURES = new CsvFile<>(
            new SafePath("data/failures.csv"),
            "a group of failures over the scenarios' windows, ours or one that the API names",
            "kind, signature",
            List.of(
                    Column.text(
                            "kind",
                            "assertion: a failed assertion; error_message: of runs that errored; api_mode: a failure "
                                    + "mode in the API's words",
                            FailureRow::kind),
                    Column.text("signature", "what the group has in common, normalised", FailureRow::signature),
                    Column.text("label", "the signature as it was most often written", FailureRow::label),
                    Column.count("runs", "runs that failed so; empty for an api_mode", FailureRow::runs),
                    Column.count(
                            "evaluated",
                            "runs in which it could have; empty when that is not known",
                            FailureRow::evaluated),
                    Column.number(
                            "share",
                            "runs/evaluated, 0 to 1",
                            row -> row.share().value()),
                    Column.number(
                            "wilson_low",
                            "lower end of the share's interval",
                            row -> Numerals.low(row.share().interval())),
                    Column.number(
                            "wilson_high",
                            "upper end of the share's interval",
                            row -> Numerals.high(row.share().interval())),
                    Column.count(
                            "sole_cause",
                            "runs in which no assertion outside the group failed; empty for others than assertions",
                            FailureRow::soleCause),
                    Column.count(
                            "scenarios",
                            "scenarios that have it",
                            row -> row.scenarioIds().size()),
                    Column.count(
                            "sets",
                            "simulation sets that name it; empty for others than api_mode",
                            row -> row.setIds().isEmpty() ? null : row.setIds().size()),
                    Column.date("first_night", "the first night with such a run", FailureRow::first),
                    Column.date("last_night", "the last night with such a run", FailureRow::last)));

    static final CsvFile<NodeRow> NODES = new CsvFile<>(
            new SafePath("data/nodes.csv"),
            "a node of a pathway, over the scenarios' windows",
            "pathway_id, node_id",
            List.of(
                    Column.text(
                            "pathway_id",
                            "the runs' own pathway, else their scenario's; empty for runs of neither",
                            NodeRow::pathwayId),
                    Column.text("node_id", "the node's id", NodeRow::nodeId),
                    Column.count("passed_with", "runs through the node that passed", with(Rate::passed)),
                    Column.count(
                            "n_with",
                            "runs with a verdict through the node, however often a run visits it",
                            with(Rate::n)),
                    Column.number("rate_with", "passed_with/n_with, 0 to 1", with(Rate::value)),
                    Column.count(
                            "passed_without",
                            "other runs of the pathway that passed and whose nodes are known",
                            without(Rate::passed)),
                    Column.count(
                            "n_without",
                            "other runs of the pathway with a verdict whose nodes are known",
                            without(Rate::n)),
                    Column.number("rate_without", "passed_without/n_without, 0 to 1", without(Rate::value)),
                    Column.count(
                            "ended_failed",
                            "failed runs that stopped at the node",
                            row -> row.numbers().endedFailed()),
                    Column.bool(
                            "never_visited",
                            "whether an assertion wants the node visited and no run visited it",
                            NodeRow::neverVisited)));

    private FailureFiles() {}

    static void write(Report report, OutputTree tree) throws IOException {
        FAILURES.write(
                tree,
                FailureRow.all(report.analysis()).stream()
                        .sorted(Comparator.comparing(FailureRow::kind).thenComparing(FailureRow::signature))
                        .toList());
        NODES.write(
                tree,
                NodeRow.all(report.analysis().pathways()).stream()
                        .sorted(Comparator.comparing(NodeRow::pathwayId).thenComparing(NodeRow::nodeId))
                        .toList());
    }

    private static Function<NodeRow, @Nullable Number> with(Function<Rate, @Nullable Number> figure) {
        return row -> figure.apply(row.numbers().with());
    }

    private static Function<NodeRow, @Nullable Number> without(Function<Rate, @Nullable Number> figure) {
        return row -> figure.apply(row.numbers().without());
    }
}
