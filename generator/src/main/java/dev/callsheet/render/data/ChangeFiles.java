package dev.callsheet.render.data;

import dev.callsheet.metrics.Comparison;
import dev.callsheet.output.OutputTree;
import dev.callsheet.output.SafePath;
import dev.callsheet.report.Report;
import dev.callsheet.stats.NewcombeDifference;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The file of what changed: plain facts of two nights beside what is more than chance. */
final class ChangeFiles {

    static final CsvFile<ChangeRow> CHANGES = new CsvFile<>(
            new SafePath("data/changes.csv"),
            "a scenario with a result tonight or on the night before, or that got worse or better of late",
            "scenario_id",
            List.of(
                    Column.text(
                            "scenario_id",
                            "the scenario's id",
                            row -> row.scenario().id()),
                    Column.text(
                            "scenario_name",
                            "the scenario's name, as in scenarios.csv",
                            row -> row.scenario().name()),
                    Column.date(
                            "against",
                            "the nearest earlier night with a verdict; empty when there is none, or tonight has none",
                            ChangeRow::against),
                    Column.text(
                            "fact",
                            "newly_failing, newly_passing, still_failing, still_passing, still_mixed, new or not_run: "
                                    + "tonight's runs and those of that night, with no claim about chance",
                            ChangeRow::fact),
                    Column.text(
                            "verdict",
                            "worse or better: a change that chance does not explain, begun at event_since; empty: cannot "
                                    + "tell",
                            row -> ChangeRow.verdict(row.scenario().decision().event())),
                    Column.text(
                            "event",
                            "as in scenarios.csv",
                            row -> row.scenario().decision().event()),
                    Column.date(
                            "event_since",
                            "the night of the event",
                            row -> row.scenario().decision().eventSince()),
                    Column.count(
                            "before_passed",
                            "runs that passed before the event; without a verdict, before tonight",
                            row -> row.before().passed()),
                    Column.count(
                            "before_n",
                            "runs before it, back to the change before that or over the window",
                            row -> row.before().n()),
                    Column.count(
                            "after_passed",
                            "runs that passed since the event; without a verdict, tonight",
                            row -> row.after().passed()),
                    Column.count(
                            "after_n", "runs since then", row -> row.after().n()),
                    Column.number(
                            "difference",
                            "after_passed/after_n - before_passed/before_n, -1 to 1; empty when either is of no run",
                            difference(NewcombeDifference::difference)),
                    Column.number(
                            "low",
                            "lower end of the difference's interval, by Newcombe's method",
                            difference(d -> d.interval().low())),
                    Column.number(
                            "high",
                            "upper end of the difference's interval",
                            difference(d -> d.interval().high())),
                    Column.number(
                            "p",
                            "how often chance alone would bring so bad a night, or so good a one if it was better; of an "
                                    + "event that only several nights show, so clear a change anywhere in the window; "
                                    + "empty with too few runs to test",
                            ChangeRow::p),
                    Column.number(
                            "q",
                            "p adjusted for asking it of every scenario; empty for an event that only several nights show",
                            ChangeRow::q),
                    Column.count(
                            "against_passed",
                            "runs that passed on the night against; empty, as all further columns, without a result on "
                                    + "both nights",
                            nights(pair -> pair.before().passed())),
                    Column.count(
                            "against_n",
                            "runs of that night",
                            nights(pair -> pair.before().n())),
                    Column.count(
                            "tonight_passed",
                            "runs that passed tonight",
                            nights(pair -> pair.now().passed())),
                    Column.count(
                            "tonight_n",
                            "runs of tonight",
                            nights(pair -> pair.now().n())),
                    Column.number(
                            "nights_low",
                            "lower end of the interval of the difference of these two nights, by Newcombe's method",
                            nights(pair -> pair.difference().interval().low())),
                    Column.number(
                            "nights_high",
                            "upper end of it",
                            nights(pair -> pair.difference().interval().high())),
                    Column.number(
                            "nights_p",
                            "how often chance alone would bring two nights so different, in either direction",
                            nights(Comparison.Pair::p)),
                    Column.number(
                            "nights_q",
                            "nights_p adjusted for asking it of every scenario with a result on both nights",
                            nights(Comparison.Pair::q)),
                    Column.number(
                            "smallest_visible",
                            "the smallest fall from that night's rate that tonight's runs would have proven by these two "
                                    + "nights alone, 0 to 1; empty when none would",
                            nights(Comparison.Pair::smallestVisible))));

    private ChangeFiles() {}

    static void write(Report report, OutputTree tree) throws IOException {
        CHANGES.write(tree, ChangeRow.all(report));
    }

    private static Function<ChangeRow, @Nullable Number> nights(Function<Comparison.Pair, @Nullable Number> figure) {
        return row -> row.nights() == null ? null : figure.apply(row.nights());
    }

    private static Function<ChangeRow, @Nullable Number> difference(Function<NewcombeDifference, Double> figure) {
        return row -> {
            NewcombeDifference difference = row.difference();
            return difference == null ? null : figure.apply(difference);
        };
    }
}
