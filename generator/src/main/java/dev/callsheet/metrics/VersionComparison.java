package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The newest version of a pathway compared with the one before it, over each scenario's window. Which is newer is told
 * by when a run first names it, since version names need not be numbers.
 *
 * @param pathwayId empty where runs and scenarios name none
 * @param since the first night of the newest version
 * @param coinciding scenarios of which a change falls on the first night of the newest version, or on the first that
 *     is all its: the version is then its likely cause. By id, with that night
 */
public record VersionComparison(
        String pathwayId,
        String before,
        String now,
        LocalDate since,
        Comparison comparison,
        SortedMap<String, LocalDate> coinciding) {

    /** One comparison a pathway of which runs name at least two versions; by pathway. */
    static List<VersionComparison> all(
            List<CorpusRun> window, Nights nights, Map<String, ScenarioNumbers> scenarios, Rules rules) {
        SortedMap<String, List<CorpusRun>> pathways = new TreeMap<>();
        for (CorpusRun run : window) {
            if (run.facts().version() != null) {
                pathways.computeIfAbsent(pathway(run, scenarios), id -> new ArrayList<>())
                        .add(run);
            }
        }
        List<VersionComparison> comparisons = new ArrayList<>();
        pathways.forEach((id, runs) -> {
            VersionComparison comparison = of(id, runs, nights, scenarios, rules);
            if (comparison != null) {
                comparisons.add(comparison);
            }
        });
        return List.copyOf(comparisons);
    }

    private static String pathway(CorpusRun run, Map<String, ScenarioNumbers> scenarios) {
        String own = run.facts().pathwayId();
        return own != null
                ? own
                : Objects.requireNonNullElse(known(scenarios, run).pathwayId(), "");
    }

    private static ScenarioNumbers known(Map<String, ScenarioNumbers> scenarios, CorpusRun run) {
        return Objects.requireNonNull(scenarios.get(run.facts().scenarioId()));
    }

    /** Where a version begins; shorter names first among those that begin at once, so that 9 comes before 10. */
    private record First(LocalDate night, @Nullable Instant at, String version) {

        private static final Comparator<First> ORDER = Comparator.comparing(First::night)
                .thenComparing(First::at, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(first -> first.version.length())
                .thenComparing(First::version);
    }

    private static @Nullable VersionComparison of(
            String pathway, List<CorpusRun> runs, Nights nights, Map<String, ScenarioNumbers> scenarios, Rules rules) {
        Map<String, First> first = new HashMap<>();
        Map<String, SortedMap<String, Tally>> tallies = new HashMap<>();
        for (CorpusRun run : runs) {
            String version = version(run);
            First here = new First(
                    Objects.requireNonNull(nights.of(run), "the window has nights only"),
                    run.facts().createdAt(),
                    version);
            first.merge(version, here, (one, other) -> First.ORDER.compare(one, other) <= 0 ? one : other);
            tallies.computeIfAbsent(version, key -> new TreeMap<>())
                    .merge(run.facts().scenarioId(), Tally.of(run.facts().status()), Tally::plus);
        }
        if (first.size() < 2) {
            return null;
        }
        List<First> order = first.values().stream().sorted(First.ORDER).toList();
        First before = order.get(order.size() - 2);
        First now = order.get(order.size() - 1);
        return new VersionComparison(
                pathway,
                before.version,
                now.version,
                now.night,
                Comparison.of(
                        Objects.requireNonNull(tallies.get(before.version)),
                        Objects.requireNonNull(tallies.get(now.version)),
                        rules),
                coinciding(now.version, runs, nights, scenarios));
    }

    private static String version(CorpusRun run) {
        return Objects.requireNonNull(run.facts().version());
    }

    private static SortedMap<String, LocalDate> coinciding(
            String version, List<CorpusRun> runs, Nights nights, Map<String, ScenarioNumbers> scenarios) {
        SortedMap<String, NavigableSet<LocalDate>> named = new TreeMap<>();
        SortedMap<String, NavigableSet<LocalDate>> others = new TreeMap<>();
        for (CorpusRun run : runs) {
            (version(run).equals(version) ? named : others)
                    .computeIfAbsent(run.facts().scenarioId(), id -> new TreeSet<>())
                    .add(Objects.requireNonNull(nights.of(run)));
        }
        SortedMap<String, LocalDate> coinciding = new TreeMap<>();
        named.forEach((id, with) -> {
            LocalDate changed =
                    Objects.requireNonNull(scenarios.get(id)).decision().lastChanged();
            NavigableSet<LocalDate> without = others.getOrDefault(id, Collections.emptyNavigableSet());
            if (changed != null
                    && with.contains(changed)
                    && without.stream().anyMatch(night -> night.isBefore(changed))
                    && (changed.equals(with.first()) || isFirstPure(changed, with, without))) {
                coinciding.put(id, changed);
            }
        });
        return coinciding;
    }

    private static boolean isFirstPure(LocalDate night, NavigableSet<LocalDate> with, NavigableSet<LocalDate> without) {
        return !without.contains(night) && with.headSet(night, false).stream().allMatch(without::contains);
    }
}
