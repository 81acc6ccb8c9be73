package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.FailureGroup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A group of failures and how many of its runs are tonight's. */
record FailingTonight(FailureGroup group, long tonight) {

    /** All groups, those with the most runs of tonight first, then as they are over the window. */
    static List<FailingTonight> of(Analysis analysis) {
        return analysis.failures().stream()
                .map(group -> new FailingTonight(group, runsTonight(analysis, group)))
                .sorted(Comparator.comparing(FailingTonight::tonight).reversed())
                .toList();
    }

    /** The columns of a table of them: the group as the table names it, then its runs and scenarios. */
    static List<Table.Column<FailingTonight>> columns(Analysis analysis, Function<FailureGroup, Cell> name) {
        List<Table.Column<FailingTonight>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Failure", f -> name.apply(f.group())));
        columns.add(Table.Column.number("Tonight", f -> Format.grouped(f.tonight())));
        if (analysis.nightNumbers().size() > 1) { // else it is tonight again
            columns.add(Table.Column.number(
                    WindowWords.nights(analysis),
                    f -> Format.grouped(f.group().runs().size())));
        }
        columns.add(Table.Column.number(
                "Scenarios", f -> Format.grouped(f.group().scenarioIds().size())));
        return columns;
    }

    private static long runsTonight(Analysis analysis, FailureGroup group) {
        return group.runs().stream()
                .filter(run -> Objects.equals(analysis.nights().of(run), analysis.night()))
                .count();
    }
}
