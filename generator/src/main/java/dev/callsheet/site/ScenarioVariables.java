package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.metrics.Variables;
import dev.callsheet.metrics.Variables.Extracted;
import dev.callsheet.metrics.Variables.Numbers;
import dev.callsheet.model.RunText;
import dev.callsheet.stats.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the agent extracted in the newest runs of a scenario that passed or failed. */
final class ScenarioVariables {

    /** Texts of runs are read for this table; more would make a page slow. */
    static final int MOST_RUNS = 100;

    private static final int MOST_ROWS = 60;
    private static final int MOST_VALUES = 3;
    private static final int MOST_CHARACTERS = 60;

    private ScenarioVariables() {}

    /**
     * Counts.
     *
     * @param newestFirst runs of the scenario
     * @param texts reads the text of a run
     */
    static Variables of(List<CorpusRun> newestFirst, Function<CorpusRun, RunText> texts, Rules rules) {
        List<CorpusRun> newest = newestFirst.stream()
                .filter(run -> run.facts().status().isValid())
                .limit(MOST_RUNS)
                .toList();
        return Variables.of(newest, texts, rules);
    }

    static Section section(PageContext context, Variables variables) {
        List<Numbers> all = variables.byName();
        long runs = variables.passed() + variables.failed();
        String rest = all.size() <= MOST_ROWS
                ? ""
                : "; the first " + MOST_ROWS + " of " + Format.grouped(all.size()) + " by name";
        return new Section(
                "variables",
                "Variables",
                "what the agent extracted in the newest " + (runs == 1 ? "run" : Format.count(runs, "run")) + rest,
                Table.of(
                        "Variables that the agent extracted, by name",
                        all.stream().limit(MOST_ROWS).toList(),
                        columns(all)),
                "No variable of its runs was loaded.",
                List.of(Verdicts.rule(context, "How variables are counted and compared", "rule-7-4")));
    }

    private static List<Table.Column<Numbers>> columns(List<Numbers> all) {
        List<Table.Column<Numbers>> columns = new ArrayList<>();
        columns.add(Table.Column.text("Variable", v -> new Cell.Code(v.name())));
        columns.add(Table.Column.number("In passed runs", v -> share(v.passed())));
        columns.add(Table.Column.number("In failed runs", v -> share(v.failed())));
        columns.add(Table.Column.text("In failed runs it is", ScenarioVariables::association));
        columns.add(
                Table.Column.number("q", v -> Format.probability(v.association().q())));
        columns.add(Table.Column.number(
                "Empty", v -> Format.grouped(v.passed().empty() + v.failed().empty())));
        columns.add(Table.Column.number(
                "Null", v -> Format.grouped(v.passed().nulls() + v.failed().nulls())));
        columns.add(Table.Column.number(
                "Missing", v -> Format.grouped(v.passed().missing() + v.failed().missing())));
        columns.add(Table.Column.number("Values", v -> Format.grouped(v.values().size())));
        columns.add(Table.Column.text("Most frequent", v -> Cell.text(frequent(v.values()))));
        if (all.stream().anyMatch(v -> v.wrong().n() > 0)) {
            columns.add(Table.Column.number("Wrong", v -> Words.fraction(v.wrong())));
            columns.add(Table.Column.text("When wrong", v -> Cell.text(frequent(v.wrongValues()))));
        }
        return columns;
    }

    private static String share(Extracted runs) {
        Trials trials = runs.trials();
        return trials.n() == 0 ? Format.UNDEFINED : trials.passed() + "/" + trials.n();
    }

    private static Cell association(Numbers variable) {
        Trials passed = variable.passed().trials();
        Trials failed = variable.failed().trials();
        if (passed.n() == 0 || failed.n() == 0) {
            return Cell.soft("not comparable");
        }
        if (!variable.association().clear()) {
            return Cell.soft("cannot tell");
        }
        return Cell.text(
                failed.passed() * passed.n() < passed.passed() * failed.n()
                        ? "clearly rarer"
                        : "clearly more frequent");
    }

    private static String frequent(List<Map.Entry<String, Long>> values) {
        return values.stream()
                        .limit(MOST_VALUES)
                        .map(entry -> value(entry.getKey()) + " in " + entry.getValue())
                        .collect(Collectors.joining(", "))
                + (values.size() > MOST_VALUES ? ", …" : "");
    }

    private static String value(String value) {
        return value.isEmpty() ? "an empty text" : "“" + Shortened.of(value, MOST_CHARACTERS) + "”";
    }
}
