package dev.callsheet.render.data;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The files with a row for each run and for each assertion of a run. Both need texts of calls; they are written
 * together, so that every text is read once and only one is in memory.
 */
final class RunFiles {

    record RunRow(
            RunFacts facts,
            @Nullable LocalDate night,
            String scenarioName,
            @Nullable String errorMessage) {}

    record AssertionRow(
            RunFacts facts,
            AssertionResult result,
            @Nullable String reasoning) {}

    static final CsvFile<RunRow> RUNS = new CsvFile<>(
            new SafePath("data/runs.csv"),
            "One row a run, sorted by scenario_id, created_at (undated last) and run_id.",
            runColumns());

    static final CsvFile<AssertionRow> ASSERTIONS = new CsvFile<>(
            new SafePath("data/assertions.csv"),
            "One row an assertion result of a run, in the order of runs.csv and within a run as its document lists them.",
            List.of(
                    Column.text("run_id", row -> row.facts().id()),
                    Column.text("scenario_id", row -> row.facts().scenarioId()),
                    Column.text("assertion_id", row -> row.result().key().id()),
                    Column.text("type", row -> row.result().key().type()),
                    Column.text("target", row -> row.result().key().target()),
                    Column.text("field", row -> row.result().key().field()),
                    Column.text("expected", row -> row.result().key().expected()),
                    Column.bool("passed", row -> passed(row.result().verdict())),
                    Column.number("score", row -> Numerals.decimal(row.result().score())),
                    Column.text("reasoning", AssertionRow::reasoning)));

    private RunFiles() {}

    static void write(Report report, Corpus corpus, OutputTree tree) throws IOException {
        Map<String, ScenarioNumbers> scenarios = report.scenariosById();
        try (CsvWriter<RunRow> runs = RUNS.open(tree);
                CsvWriter<AssertionRow> assertions = ASSERTIONS.open(tree)) {
            for (CorpusRun run : corpus.runs()) {
                RunFacts facts = run.facts();
                RunText text = corpus.text(run);
                ScenarioNumbers scenario = scenarios.get(facts.scenarioId());
                runs.write(new RunRow(
                        facts,
                        report.analysis().nights().of(run),
                        scenario == null ? facts.scenarioId() : scenario.name(),
                        text.errorMessage()));
                List<@Nullable String> reasonings = text.reasonings();
                for (int i = 0; i < facts.assertions().size(); i++) {
                    assertions.write(new AssertionRow(
                            facts, facts.assertions().get(i), i < reasonings.size() ? reasonings.get(i) : null));
                }
            }
        }
    }

    private static List<Column<RunRow>> runColumns() {
        List<Column<RunRow>> columns = new ArrayList<>(List.of(
                Column.text("night", RunRow::night),
                Column.text("run_id", row -> row.facts().id()),
                Column.text("scenario_id", row -> row.facts().scenarioId()),
                Column.text("scenario_name", RunRow::scenarioName),
                Column.text("batch_id", row -> row.facts().batchId()),
                Column.text("pathway_id", row -> row.facts().pathwayId()),
                Column.text("persona_id", row -> row.facts().personaId()),
                Column.text("status", row -> status(row.facts())),
                Column.number(
                        "overall_score", row -> Numerals.decimal(row.facts().score())),
                Column.number("turn_count", row -> row.facts().turnCount()),
                Column.number("duration_ms", row -> row.facts().durationMs()),
                Column.text("created_at", row -> row.facts().createdAt()),
                tone(ToneDimension.OVERALL)));
        ToneDimension.SIX.forEach(dimension -> columns.add(tone(dimension)));
        columns.add(Column.number("assertions_passed", row -> count(row.facts(), Verdict.PASSED)));
        columns.add(Column.number("assertions_failed", row -> count(row.facts(), Verdict.FAILED)));
        columns.add(Column.text("error_message", RunRow::errorMessage));
        return List.copyOf(columns);
    }

    private static Column<RunRow> tone(ToneDimension dimension) {
        return Column.number(
                dimension.field(), row -> Numerals.decimal(row.facts().tone().get(dimension)));
    }

    private static String status(RunFacts facts) {
        return facts.status() == RunStatus.UNKNOWN
                ? facts.statusText()
                : facts.status().name();
    }

    /** Undefined for a run without results: nothing says whether none was made or none was saved. */
    private static @Nullable Long count(RunFacts facts, Verdict verdict) {
        return facts.assertions().isEmpty()
                ? null
                : facts.assertions().stream()
                        .filter(result -> result.verdict() == verdict)
                        .count();
    }

    private static @Nullable Boolean passed(Verdict verdict) {
        return verdict == Verdict.UNKNOWN ? null : verdict == Verdict.PASSED;
    }
}
