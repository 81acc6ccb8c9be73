package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.metrics.Twin;
import dev.callsheet.metrics.WorstRun;
import dev.callsheet.model.RunFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The worst run of the newest night whose failed calls are at hand, beside its nearest passing twin. */
final class TwinComparison {

    private TwinComparison() {}

    private record Row(String name, Function<CorpusRun, Cell> cell) {}

    /** Null when no run of the input failed on a night. */
    static @Nullable Section of(PageContext context, ScenarioNumbers scenario) {
        List<NightEntry> entries = scenario.entries();
        for (int i = entries.size() - 1; i >= 0; i--) {
            CorpusRun worst = WorstRun.of(ListedRuns.of(entries.get(i).runs()).runs());
            if (worst != null) {
                return of(context, scenario, entries.get(i).night(), worst, Twin.of(worst, entries));
            }
        }
        return null;
    }

    /** @param twin the nearest passing run; null when there is none */
    static Section of(
            PageContext context, ScenarioNumbers scenario, LocalDate night, CorpusRun worst, @Nullable CorpusRun twin) {
        String when = night.equals(context.report().analysis().night()) ? "tonight" : Format.longDate(night);
        String parting = twin == null
                ? noTwin(scenario)
                : NodePaths.parting(worst.facts().nodes(), twin.facts().nodes());
        List<Table.Column<Row>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Of the run", row -> Cell.text(row.name())));
        columns.add(Table.Column.text("Worst run", row -> row.cell().apply(worst)));
        if (twin != null) {
            columns.add(Table.Column.text("Nearest pass", row -> row.cell().apply(twin)));
        }
        int common = twin == null
                ? 0
                : Twin.common(worst.facts().nodes(), twin.facts().nodes());
        return new Section(
                "twin",
                "The worst run of " + when + (twin == null ? "" : " and its nearest pass"),
                parting,
                Table.of(
                        "The worst run of " + when + " beside its nearest pass",
                        rows(context, scenario, common),
                        columns),
                "");
    }

    private static String noTwin(ScenarioNumbers scenario) {
        return ListedRuns.of(scenario.runs()).past() == 0
                ? "no pass of this or an earlier night to set beside it"
                : "no pass of this or an earlier night whose call is in this site";
    }

    private static List<Row> rows(PageContext context, ScenarioNumbers scenario, int common) {
        return List.of(
                new Row("Run", context::run),
                new Row("Result", run -> Words.state(run.facts())),
                new Row("Failed assertions", run -> Cell.text(failed(scenario, run.facts()))),
                new Row("Nodes", run -> Cell.text(NodePaths.from(run.facts().nodes(), common))),
                new Row("Score", run -> Cell.text(Format.score(run.facts().score()))),
                new Row("Turns", run -> Cell.text(Tables.turns(run))),
                new Row("Duration", run -> Cell.text(Format.duration(run.facts().durationMs()))),
                new Row("Tone", run -> Cell.text(Tables.tone(run))));
    }

    private static String failed(ScenarioNumbers scenario, RunFacts facts) {
        if (facts.assertions().isEmpty()) {
            return "no result";
        }
        String failed = AssertionDefinitions.failed(scenario.definition(), facts);
        return failed.isEmpty() ? "none" : failed;
    }
}
