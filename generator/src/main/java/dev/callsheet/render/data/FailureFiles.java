package dev.callsheet.render.data;

import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import dev.callsheet.stats.NewcombeDifference;
import dev.callsheet.stats.Spectrum;
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
            "a node of a pathway, a transition between two or a node that runs miss, over the scenarios' windows",
            "pathway_id, node_id, kind, next_node_id",
            List.of(
                    Column.text(
                            "pathway_id",
                            "the runs' own pathway, else their scenario's; empty for runs of neither",
                            NodeRow::pathwayId),
                    Column.text("node_id", "the node's id; of a transition the first node's", NodeRow::nodeId),
                    Column.count(
                            "passed_with",
                            "runs that have it and passed: through the node, by the transition, or not through the node",
                            with(Rate::passed)),
                    Column.count(
                            "n_with", "runs with a verdict that have it, however often a run comes by", with(Rate::n)),
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
                            "failed runs that stopped at the node; 0 for other kinds",
                            NodeRow::endedFailed),
                    Column.bool(
                            "never_visited",
                            "whether an assertion wants the node visited and no run visited it",
                            NodeRow::neverVisited),
                    Column.text(
                            "kind",
                            "node: runs visit it; transition: runs go from it straight to the next; absence: runs list "
                                    + "nodes, and not this one",
                            NodeRow::kind),
                    Column.text("next_node_id", "the second node of a transition", NodeRow::nextNodeId),
                    Column.count(
                            "rank",
                            "place among those of its kind on the pathway by ochiai, from 1; empty, as p and q, with "
                                    + "fewer than 2 failed or 3 runs that have it, or none that has it not",
                            row -> row.ranked(NodeNumbers.Suspicion::rank)),
                    Column.count("ef", "failed runs that have it", score(Spectrum::ef)),
                    Column.count("ep", "passed runs that have it", score(Spectrum::ep)),
                    Column.count("failed_total", "failed runs whose nodes are known", score(Spectrum::failed)),
                    Column.count("passed_total", "passed runs whose nodes are known", score(Spectrum::passed)),
                    Column.number(
                            "ochiai",
                            "ef/√(failed_total·(ef+ep)), 0 to 1; empty, as the four scores that follow, when none "
                                    + "failed, none passed or none has it",
                            score(Spectrum::ochiai)),
                    Column.number(
                            "tarantula",
                            "share of failed over shares of failed and passed",
                            score(Spectrum::tarantula)),
                    Column.number(
                            "dstar2", "ef²/(ep+failed_total−ef); empty where infinite, too", score(Spectrum::dstar2)),
                    Column.number("jaccard", "ef/(failed_total+ep), 0 to 1", score(Spectrum::jaccard)),
                    Column.number(
                            "lift", "how many times as often runs that have it fail as all do", score(Spectrum::lift)),
                    Column.number(
                            "odds_ratio",
                            "Mantel–Haenszel, each scenario compared with itself; empty where infinite or nothing differs",
                            row -> row.numbers().odds().value()),
                    Column.number(
                            "log_odds",
                            "logarithm of the odds ratio over all runs, ½ added to each count",
                            row -> row.spectrum().logOdds().value()),
                    Column.number(
                            "log_odds_z",
                            "log_odds in standard errors",
                            row -> row.spectrum().logOdds().z()),
                    Column.number("p", "Fisher's exact test, one-sided", row -> row.ranked(NodeNumbers.Suspicion::p)),
                    Column.number(
                            "q",
                            "p adjusted by Benjamini and Hochberg over those ranked",
                            row -> row.ranked(NodeNumbers.Suspicion::q)),
                    Column.number(
                            "difference",
                            "share that fails with it less the share that fails without; empty where either are none",
                            row -> row.difference(NewcombeDifference::difference)),
                    Column.number(
                            "difference_low",
                            "lower end of its 95 % interval, Newcombe's",
                            row -> row.difference(d -> d.interval().low())),
                    Column.number(
                            "difference_high",
                            "upper end of its interval",
                            row -> row.difference(d -> d.interval().high()))));

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
                        .sorted(Comparator.comparing(NodeRow::pathwayId)
                                .thenComparing(NodeRow::nodeId)
                                .thenComparing(NodeRow::kind)
                                .thenComparing(row -> row.numbers().feature().next()))
                        .toList());
    }

    private static Function<NodeRow, @Nullable Number> score(Function<Spectrum, @Nullable Number> score) {
        return row -> score.apply(row.spectrum());
    }

    private static Function<NodeRow, @Nullable Number> with(Function<Rate, @Nullable Number> figure) {
        return row -> figure.apply(row.numbers().with());
    }

    private static Function<NodeRow, @Nullable Number> without(Function<Rate, @Nullable Number> figure) {
        return row -> figure.apply(row.numbers().without());
    }
}
