package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.SealedRuns;
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

    /**
     * One comparison a pathway of which runs name at least two versions; by pathway.
     *
     * @param window every scenario's
     */
    static List<VersionComparison> all(List<NightEntry> window, Map<String, ScenarioNumbers> scenarios, Rules rules) {
        SortedMap<String, List<Versioned>> pathways = new TreeMap<>();
        for (Versioned runs : versioned(window)) {
            String pathway = runs.pathwayId != null
                    ? runs.pathwayId
                    : Objects.requireNonNullElse(known(scenarios, runs).pathwayId(), "");
            pathways.computeIfAbsent(pathway, id -> new ArrayList<>()).add(runs);
        }
        List<VersionComparison> comparisons = new ArrayList<>();
        pathways.forEach((id, runs) -> {
            VersionComparison comparison = of(id, runs, scenarios, rules);
            if (comparison != null) {
                comparisons.add(comparison);
            }
        });
        return List.copyOf(comparisons);
    }

    private static ScenarioNumbers known(Map<String, ScenarioNumbers> scenarios, Versioned runs) {
        return Objects.requireNonNull(scenarios.get(runs.scenarioId));
    }

    /**
     * A run that names a version, or what is kept of several.
     *
     * @param at when the run was; null of several
     */
    private record Versioned(
            LocalDate night,
            @Nullable Instant at,
            String scenarioId,
            @Nullable String pathwayId,
            String version,
            Tally tally) {}

    private static List<Versioned> versioned(List<NightEntry> window) {
        List<Versioned> versioned = new ArrayList<>();
        for (NightEntry entry : window) {
            for (CorpusRun run : entry.runs()) {
                RunFacts facts = run.facts();
                if (facts.version() != null) {
                    versioned.add(new Versioned(
                            entry.night(),
                            facts.createdAt(),
                            facts.scenarioId(),
                            facts.pathwayId(),
                            facts.version(),
                            Tally.of(facts.status())));
                }
            }
            for (SealedRuns kept : entry.kept()) {
                if (kept.version() != null) {
                    versioned.add(new Versioned(
                            entry.night(), null, kept.scenarioId(), kept.pathwayId(), kept.version(), Tally.of(kept)));
                }
            }
        }
        return versioned;
    }

    /** Where a version begins; shorter names first among those that begin at once, so that 9 comes before 10. */
    private record First(LocalDate night, @Nullable Instant at, String version) {

        private static final Comparator<First> ORDER = Comparator.comparing(First::night)
                .thenComparing(First::at, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(first -> first.version.length())
                .thenComparing(First::version);
    }

    private static @Nullable VersionComparison of(
            String pathway, List<Versioned> all, Map<String, ScenarioNumbers> scenarios, Rules rules) {
        Map<String, First> first = new HashMap<>();
        Map<String, SortedMap<String, Tally>> tallies = new HashMap<>();
        for (Versioned runs : all) {
            First here = new First(runs.night, runs.at, runs.version);
            first.merge(runs.version, here, (one, other) -> First.ORDER.compare(one, other) <= 0 ? one : other);
            tallies.computeIfAbsent(runs.version, key -> new TreeMap<>())
                    .merge(runs.scenarioId, runs.tally, Tally::plus);
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
                coinciding(now.version, all, scenarios));
    }

    private static SortedMap<String, LocalDate> coinciding(
            String version, List<Versioned> all, Map<String, ScenarioNumbers> scenarios) {
        SortedMap<String, NavigableSet<LocalDate>> named = new TreeMap<>();
        SortedMap<String, NavigableSet<LocalDate>> others = new TreeMap<>();
        for (Versioned runs : all) {
            (runs.version.equals(version) ? named : others)
                    .computeIfAbsent(runs.scenarioId, id -> new TreeSet<>())
                    .add(runs.night);
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
