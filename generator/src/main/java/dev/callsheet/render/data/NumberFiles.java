package dev.callsheet.render.data;

import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
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

/** The files with a row for each scenario, night, simulation set's scenario, batch and problem. */
final class NumberFiles {

    record SetRow(String setId, SetNumbers.PerScenario scenario) {}

    static final CsvFile<ScenarioNumbers> SCENARIOS = new CsvFile<>(
            new SafePath("data/scenarios.csv"),
            "One row a scenario with its figures over the window, sorted by scenario_id.",
            List.of(
                    Column.text("scenario_id", ScenarioNumbers::id),
                    Column.text("scenario_name", ScenarioNumbers::name),
                    Column.text(
                            "category",
                            s -> s.definition() == null ? null : s.definition().category()),
                    Column.bool("required", ScenarioNumbers::required),
                    Column.undefined("state"),
                    Column.undefined("event"),
                    Column.undefined("headline"),
                    Column.number("n", s -> s.window().valid()),
                    Column.number("passed", s -> s.window().passed()),
                    Column.number("failed", s -> s.window().failed()),
                    Column.number("error", s -> s.window().error()),
                    Column.number("cancelled", s -> s.window().cancelled()),
                    Column.number("rate", s -> Rate.of(s.window()).value()),
                    Column.number(
                            "wilson_low", s -> Numerals.low(Rate.of(s.window()).interval())),
                    Column.number(
                            "wilson_high",
                            s -> Numerals.high(Rate.of(s.window()).interval())),
                    Column.number("pass_hat_2", s -> passHat(s, 2)),
                    Column.number("pass_hat_3", s -> passHat(s, 3)),
                    Column.number("pass_hat_5", s -> passHat(s, 5)),
                    Column.number("flip_rate", s -> s.flips().rate()),
                    Column.number(
                            "mean_overall_score",
                            s -> s.score() == null ? null : s.score().mean()),
                    Column.number("mean_overall_tone_score", s -> s.tone().meanOverall())));

    static final CsvFile<NightNumbers> NIGHTS = new CsvFile<>(
            new SafePath("data/nights.csv"),
            "One row a night that has a run, sorted by night.",
            List.of(
                    Column.text("night", NightNumbers::night),
                    Column.number("runs", n -> n.tally().total()),
                    Column.number("passed", n -> n.tally().passed()),
                    Column.number("failed", n -> n.tally().failed()),
                    Column.number("error", n -> n.tally().error()),
                    Column.number("cancelled", n -> n.tally().cancelled()),
                    Column.number("rate", n -> n.rate().rate().value()),
                    Column.number(
                            "wilson_low", n -> Numerals.low(n.rate().rate().interval())),
                    Column.number(
                            "wilson_high", n -> Numerals.high(n.rate().rate().interval())),
                    Column.undefined("flaky"),
                    Column.undefined("regressed"),
                    Column.undefined("broken"),
                    Column.number("mean_overall_tone_score", n -> n.tone().meanOverall())));

    static final CsvFile<SetRow> SETS = new CsvFile<>(
            new SafePath("data/simulation_sets.csv"),
            "One row a scenario of a simulation set, the API's figures beside ours, sorted by set_id and scenario_id.",
            List.of(
                    Column.text("set_id", SetRow::setId),
                    Column.text("scenario_id", row -> row.scenario().api().scenarioId()),
                    Column.text("scenario_name", row -> row.scenario().name()),
                    Column.number("api_total_runs", row -> row.scenario().api().totalRuns()),
                    Column.number("api_passed", row -> row.scenario().api().passed()),
                    Column.number(
                            "api_pass_rate",
                            row -> Numerals.decimal(row.scenario().api().passRate())),
                    Column.bool("api_is_flaky", row -> row.scenario().api().flaky()),
                    Column.text("api_confidence", row -> row.scenario().api().confidence()),
                    Column.number("computed_n", row -> row.scenario().computed().n()),
                    Column.number(
                            "computed_passed", row -> row.scenario().computed().passed()),
                    Column.number(
                            "computed_rate", row -> row.scenario().computed().value()),
                    Column.bool("computed_mixed", row -> mixed(row.scenario().tally())),
                    Column.text("disagreement", row -> fields(row.scenario().disagreements()))));

    static final CsvFile<BatchNumbers> BATCHES = new CsvFile<>(
            new SafePath("data/batches.csv"),
            "One row a batch, its own counts of scenarios before ours of runs, sorted by batch_id.",
            List.of(
                    Column.text("batch_id", BatchNumbers::id),
                    Column.text("night", BatchNumbers::night),
                    Column.text("status", own(Batch::status)),
                    Column.text("trigger_source", own(Batch::triggerSource)),
                    Column.bool("publish_on_pass", own(Batch::publishOnPass)),
                    Column.number("total_scenarios", own(Batch::totalScenarios)),
                    Column.number("passed_scenarios", own(Batch::passedScenarios)),
                    Column.number("failed_scenarios", own(Batch::failedScenarios)),
                    Column.number("runs", b -> b.tally().total()),
                    Column.number("passed", b -> b.tally().passed()),
                    Column.number("failed", b -> b.tally().failed()),
                    Column.number("error", b -> b.tally().error()),
                    Column.number("cancelled", b -> b.tally().cancelled()),
                    Column.number("unfinished", b -> b.tally().unfinished()),
                    Column.number("rate", b -> b.rate().rate().value()),
                    Column.number(
                            "wilson_low", b -> Numerals.low(b.rate().rate().interval())),
                    Column.number(
                            "wilson_high", b -> Numerals.high(b.rate().rate().interval())),
                    Column.text("created_at", own(Batch::createdAt))));

    static final CsvFile<Problem> PROBLEMS = new CsvFile<>(
            new SafePath("data/problems.csv"),
            "One row a problem in the input, sorted by file, line, pointer, kind and record_id.",
            List.of(
                    Column.text("file", p -> p.place().file()),
                    Column.number("line", p -> p.place().line()),
                    Column.text("pointer", p -> p.place().pointer()),
                    Column.text("kind", p -> p.kind().name().toLowerCase(Locale.ROOT)),
                    Column.text("severity", p -> p.severity().name().toLowerCase(Locale.ROOT)),
                    Column.text("record_id", Problem::recordId),
                    Column.text("expected", Problem::expected),
                    Column.text("found", Problem::found),
                    Column.text("hint", Problem::hint)));

    private NumberFiles() {}

    static void write(Report report, OutputTree tree) throws IOException {
        SCENARIOS.write(tree, report.scenariosById().values());
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

    private static @Nullable Double passHat(ScenarioNumbers scenario, int k) {
        return scenario.passHat().size() < k ? null : scenario.passHat().get(k - 1);
    }
}
