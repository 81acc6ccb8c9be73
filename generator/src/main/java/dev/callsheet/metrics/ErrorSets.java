package dev.callsheet.metrics;

import dev.callsheet.stats.Trials;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Sets of runs that were started together and nearly all errored: no evidence about the agent (metrics.md 0.1).
 *
 * @param names as {@link NightEntry#sets} has them
 */
public record ErrorSets(Set<String> names) {

    static ErrorSets of(Collection<Timeline> timelines, Rules rules) {
        Map<String, Tally> sets = new HashMap<>();
        timelines.stream()
                .flatMap(timeline -> timeline.entries().stream())
                .forEach(entry -> entry.sets().forEach((set, tally) -> sets.merge(set, tally, Tally::plus)));
        return new ErrorSets(sets.entrySet().stream()
                .filter(set -> nearlyAllErrored(set.getValue(), rules))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet()));
    }

    private static boolean nearlyAllErrored(Tally tally, Rules rules) {
        long ended = tally.error() + tally.cancelled();
        return tally.finished() >= rules.infrastructureRuns()
                && new Trials(ended, tally.finished()).isAtLeast(rules.infrastructureShare());
    }

    /** How many runs of a scenario's night passed or failed in such sets, and are taken as errors when it is judged. */
    public long valid(NightEntry entry) {
        return names.isEmpty()
                ? 0
                : entry.sets().entrySet().stream()
                        .filter(set -> names.contains(set.getKey()))
                        .mapToLong(set -> set.getValue().valid())
                        .sum();
    }
}
