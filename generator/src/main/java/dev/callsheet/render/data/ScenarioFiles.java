package dev.callsheet.render.data;

import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.ToneNumbers;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import dev.callsheet.stats.Summary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files with a row for each scenario, and for each of its tone dimensions. */
final class ScenarioFiles {

    /** @param window null when no run of the window has a value; so is {@code tonight} for tonight's */
    record ToneRow(
            String scenarioId,
            ToneDimension dimension,
            ToneNumbers.@Nullable Dimension window,
            ToneNumbers.@Nullable Dimension tonight) {}

    static final CsvFile<ScenarioNumbers> SCENARIOS = new CsvFile<>(
            new SafePath("data/scenarios.csv"),
            "a scenario, with its figures over the window",
            "scenario_id",
            List.of(
                    Column.text("scenario_id", "the scenario's id", ScenarioNumbers::id),
                    Column.text(
                            "scenario_name",
                            "the definition's, else the latest a run or set gives it, else the id",
                            ScenarioNumbers::name),
                    Column.text(
                            "category",
                            "as its definition gives it",
                            s -> s.definition() == null ? null : s.definition().category()),
                    Column.bool(
                            "required",
                            "whether promotion requires it; empty when no document says",
                            ScenarioNumbers::required),
                    Column.text(
                            "state",
                            "how it stands: BROKEN, FLAKY, RELIABLE, SUSPECT, INSUFFICIENT, INFRA or NO_DATA",
                            s -> s.decision().state()),
                    Column.text(
                            "event",
                            "what happened to it of late: REGRESSED, FIXED, IMPROVED, NEW or NONE",
                            s -> s.decision().event()),
                    Column.text(
                            "headline",
                            "the one of the two that matters most",
                            s -> s.decision().headline()),
                    Column.count("n", "passed + failed", s -> s.window().valid()),
                    Column.count("passed", "runs that passed", s -> s.window().passed()),
                    Column.count("failed", "runs that failed", s -> s.window().failed()),
                    Column.count(
                            "error",
                            "runs that ended in an error",
                            s -> s.window().error()),
                    Column.count(
                            "cancelled",
                            "runs that were cancelled",
                            s -> s.window().cancelled()),
                    Column.number(
                            "rate", "passed/n, 0 to 1", s -> Rate.of(s.window()).value()),
                    Column.number(
                            "wilson_low",
                            "lower end of the rate's interval",
                            s -> Numerals.low(Rate.of(s.window()).interval())),
                    Column.number(
                            "wilson_high",
                            "upper end of the rate's interval",
                            s -> Numerals.high(Rate.of(s.window()).interval())),
                    Column.number(
                            "pass_hat_2",
                            "the chance that 2 runs all pass, 0 to 1; empty when n is smaller",
                            s -> passHat(s, 2)),
                    Column.number("pass_hat_3", "the chance that 3 runs all pass; likewise", s -> passHat(s, 3)),
                    Column.number("pass_hat_5", "the chance that 5 runs all pass; likewise", s -> passHat(s, 5)),
                    Column.number(
                            "flip_rate",
                            "neighbouring runs that differ, of n - 1, 0 to 1; empty below two",
                            s -> s.flips().rate()),
                    Column.number(
                            "mean_overall_score",
                            "0 to 1, over runs with a verdict that have one",
                            s -> s.score() == null ? null : s.score().mean()),
                    Column.number(
                            "mean_overall_tone_score", "likewise", s -> s.tone().meanOverall()),
                    Column.date(
                            "event_since",
                            "the night of the event",
                            s -> s.decision().eventSince()),
                    Column.date(
                            "regime_since",
                            "the first night of the runs that the state is about; empty when there are none",
                            s -> regime(s, Decision.Regime::since)),
                    Column.count(
                            "regime_passed",
                            "runs of those that passed",
                            s -> regime(s, regime -> regime.rate().passed())),
                    Column.count(
                            "regime_n",
                            "how many there are, passed + failed",
                            s -> regime(s, regime -> regime.rate().n())),
                    Column.number(
                            "p_state",
                            "how likely so many passes would be if the state were wrong; of SUSPECT and INSUFFICIENT, at "
                                    + "the rate that is nearest to being denied",
                            s -> s.decision().proof()),
                    Column.number(
                            "p_event",
                            "how often chance alone would bring the event; empty for NEW and NONE",
                            s -> ChangeRow.eventP(s.decision())),
                    Column.count(
                            "runs_to_decide",
                            "more runs that would settle the state; 0 when it is settled, empty when that cannot be said",
                            ScenarioNumbers::runsToDecide)));

    static final CsvFile<ToneRow> TONE = new CsvFile<>(
            new SafePath("data/tone.csv"),
            "a scenario and a dimension of tone, over the window and tonight",
            "scenario_id, dimension (the six in the order of runs.csv, then overall)",
            List.of(
                    Column.text("scenario_id", "the scenario's id", ToneRow::scenarioId),
                    Column.text(
                            "dimension",
                            "naturalness, conciseness, empathy, flow_preservation, back_channeling, topic_transitions "
                                    + "or overall_tone_score",
                            row -> row.dimension().field()),
                    Column.count(
                            "n",
                            "runs with a verdict that have a value, over the window as the eight columns that follow",
                            row -> n(row.window())),
                    Column.number("mean", "0 to 1", window(Summary::mean)),
                    Column.number(
                            "low",
                            "lower end of the mean's interval, by Student's t; not clipped to 0; empty below two values",
                            row -> row.window() == null
                                    ? null
                                    : Numerals.low(row.window().interval())),
                    Column.number(
                            "high",
                            "upper end of the mean's interval; not clipped to 1",
                            row -> row.window() == null
                                    ? null
                                    : Numerals.high(row.window().interval())),
                    Column.number(
                            "sd",
                            "sample standard deviation, divisor n - 1; empty below two values",
                            window(Summary::sampleSd)),
                    Column.number("median", "0 to 1", window(Summary::median)),
                    Column.number("p10", "the tenth percentile, 0 to 1; empty below ten values", window(Summary::p10)),
                    Column.number("min", "lowest value", window(Summary::min)),
                    Column.number("max", "highest value", window(Summary::max)),
                    Column.count(
                            "tonight_n", "runs of tonight with a verdict that have a value", row -> n(row.tonight())),
                    Column.number(
                            "tonight_mean",
                            "mean of tonight's values, 0 to 1",
                            row -> row.tonight() == null
                                    ? null
                                    : row.tonight().summary().mean())));

    private ScenarioFiles() {}

    static void write(Report report, OutputTree tree) throws IOException {
        SCENARIOS.write(tree, report.scenariosById().values());
        TONE.write(tree, toneRows(report));
    }

    private static List<ToneRow> toneRows(Report report) {
        List<ToneRow> rows = new ArrayList<>();
        for (ScenarioNumbers scenario : report.scenariosById().values()) {
            NightEntry entry = scenario.entryOf(report.analysis().night());
            ToneNumbers tonight = ToneNumbers.of(entry == null ? List.of() : entry.runs());
            for (ToneDimension dimension : ToneDimension.values()) {
                rows.add(new ToneRow(scenario.id(), dimension, scenario.tone().get(dimension), tonight.get(dimension)));
            }
        }
        return rows;
    }

    private static long n(ToneNumbers.@Nullable Dimension numbers) {
        return numbers == null ? 0 : numbers.summary().n();
    }

    private static Function<ToneRow, @Nullable Number> window(Function<Summary, @Nullable Double> figure) {
        return row -> row.window() == null ? null : figure.apply(row.window().summary());
    }

    /** A figure of the runs that the state is about; undefined when there are none. */
    private static <T> @Nullable T regime(ScenarioNumbers scenario, Function<Decision.Regime, T> figure) {
        Decision.Regime judged = scenario.decision().judged();
        return judged == null ? null : figure.apply(judged);
    }

    private static @Nullable Double passHat(ScenarioNumbers scenario, int k) {
        return scenario.passHat().size() < k ? null : scenario.passHat().get(k - 1);
    }
}
