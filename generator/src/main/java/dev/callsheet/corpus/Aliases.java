package dev.callsheet.corpus;

import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.model.SimulationSet.PerScenario;
import dev.callsheet.model.ToneDimension;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Scenarios that go on under another id, such as one that was deleted and made again: what is known of the old one
 * becomes the past of the new one. Names stay as they are. Remembers which aliases it met; for one thread.
 */
public final class Aliases {

    /** The id at the end of the way, and how many aliases lead there. */
    private record End(String id, int steps) {}

    private final Map<String, End> ends = new HashMap<>();
    private final SortedSet<String> unmet;

    /**
     * None of them met yet.
     *
     * @param next old ids with those they go on as, which may be old ones in their turn; without a circle
     */
    public Aliases(Map<String, String> next) {
        next.keySet().forEach(old -> ends.put(old, end(next, old)));
        unmet = new TreeSet<>(next.keySet());
    }

    private static End end(Map<String, String> next, String old) {
        String id = old;
        int steps = 0;
        for (@Nullable String further = next.get(id); further != null; further = next.get(id)) {
            if (steps++ == next.size()) {
                throw new IllegalArgumentException("aliases go round in a circle: " + old);
            }
            id = further;
        }
        return new End(id, steps);
    }

    /** The old ids that nothing had so far. */
    public SortedSet<String> unmet() {
        return new TreeSet<>(unmet);
    }

    private String current(String id) {
        End end = ends.get(id);
        if (end == null) {
            return id;
        }
        unmet.remove(id);
        return end.id();
    }

    RunFacts renamed(RunFacts run) {
        String id = current(run.scenarioId());
        return id.equals(run.scenarioId()) ? run : run.withScenarioId(id);
    }

    /** A set that names an old scenario and the new one keeps both entries: they are figures of different runs. */
    SimulationSet renamed(SimulationSet set) {
        return ends.isEmpty()
                ? set
                : new SimulationSet(
                        set.place(),
                        set.id(),
                        set.status(),
                        set.simulationsPerScenario(),
                        set.totalScenarios(),
                        set.perScenario().stream().map(this::renamed).toList(),
                        set.overall(),
                        set.createdAt(),
                        set.completedAt());
    }

    private PerScenario renamed(PerScenario entry) {
        String id = current(entry.scenarioId());
        return id.equals(entry.scenarioId())
                ? entry
                : new PerScenario(
                        entry.place(),
                        id,
                        entry.scenarioName(),
                        entry.totalRuns(),
                        entry.passed(),
                        entry.failed(),
                        entry.passRate(),
                        entry.flaky(),
                        entry.meanScore(),
                        entry.medianScore(),
                        entry.stddevScore(),
                        entry.minScore(),
                        entry.maxScore(),
                        entry.worstRunId(),
                        entry.failureModes(),
                        entry.confidence());
    }

    /** The tallies of an old scenario are added to those of the new one with the same batch and version. */
    SealedNight renamed(SealedNight night) {
        if (ends.isEmpty()) {
            return night;
        }
        Map<List<@Nullable String>, SealedRuns> tallies = new LinkedHashMap<>();
        // The new scenario's own tally goes first: its names are the later ones.
        night.tallies().stream()
                .sorted(Comparator.comparingInt(tally -> steps(tally.scenarioId())))
                .map(this::renamed)
                .forEach(tally -> tallies.merge(
                        Arrays.asList(tally.scenarioId(), tally.batchId(), tally.version()), tally, Aliases::sum));
        return new SealedNight(night.place(), night.night(), List.copyOf(tallies.values()));
    }

    private SealedRuns renamed(SealedRuns tally) {
        String id = current(tally.scenarioId());
        return id.equals(tally.scenarioId())
                ? tally
                : new SealedRuns(
                        id,
                        tally.scenarioName(),
                        tally.pathwayId(),
                        tally.personaId(),
                        tally.batchId(),
                        tally.version(),
                        tally.passed(),
                        tally.failed(),
                        tally.error(),
                        tally.cancelled(),
                        tally.unfinished(),
                        tally.unknown(),
                        tally.scored(),
                        tally.tone());
    }

    private static SealedRuns sum(SealedRuns one, SealedRuns other) {
        Map<ToneDimension, SealedRuns.Sum> tone = new EnumMap<>(ToneDimension.class);
        tone.putAll(one.tone());
        other.tone()
                .forEach((dimension, sum) -> tone.merge(
                        dimension, sum, (a, b) -> new SealedRuns.Sum(a.n() + b.n(), a.billionths() + b.billionths())));
        return new SealedRuns(
                one.scenarioId(),
                one.scenarioName(),
                one.pathwayId(),
                one.personaId(),
                one.batchId(),
                one.version(),
                one.passed() + other.passed(),
                one.failed() + other.failed(),
                one.error() + other.error(),
                one.cancelled() + other.cancelled(),
                one.unfinished() + other.unfinished(),
                one.unknown() + other.unknown(),
                one.scored() + other.scored(),
                tone);
    }

    /**
     * The definition of each scenario. The new scenario's own is used; where there is none, that of the old one from
     * which the fewest aliases lead there, and of several the better one.
     *
     * @param definitions by the id that they were given under
     * @param rank the better one is greater
     */
    SortedMap<String, Scenario> definitions(SortedMap<String, Scenario> definitions, Comparator<Scenario> rank) {
        if (ends.isEmpty()) {
            return definitions;
        }
        Comparator<Scenario> nearest = Comparator.comparingInt((Scenario scenario) -> steps(scenario.id()))
                .thenComparing(rank.reversed())
                .thenComparing(Scenario::id);
        SortedMap<String, Scenario> used = new TreeMap<>();
        definitions
                .values()
                .forEach(scenario -> used.merge(
                        current(scenario.id()),
                        scenario,
                        (one, other) -> nearest.compare(one, other) <= 0 ? one : other));
        used.replaceAll(Aliases::under);
        return used;
    }

    private int steps(String id) {
        End end = ends.get(id);
        return end == null ? 0 : end.steps();
    }

    private static Scenario under(String id, Scenario scenario) {
        return id.equals(scenario.id())
                ? scenario
                : new Scenario(
                        scenario.place(),
                        id,
                        scenario.name(),
                        scenario.description(),
                        scenario.category(),
                        scenario.scenarioType(),
                        scenario.pathwayId(),
                        scenario.personaId(),
                        scenario.testerPrompt(),
                        scenario.testerName(),
                        scenario.maxTurns(),
                        scenario.toneEnabled(),
                        scenario.required(),
                        scenario.enabled(),
                        scenario.assertions(),
                        scenario.createdAt(),
                        scenario.updatedAt(),
                        scenario.complete());
    }
}
