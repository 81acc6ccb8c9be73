package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.RunText;
import dev.callsheet.stats.Fisher;
import dev.callsheet.stats.MultipleTesting;
import dev.callsheet.stats.Trials;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the agent extracted in valid runs of which a call is known (metrics.md 7.5).
 *
 * @param passed runs that passed
 * @param failed runs that failed
 * @param byName every variable that a run has or an assertion checks, by name
 */
public record Variables(long passed, long failed, List<Numbers> byName) {

    /** The spelling of documents of runs: the assertion that a variable has a value. */
    private static final String EQUALS = "variable_equals";

    private static final String NULL = "null";

    /**
     * One variable.
     *
     * @param passed in passed runs
     * @param failed in failed runs
     * @param values each value that is no null and not empty with its runs, most frequent first
     * @param wrong checks of its value that failed; as {@link Rate} has it, "passed" are the failures
     * @param wrongValues its values, empty and null ones too, in the runs of these, most frequent first
     * @param association how being extracted goes with passing
     */
    public record Numbers(
            String name,
            Extracted passed,
            Extracted failed,
            List<Map.Entry<String, Long>> values,
            Rate wrong,
            List<Map.Entry<String, Long>> wrongValues,
            Association association) {}

    /**
     * In how many runs a variable has a value; missing is not empty, and neither is null.
     *
     * @param nulls runs in which it is null; the text "null" cannot be told from it
     */
    public record Extracted(long value, long empty, long nulls, long missing) {

        /** Runs with a value of all. */
        public Trials trials() {
            return new Trials(value, value + empty + nulls + missing);
        }
    }

    /**
     * Fisher's exact test of the shares of passed and of failed runs with a value.
     *
     * @param p two-sided; 1 where no run passed or none failed
     * @param q adjusted for the number of variables
     * @param clear whether q is small enough to be called clear
     */
    public record Association(double p, double q, boolean clear) {}

    private static final class Counts {
        private final Map<String, Long> passed = new HashMap<>();
        private final Map<String, Long> failed = new HashMap<>();
        private final Map<String, Long> wrong = new HashMap<>();
        private long checksFailed;
        private long checks;

        private static Extracted extracted(Map<String, Long> values, long runs) {
            long all = values.values().stream().mapToLong(Long::longValue).sum();
            long empty = values.getOrDefault("", 0L);
            long nulls = values.getOrDefault(NULL, 0L);
            return new Extracted(all - empty - nulls, empty, nulls, runs - all);
        }

        private Numbers numbers(String name, long passedRuns, long failedRuns, Association association) {
            Map<String, Long> values = new HashMap<>(passed);
            failed.forEach((value, runs) -> values.merge(value, runs, Long::sum));
            values.keySet().removeIf(value -> value.isEmpty() || value.equals(NULL));
            return new Numbers(
                    name,
                    extracted(passed, passedRuns),
                    extracted(failed, failedRuns),
                    mostFrequentFirst(values),
                    Rate.of(checksFailed, checks),
                    mostFrequentFirst(wrong),
                    association);
        }

        private double p(long passedRuns, long failedRuns) {
            return Fisher.twoSided(
                    extracted(passed, passedRuns).trials(),
                    extracted(failed, failedRuns).trials());
        }
    }

    /**
     * Counts.
     *
     * @param runs of one scenario
     * @param texts reads the text of a run, once
     */
    public static Variables of(List<CorpusRun> runs, Function<CorpusRun, RunText> texts, Rules rules) {
        long passed = 0;
        long failed = 0;
        SortedMap<String, Counts> byName = new TreeMap<>();
        for (CorpusRun run : Measures.valid(runs)) {
            RunText text = texts.apply(run);
            if (text.variables().isEmpty() && text.chat().isEmpty()) {
                continue; // only a list or a batch tells of it: nothing is known of its variables
            }
            boolean pass = run.facts().status() == RunStatus.PASSED;
            passed += pass ? 1 : 0;
            failed += pass ? 0 : 1;
            Map<String, String> values = new HashMap<>();
            text.variables().forEach(variable -> values.putIfAbsent(variable.name(), variable.value()));
            values.forEach((name, value) -> {
                Counts counts = byName.computeIfAbsent(name, key -> new Counts());
                (pass ? counts.passed : counts.failed).merge(value, 1L, Long::sum);
            });
            check(run.facts(), values, byName);
        }
        return new Variables(passed, failed, numbers(byName, passed, failed, rules));
    }

    private static void check(RunFacts run, Map<String, String> values, Map<String, Counts> byName) {
        for (AssertionResult result : run.assertions()) {
            String name = result.key().field();
            if (name != null && isOfValue(result.key().type()) && result.verdict() != Verdict.UNKNOWN) {
                Counts counts = byName.computeIfAbsent(name, key -> new Counts());
                counts.checks++;
                if (result.verdict() == Verdict.FAILED) {
                    counts.checksFailed++;
                    String value = values.get(name);
                    if (value != null) {
                        counts.wrong.merge(value, 1L, Long::sum);
                    }
                }
            }
        }
    }

    private static boolean isOfValue(@Nullable String type) {
        return EQUALS.equalsIgnoreCase(type);
    }

    private static List<Numbers> numbers(SortedMap<String, Counts> byName, long passed, long failed, Rules rules) {
        List<Double> p =
                byName.values().stream().map(counts -> counts.p(passed, failed)).toList();
        List<Double> q = MultipleTesting.benjaminiHochberg(p);
        List<Numbers> numbers = new ArrayList<>();
        byName.forEach((name, counts) -> {
            int i = numbers.size();
            Association association = new Association(p.get(i), q.get(i), q.get(i) <= rules.falseDiscoveryRate());
            numbers.add(counts.numbers(name, passed, failed, association));
        });
        return List.copyOf(numbers);
    }

    private static List<Map.Entry<String, Long>> mostFrequentFirst(Map<String, Long> values) {
        return values.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .toList();
    }
}
