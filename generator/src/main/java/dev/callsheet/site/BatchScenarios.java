package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.RunChanges;
import dev.callsheet.metrics.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The scenarios of a batch beside the batch before it. */
final class BatchScenarios {

    private BatchScenarios() {}

    /** A scenario's runs in the batch, and its counts in the batch before. */
    private record Row(String scenarioId, List<CorpusRun> runs, Tally tally, Tally before, String change) {

        private double passed() {
            return tally.valid() == 0 ? 1 : tally.passed() / (double) tally.valid();
        }
    }

    /** @param previous null when the batch has none to be compared with */
    static Section section(PageContext context, BatchNumbers batch, @Nullable BatchNumbers previous) {
        List<Table.Column<Row>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Scenario", r -> context.scenario(r.scenarioId)));
        columns.add(Table.Column.squares("Attempts", r -> context.squares(r.runs)));
        if (previous != null) {
            columns.add(Table.Column.number("Before", r -> Words.fraction(r.before)));
        }
        columns.add(Table.Column.number("Passed", r -> Words.fraction(r.tally)));
        if (previous == null) {
            columns.add(Table.Column.bars("95 % interval", r -> Bar.cell(Rate.of(r.tally))));
        } else {
            columns.add(Table.Column.bars(
                    "Pass rate", r -> Bar.pair("before", Rate.of(r.before), "now", Rate.of(r.tally))));
            columns.add(Table.Column.text("Fact", r -> Cell.soft(r.change)));
        }
        return new LongTable<>(
                        "scenarios",
                        "Scenarios",
                        previous == null
                                ? "lowest pass rate first"
                                : "lowest pass rate first; the batch before above, this one below, with 95 % interval",
                        "Scenarios of the batch, lowest pass rate first",
                        rows(batch, previous, context),
                        columns,
                        "Its runs are not at hand.")
                .only("data/runs.csv");
    }

    private static List<Row> rows(BatchNumbers batch, @Nullable BatchNumbers previous, PageContext context) {
        Map<String, List<CorpusRun>> before = byScenario(previous == null ? List.of() : previous.runs());
        List<Row> rows = new ArrayList<>();
        byScenario(batch.runs())
                .forEach((id, runs) -> rows.add(new Row(
                        id,
                        runs,
                        Tally.of(runs),
                        Tally.of(before.getOrDefault(id, List.of())),
                        change(batch.changes(), id))));
        rows.sort(Comparator.comparing(Row::passed)
                .thenComparing(row -> context.label(row.scenarioId))
                .thenComparing(Row::scenarioId));
        return rows;
    }

    private static Map<String, List<CorpusRun>> byScenario(List<CorpusRun> runs) {
        Map<String, List<CorpusRun>> byScenario = new LinkedHashMap<>();
        runs.forEach(run -> byScenario
                .computeIfAbsent(run.facts().scenarioId(), id -> new ArrayList<>())
                .add(run));
        return byScenario;
    }

    private static String change(@Nullable RunChanges changes, String id) {
        if (changes == null) {
            return "";
        }
        if (contains(changes.newlyFailing(), id)) {
            return "had passed every run";
        }
        if (contains(changes.newlyPassing(), id)) {
            return "had failed some";
        }
        return contains(changes.added(), id) ? "had no result" : "";
    }

    /** @param sorted as the lists of {@link RunChanges} are; a batch may have thousands of scenarios */
    private static boolean contains(List<String> sorted, String id) {
        return Collections.binarySearch(sorted, id) >= 0;
    }
}
