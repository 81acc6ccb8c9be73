package dev.callsheet.corpus;

import dev.callsheet.model.Batch;
import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunKey;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SealedNight;
import dev.callsheet.model.SimulationSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What earlier reports kept, until it is merged with the input. A run is known by its {@link RunKey} here. */
final class Past implements HistorySink {

    // Nearly every run is kept once: hundreds of thousands of lists of one would be waste.
    private final Map<String, RunFacts> runs = new HashMap<>();
    private final Map<String, List<RunFacts>> repeated = new HashMap<>();
    private final BestDocuments<Scenario> scenarios = BestDocuments.ofScenarios();
    private final BestDocuments<Batch> batches = BestDocuments.ofBatches();
    private final BestDocuments<SimulationSet> sets = BestDocuments.ofSets();
    private final SortedMap<LocalDate, SealedNight> sealedNights = new TreeMap<>();
    private final Set<String> superseded = new HashSet<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Aliases aliases;

    Past(Aliases aliases) {
        this.aliases = aliases;
    }

    @Override
    public void run(RunFacts kept) {
        // No report writes a file with other ids. One that has them must not pass for a run of the input beside it.
        RunFacts run = aliases.renamed(RunKey.isKey(kept.id()) ? kept : kept.withId(RunKey.of(kept.id())));
        RunFacts known = runs.putIfAbsent(run.id(), run);
        if (known != null) {
            repeated.computeIfAbsent(run.id(), key -> new ArrayList<>()).add(run);
        }
    }

    @Override
    public void scenario(Scenario scenario) {
        scenarios.add(scenario);
    }

    @Override
    public void batch(Batch batch) {
        batches.add(batch);
    }

    @Override
    public void simulationSet(SimulationSet set) {
        sets.add(aliases.renamed(set));
    }

    /** Of two tallies of one night the one that knows more runs is kept. */
    @Override
    public void sealedNight(SealedNight night) {
        sealedNights.merge(night.night(), aliases.renamed(night), (one, other) -> {
            int order = Comparator.comparing(SealedNight::runs)
                    .thenComparing(tallies -> Canonical.digest(Canonical.bytes(tallies)))
                    .compare(one, other);
            SealedNight less = order < 0 ? one : other;
            superseded.add(less.place().file());
            return order < 0 ? other : one;
        });
    }

    @Override
    public void problem(Problem problem) {
        problems.add(problem);
    }

    /** The records of a run of the input, with those that earlier reports kept of it. */
    List<RunVariant> joined(String id, List<RunVariant> variants) {
        if (runs.isEmpty()) {
            return variants;
        }
        List<RunVariant> past = taken(RunKey.of(id), id);
        if (past.isEmpty()) {
            return variants;
        }
        List<RunVariant> all = new ArrayList<>(variants);
        all.addAll(past);
        return all;
    }

    /** The runs that {@link #joined} was not asked about. */
    List<CorpusRun> others(RunMerger merger) {
        List<CorpusRun> others = new ArrayList<>(runs.size());
        for (String key : List.copyOf(repeated.keySet())) {
            List<RunVariant> variants = taken(key, key);
            others.add(merger.merge(variants));
        }
        runs.values().forEach(facts -> others.add(new CorpusRun(facts, List.of(), -1, true)));
        runs.clear();
        return others;
    }

    /** What is kept of a run, under an id; it is not kept any longer. */
    private List<RunVariant> taken(String key, String id) {
        RunFacts first = runs.remove(key);
        if (first == null) {
            return List.of();
        }
        List<RunFacts> all = new ArrayList<>(repeated.getOrDefault(key, List.of()));
        repeated.remove(key);
        all.add(first);
        SortedMap<String, RunVariant> variants = new TreeMap<>();
        for (RunFacts facts : all) {
            superseded.add(facts.place().file());
            String digest = Canonical.digest(Canonical.bytes(facts));
            RunVariant variant = new RunVariant(facts.withId(id), digest, null, true);
            variants.merge(digest, variant, RunVariant::orEqualAt);
        }
        return List.copyOf(variants.values());
    }

    SortedMap<String, Scenario> scenarios() {
        return scenarios.resolve(problem -> {});
    }

    SortedMap<String, Batch> batches() {
        return batches.resolve(problem -> {});
    }

    SortedMap<String, SimulationSet> sets() {
        return sets.resolve(problem -> {});
    }

    /** Oldest first. */
    List<SealedNight> sealedNights() {
        return List.copyOf(sealedNights.values());
    }

    /** The files of which a run is in the input, too, or in another such file; so a sealed night of which is. */
    Set<String> superseded() {
        return superseded;
    }

    List<Problem> problems() {
        return problems;
    }
}
