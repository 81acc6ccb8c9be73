package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.NodeFeature.Kind;
import dev.callsheet.metrics.NodeNumbers.Suspicion;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import dev.callsheet.stats.OddsRatio;
import dev.callsheet.stats.Spectrum;
import dev.callsheet.stats.SpectrumRanking;
import dev.callsheet.stats.SpectrumRanking.Ranked;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where the calls of a scenario or a pathway fail (metrics.md 7.3): what failing runs have in common, where they stopped
 * and where they first left the path of passing ones.
 *
 * @param nodes every node that a run lists: those ranked first, then the most visited
 * @param transitions ordered pairs of consecutive nodes, ranked; only those that enough runs have
 * @param absences nodes that failing runs do not list, ranked likewise
 */
public record Attribution(
        List<NodeNumbers> nodes,
        List<NodeNumbers> transitions,
        List<NodeNumbers> absences,
        Stops stops,
        Partings partings) {

    private static final SpectrumRanking.Support SUPPORT = new SpectrumRanking.Support(2, 3);
    private static final Comparator<NodeNumbers> MOST_VISITED = Comparator.comparing(
                    (NodeNumbers node) -> node.with().n())
            .reversed()
            .thenComparing(NodeNumbers::feature);

    /** Counts over all runs and over those of each scenario. */
    private static final class Table {
        private final Spectra<NodeFeature> all = new Spectra<>();
        private final Map<String, Spectra<NodeFeature>> byScenario = new HashMap<>();
        private final Map<NodeFeature, SortedSet<String>> scenariosOf = new HashMap<>();

        private void add(RunFacts run) {
            boolean pass = run.status() == RunStatus.PASSED;
            Set<NodeFeature> features = NodeFeature.of(run.nodes());
            all.add(features, pass);
            byScenario.computeIfAbsent(run.scenarioId(), id -> new Spectra<>()).add(features, pass);
            features.forEach(feature ->
                    scenariosOf.computeIfAbsent(feature, key -> new TreeSet<>()).add(run.scenarioId()));
        }

        private SortedMap<NodeFeature, Spectrum> of(Kind kind) {
            SortedMap<NodeFeature, Spectrum> spectra = new TreeMap<>(all.all());
            spectra.keySet().removeIf(feature -> feature.kind() != kind);
            return spectra;
        }

        /** Over the scenarios that come by at all: another one has no run to compare with, whether by or not. */
        private OddsRatio odds(NodeFeature feature) {
            boolean absent = feature.kind() == Kind.ABSENCE;
            NodeFeature counted = absent ? NodeFeature.node(feature.node()) : feature;
            return OddsRatio.of(scenariosOf.getOrDefault(counted, Collections.emptySortedSet()).stream()
                    .flatMap(id -> Stream.ofNullable(byScenario.get(id)))
                    .map(spectra -> spectra.of(counted))
                    .map(spectrum -> absent ? spectrum.absent() : spectrum)
                    .toList());
        }

        private List<NodeNumbers> ranked(SortedMap<NodeFeature, Spectrum> spectra, Rules rules) {
            List<NodeNumbers> numbers = new ArrayList<>();
            for (Ranked<NodeFeature> ranked : SpectrumRanking.of(spectra, SUPPORT)) {
                Suspicion suspicion = new Suspicion(
                        numbers.size() + 1, ranked.p(), ranked.q(), ranked.q() <= rules.falseDiscoveryRate());
                numbers.add(NodeNumbers.of(ranked.name(), ranked.spectrum(), odds(ranked.name()), suspicion));
            }
            return numbers;
        }
    }

    /** @param runs of one scenario, or of several: their runs are counted together */
    static Attribution of(Collection<CorpusRun> runs, Rules rules) {
        List<RunFacts> valid = runs.stream()
                .map(CorpusRun::facts)
                .filter(run -> run.status().isValid())
                .toList();
        List<RunFacts> traced = traced(valid);
        Table table = new Table();
        traced.forEach(table::add);
        SortedMap<NodeFeature, Spectrum> nodes = table.of(Kind.NODE);
        SortedMap<NodeFeature, Spectrum> absences = new TreeMap<>();
        nodes.forEach((node, spectrum) -> absences.put(NodeFeature.absence(node.node()), spectrum.absent()));
        return new Attribution(
                withUnranked(table, nodes, table.ranked(nodes, rules)),
                List.copyOf(table.ranked(table.of(Kind.TRANSITION), rules)),
                List.copyOf(table.ranked(absences, rules)),
                Stops.of(valid),
                Partings.of(traced));
    }

    private static List<NodeNumbers> withUnranked(
            Table table, Map<NodeFeature, Spectrum> nodes, List<NodeNumbers> ranked) {
        Map<NodeFeature, Spectrum> others = new HashMap<>(nodes);
        ranked.forEach(node -> others.remove(node.feature()));
        List<NodeNumbers> numbers = new ArrayList<>(ranked);
        others.entrySet().stream()
                .map(node -> NodeNumbers.of(node.getKey(), node.getValue(), table.odds(node.getKey()), null))
                .sorted(MOST_VISITED)
                .forEach(numbers::add);
        return List.copyOf(numbers);
    }

    /** Those whose nodes are known. */
    static List<RunFacts> traced(List<RunFacts> valid) {
        return valid.stream().filter(run -> !run.nodes().isEmpty()).toList();
    }
}
