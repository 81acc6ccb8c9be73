package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One assertion of a scenario over its valid runs (metrics.md 7.2). An assertion is known by its id and type, or,
 * without an id, by what it checks.
 *
 * @param key the key in the latest run
 * @param definition the scenario's own, joined by id; null when not known
 * @param unknown results that are neither passed nor failed
 * @param attributed failed runs that are down to it: one in which it alone failed counts 1, one that it shares with
 *     others its part
 * @param soleCause failed runs in which it alone failed
 */
public record AssertionNumbers(
        String scenarioId,
        AssertionKey key,
        @Nullable AssertionDefinition definition,
        long passed,
        long failed,
        long unknown,
        double attributed,
        long soleCause) {

    /** Most often failing first; then by number of results, then by what it checks. */
    private static final Comparator<AssertionNumbers> ORDER = Comparator.comparing(AssertionNumbers::failShare)
            .reversed()
            .thenComparing(Comparator.comparing(AssertionNumbers::evaluated).reversed())
            .thenComparing(a -> a.key.toString());

    public long evaluated() {
        return passed + failed;
    }

    static List<AssertionNumbers> of(String scenarioId, @Nullable Scenario scenario, List<CorpusRun> runs) {
        Map<AssertionKey, long[]> counts = new LinkedHashMap<>();
        Map<AssertionKey, AssertionKey> latest = new LinkedHashMap<>();
        for (CorpusRun run : runs) {
            if (!run.facts().status().isValid()) {
                continue;
            }
            for (AssertionResult result : run.facts().assertions()) {
                AssertionKey identity = identity(result.key());
                latest.put(identity, result.key());
                long[] count = counts.computeIfAbsent(identity, key -> new long[3]);
                switch (result.verdict()) {
                    case PASSED -> count[0]++;
                    case FAILED -> count[1]++;
                    case UNKNOWN -> count[2]++;
                }
            }
        }
        List<AssertionNumbers> numbers = new ArrayList<>();
        counts.forEach((identity, count) -> {
            AssertionKey key = latest.getOrDefault(identity, identity);
            numbers.add(new AssertionNumbers(
                    scenarioId, key, definition(scenario, key.id()), count[0], count[1], count[2], 0, 0));
        });
        numbers.sort(ORDER);
        return List.copyOf(numbers);
    }

    private double failShare() {
        return evaluated() == 0 ? 0 : failed / (double) evaluated();
    }

    private static AssertionKey identity(AssertionKey key) {
        return key.id() == null ? key : new AssertionKey(key.id(), key.type(), null, null, null);
    }

    private static @Nullable AssertionDefinition definition(@Nullable Scenario scenario, @Nullable String id) {
        if (scenario == null || id == null) {
            return null;
        }
        return scenario.assertions().stream()
                .filter(definition -> id.equals(definition.id()))
                .findFirst()
                .orElse(null);
    }
}
