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
            new SafePath("data/runs.csv"), "a run", "scenario_id, created_at (undated last), run_id", runColumns());

    static final CsvFile<AssertionRow> ASSERTIONS = new CsvFile<>(
            new SafePath("data/assertions.csv"),
            "an assertion result of a run",
            "the order of runs.csv, then the order in the run",
            List.of(
                    Column.text("run_id", "the run's id", row -> row.facts().id()),
                    Column.text(
                            "scenario_id",
                            "the scenario's id",
                            row -> row.facts().scenarioId()),
                    Column.text(
                            "assertion_id",
                            "the assertion's id",
                            row -> row.result().key().id()),
                    Column.text("type", "as given", row -> row.result().key().type()),
                    Column.text("target", "as given", row -> row.result().key().target()),
                    Column.text("field", "as given", row -> row.result().key().field()),
                    Column.text(
                            "expected",
                            "a string's text, the JSON text of anything else",
                            row -> row.result().key().expected()),
                    Column.bool(
                            "passed",
                            "the outcome; empty when it is neither",
                            row -> passed(row.result().verdict())),
                    Column.number(
                            "score",
                            "the judge's, 0 to 1",
                            row -> Numerals.decimal(row.result().score())),
                    Column.text("reasoning", "the judge's, redacted", AssertionRow::reasoning)));

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
                Column.date(
                        "night",
                        "the night it belongs to, by its own date or its batch's; empty when undated, or dated more than "
                                + "a day after the report",
                        RunRow::night),
                Column.text("run_id", "the run's id", row -> row.facts().id()),
                Column.text(
                        "scenario_id", "the scenario's id", row -> row.facts().scenarioId()),
                Column.text("scenario_name", "the scenario's name, as in scenarios.csv", RunRow::scenarioName),
                Column.text(
                        "batch_id",
                        "the batch's id; empty when none is named",
                        row -> row.facts().batchId()),
                Column.text("pathway_id", "the pathway's id", row -> row.facts().pathwayId()),
                Column.text(
                        "persona_id",
                        "the id of the tester's persona",
                        row -> row.facts().personaId()),
                Column.text(
                        "status",
                        "PASSED, FAILED, ERROR, CANCELLED, PENDING, RUNNING, or another word as given",
                        row -> status(row.facts())),
                Column.number(
                        "overall_score",
                        "0 to 1, the API's",
                        row -> Numerals.decimal(row.facts().score())),
                Column.count(
                        "turn_count", "as the API counts", row -> row.facts().turnCount()),
                Column.count("duration_ms", "milliseconds", row -> row.facts().durationMs()),
                Column.time(
                        "created_at", "when it was created", row -> row.facts().createdAt()),
                tone(ToneDimension.OVERALL, "0 to 1, the API's; not the mean of the six that follow")));
        ToneDimension.SIX.forEach(dimension -> columns.add(tone(dimension, "0 to 1, the API's")));
        columns.add(Column.count(
                "assertions_passed",
                "assertion results that passed; empty when none is known of the run",
                row -> count(row.facts(), Verdict.PASSED)));
        columns.add(Column.count(
                "assertions_failed",
                "assertion results that failed; likewise",
                row -> count(row.facts(), Verdict.FAILED)));
        columns.add(Column.text("error_message", "the API's, redacted", RunRow::errorMessage));
        return List.copyOf(columns);
    }

    private static Column<RunRow> tone(ToneDimension dimension, String meaning) {
        return Column.number(
                dimension.field(),
                meaning,
                row -> Numerals.decimal(row.facts().tone().get(dimension)));
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
