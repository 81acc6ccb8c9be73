package dev.callsheet.site;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.Shortened;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.model.Variable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the agent extracted in the newest runs of a scenario that passed or failed and of which a call is known. A
 * variable that is missing from a run is not an empty one.
 *
 * @param passed runs that passed
 * @param failed runs that failed
 * @param variables by name
 */
record ScenarioVariables(long passed, long failed, List<Counted> variables) {

    /** Texts of runs are read for this table; more would make a page slow. */
    static final int MOST_RUNS = 100;

    private static final int MOST_ROWS = 60;
    private static final int MOST_VALUES = 3;
    private static final int MOST_CHARACTERS = 60;

    /**
     * One variable.
     *
     * @param passed passed runs that have it
     * @param failed failed runs that have it
     * @param values each value with the number of runs that have it, most frequent first
     */
    record Counted(String name, long passed, long failed, List<Map.Entry<String, Long>> values) {}

    private static final class Counts {
        private long passed;
        private long failed;
        private final Map<String, Long> values = new HashMap<>();
    }

    /**
     * Counts.
     *
     * @param newestFirst runs of the scenario
     * @param texts reads the text of a run
     */
    static ScenarioVariables of(List<CorpusRun> newestFirst, Function<CorpusRun, RunText> texts) {
        long passed = 0;
        long failed = 0;
        Map<String, Counts> byName = new TreeMap<>();
        List<CorpusRun> runs = newestFirst.stream()
                .filter(run -> run.facts().status().isValid())
                .limit(MOST_RUNS)
                .toList();
        for (CorpusRun run : runs) {
            RunText text = texts.apply(run);
            if (text.variables().isEmpty() && text.chat().isEmpty()) {
                continue; // only a list or a batch tells of it: nothing is known of its variables
            }
            boolean pass = run.facts().status() == RunStatus.PASSED;
            passed += pass ? 1 : 0;
            failed += pass ? 0 : 1;
            Set<String> seen = new HashSet<>();
            for (Variable variable : text.variables()) {
                if (seen.add(variable.name())) {
                    Counts counts = byName.computeIfAbsent(variable.name(), name -> new Counts());
                    counts.passed += pass ? 1 : 0;
                    counts.failed += pass ? 0 : 1;
                    counts.values.merge(variable.value(), 1L, Long::sum);
                }
            }
        }
        List<Counted> variables = new ArrayList<>();
        byName.forEach((name, counts) ->
                variables.add(new Counted(name, counts.passed, counts.failed, mostFrequentFirst(counts.values))));
        return new ScenarioVariables(passed, failed, variables);
    }

    private static List<Map.Entry<String, Long>> mostFrequentFirst(Map<String, Long> values) {
        return values.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }

    Section section() {
        String rest = variables.size() <= MOST_ROWS
                ? ""
                : "; the first " + MOST_ROWS + " of " + Format.grouped(variables.size()) + " by name";
        return new Section(
                "variables",
                "Variables",
                "what the agent extracted in the newest "
                        + (passed + failed == 1 ? "run" : Format.count(passed + failed, "run")) + rest,
                Table.of(
                        "Variables that the agent extracted, by name",
                        variables.stream().limit(MOST_ROWS).toList(),
                        List.of(
                                Table.Column.text("Variable", v -> new Cell.Code(v.name())),
                                Table.Column.number("In passed runs", v -> share(v.passed(), passed)),
                                Table.Column.number("In failed runs", v -> share(v.failed(), failed)),
                                Table.Column.number(
                                        "Values", v -> Format.grouped(v.values().size())),
                                Table.Column.text("Most frequent", v -> Cell.text(frequent(v))))),
                "No variable of its runs was loaded.");
    }

    private static String share(long having, long runs) {
        return runs == 0 ? Format.UNDEFINED : having + "/" + runs;
    }

    private static String frequent(Counted variable) {
        return variable.values().stream()
                        .limit(MOST_VALUES)
                        .map(entry -> value(entry.getKey()) + " in " + entry.getValue())
                        .collect(Collectors.joining(", "))
                + (variable.values().size() > MOST_VALUES ? ", …" : "");
    }

    private static String value(String value) {
        return value.isEmpty() ? "an empty text" : "“" + Shortened.of(value, MOST_CHARACTERS) + "”";
    }
}
