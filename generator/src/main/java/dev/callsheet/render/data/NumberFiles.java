package dev.callsheet.render.data;

import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.NightLabels;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.SetNumbers;
import dev.callsheet.metrics.SetNumbers.Disagreement;
import dev.callsheet.metrics.Tally;
import dev.callsheet.model.Batch;
import dev.callsheet.model.Problem;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The files with a row for each night, simulation set's scenario, batch and problem. */
final class NumberFiles {

    record SetRow(String setId, SetNumbers.PerScenario scenario) {}

    static final CsvFile<NightNumbers> NIGHTS = new CsvFile<>(
            new SafePath("data/nights.csv"),
            "a night that has a run",
            "night",
            List.of(
                    Column.date("night", "a calendar day in the zone that report.json names", NightNumbers::night),
                    Column.count(
                            "runs", "run records of any status", n -> n.tally().total()),
                    Column.count("passed", "runs that passed", n -> n.tally().passed()),
                    Column.count("failed", "runs that failed", n -> n.tally().failed()),
                    Column.count(
                            "error",
                            "runs that ended in an error",
                            n -> n.tally().error()),
                    Column.count(
                            "cancelled",
                            "runs that were cancelled",
                            n -> n.tally().cancelled()),
                    Column.number(
                            "rate",
                            "passed/(passed + failed), 0 to 1",
                            n -> n.rate().rate().value()),
                    Column.number(
                            "wilson_low",
                            "lower end of the rate's interval",
                            n -> Numerals.low(n.rate().rate().interval())),
                    Column.number(
                            "wilson_high",
                            "upper end of the rate's interval",
                            n -> Numerals.high(n.rate().rate().interval())),
                    Column.count(
                            "flaky",
                            "scenarios with that headline, judged by the runs up to this night; empty before the window",
                            labels(NightLabels::flaky)),
                    Column.count("regressed", "likewise", labels(NightLabels::regressed)),
                    Column.count("broken", "likewise", labels(NightLabels::broken)),
                    Column.number(
                            "mean_overall_tone_score",
                            "0 to 1, of the means of scenarios over runs with a verdict that have one",
                            n -> n.tone().meanOverall()),
                    Column.count(
                            "unfinished",
                            "runs pending or running",
                            n -> n.tally().unfinished()),
                    Column.count(
                            "unknown",
                            "runs of a status that is not documented",
                            n -> n.tally().unknown())));

    static final CsvFile<SetRow> SETS = new CsvFile<>(
            new SafePath("data/simulation_sets.csv"),
            "a scenario of a simulation set, the API's figures beside ours",
            "set_id, scenario_id",
            List.of(
                    Column.text("set_id", "the simulation set's id", SetRow::setId),
                    Column.text(
                            "scenario_id",
                            "the scenario's id",
                            row -> row.scenario().api().scenarioId()),
                    Column.text(
                            "scenario_name",
                            "the scenario's name, as in scenarios.csv",
                            row -> row.scenario().name()),
                    Column.count(
                            "api_total_runs",
                            "the API's figure, as the four that follow",
                            row -> row.scenario().api().totalRuns()),
                    Column.count(
                            "api_passed",
                            "runs that passed",
                            row -> row.scenario().api().passed()),
                    Column.number(
                            "api_pass_rate",
                            "0 to 1",
                            row -> Numerals.decimal(row.scenario().api().passRate())),
                    Column.bool(
                            "api_is_flaky",
                            "whether the API calls it flaky",
                            row -> row.scenario().api().flaky()),
                    Column.text(
                            "api_confidence",
                            "the API's word",
                            row -> row.scenario().api().confidence()),
                    Column.count(
                            "computed_n",
                            "ours: passed + failed; 0 when no run of the set was loaded",
                            row -> row.scenario().computed().n()),
                    Column.count(
                            "computed_passed",
                            "ours: runs that passed",
                            row -> row.scenario().computed().passed()),
                    Column.number(
                            "computed_rate",
                            "computed_passed/computed_n, 0 to 1",
                            row -> row.scenario().computed().value()),
                    Column.bool(
                            "computed_mixed",
                            "whether runs passed and failed; empty when computed_n is 0",
                            row -> mixed(row.scenario().tally())),
                    Column.text(
                            "disagreement",
                            "the API's names of the figures that differ, separated by blanks; empty when none does, or "
                                    + "nothing can be compared",
                            row -> fields(row.scenario().disagreements()))));

    static final CsvFile<BatchNumbers> BATCHES = new CsvFile<>(
            new SafePath("data/batches.csv"),
            "a batch, its own counts of scenarios before ours of runs",
            "batch_id",
            List.of(
                    Column.text("batch_id", "the batch's id", BatchNumbers::id),
                    Column.date("night", "the night it was created, else its first run's", BatchNumbers::night),
                    Column.text(
                            "status",
                            "the batch's own, as the six that follow; empty when only runs name the batch",
                            own(Batch::status)),
                    Column.text("trigger_source", "what started it, in the API's word", own(Batch::triggerSource)),
                    Column.bool(
                            "publish_on_pass",
                            "whether the pathway is published when it passes",
                            own(Batch::publishOnPass)),
                    Column.count("total_scenarios", "scenarios of the batch", own(Batch::totalScenarios)),
                    Column.count("passed_scenarios", "scenarios that passed", own(Batch::passedScenarios)),
                    Column.count("failed_scenarios", "scenarios that failed", own(Batch::failedScenarios)),
                    Column.count(
                            "runs",
                            "run records that name the batch, of any status",
                            b -> b.tally().total()),
                    Column.count("passed", "runs that passed", b -> b.tally().passed()),
                    Column.count("failed", "runs that failed", b -> b.tally().failed()),
                    Column.count(
                            "error",
                            "runs that ended in an error",
                            b -> b.tally().error()),
                    Column.count(
                            "cancelled",
                            "runs that were cancelled",
                            b -> b.tally().cancelled()),
                    Column.count(
                            "unfinished",
                            "runs pending or running",
                            b -> b.tally().unfinished()),
                    Column.number(
                            "rate",
                            "passed/(passed + failed), 0 to 1",
                            b -> b.rate().rate().value()),
                    Column.number(
                            "wilson_low",
                            "lower end of the rate's interval",
                            b -> Numerals.low(b.rate().rate().interval())),
                    Column.number(
                            "wilson_high",
                            "upper end of the rate's interval",
                            b -> Numerals.high(b.rate().rate().interval())),
                    Column.time("created_at", "the batch's own", own(Batch::createdAt)),
                    Column.count(
                            "unknown",
                            "runs of a status that is not documented",
                            b -> b.tally().unknown())));

    static final CsvFile<Problem> PROBLEMS = new CsvFile<>(
            new SafePath("data/problems.csv"),
            "a problem in the input",
            "file, line, pointer, kind, record_id",
            List.of(
                    Column.text(
                            "file",
                            "relative to the source it was found in",
                            p -> p.place().file()),
                    Column.count(
                            "line",
                            "of a file with one document a line",
                            p -> p.place().line()),
                    Column.text(
                            "pointer",
                            "JSON pointer; empty for the whole document",
                            p -> p.place().pointer()),
                    Column.text(
                            "kind",
                            "unreadable, syntax, api_error, skipped, rejected, value, conflict, doubtful or incomplete",
                            p -> p.kind().name().toLowerCase(Locale.ROOT)),
                    Column.text(
                            "severity",
                            "error: a file or record was lost; warning: a value; info: nothing",
                            p -> p.severity().name().toLowerCase(Locale.ROOT)),
                    Column.text("record_id", "the record's id, where one is known", Problem::recordId),
                    Column.text("expected", "what should stand there", Problem::expected),
                    Column.text("found", "what stands there", Problem::found),
                    Column.text("hint", "what may help", Problem::hint)));

    private NumberFiles() {}

    static void write(Report report, OutputTree tree) throws IOException {
        NIGHTS.write(tree, report.analysis().nightNumbers());
        SETS.write(tree, setRows(report));
        BATCHES.write(
                tree,
                report.analysis().batches().stream()
                        .sorted(Comparator.comparing(BatchNumbers::id))
                        .toList());
        PROBLEMS.write(tree, report.problems());
    }

    private static List<SetRow> setRows(Report report) {
        List<SetRow> rows = new ArrayList<>();
        for (SetNumbers set : report.analysis().sets()) {
            set.scenarios().forEach(scenario -> rows.add(new SetRow(set.set().id(), scenario)));
        }
        rows.sort(Comparator.comparing(SetRow::setId)
                .thenComparing(row -> row.scenario().api().scenarioId()));
        return rows;
    }

    private static Function<NightNumbers, @Nullable Number> labels(Function<NightLabels, Integer> count) {
        return night -> night.labels() == null ? null : count.apply(night.labels());
    }

    /** Whether valid runs passed and failed; undefined when there is none. */
    static @Nullable Boolean mixed(Tally tally) {
        return tally.valid() == 0 ? null : tally.outcome() == Tally.Outcome.MIXED;
    }

    private static @Nullable String fields(List<Disagreement> disagreements) {
        return disagreements.isEmpty()
                ? null
                : disagreements.stream().map(Disagreement::field).collect(Collectors.joining(" "));
    }

    /** A field of the batch's own document; undefined without one. */
    private static <T> Function<BatchNumbers, @Nullable T> own(Function<Batch, @Nullable T> field) {
        return batch -> batch.document() == null ? null : field.apply(batch.document());
    }
}
