package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Groups runs by pathway, and finds the nodes that no run visits although an assertion wants them visited. */
final class Pathways {

    // Every spelling of "this one node was visited" that the API's documents and tools use.
    private static final Set<String> NODE_TYPES = Set.of("node_visited", "node_reached", "pathway_node_visited");
    private static final Set<String> NODE_SETTINGS =
            Set.of("node_id", "nodeid", "node_name", "nodename", "node", "target");

    private Pathways() {}

    /**
     * One entry for each pathway that has a run, by id.
     *
     * @param runs in their order
     * @param scenarios by id
     */
    static List<PathwayNumbers> of(List<CorpusRun> runs, Map<String, ScenarioNumbers> scenarios, Rules rules) {
        SortedMap<String, List<CorpusRun>> byPathway = new TreeMap<>();
        for (CorpusRun run : runs) {
            byPathway
                    .computeIfAbsent(pathwayOf(run.facts(), scenarios), id -> new ArrayList<>())
                    .add(run);
        }
        List<PathwayNumbers> pathways = new ArrayList<>();
        byPathway.forEach((id, of) -> pathways.add(numbers(id, of, scenarios, rules)));
        return List.copyOf(pathways);
    }

    private static String pathwayOf(RunFacts run, Map<String, ScenarioNumbers> scenarios) {
        if (run.pathwayId() != null) {
            return run.pathwayId();
        }
        ScenarioNumbers scenario = scenarios.get(run.scenarioId());
        return scenario == null ? "" : Objects.requireNonNullElse(scenario.pathwayId(), "");
    }

    private static PathwayNumbers numbers(
            String id, List<CorpusRun> runs, Map<String, ScenarioNumbers> scenarios, Rules rules) {
        List<String> scenarioIds = runs.stream()
                .map(run -> run.facts().scenarioId())
                .distinct()
                .sorted()
                .toList();
        List<Scenario> definitions = scenarioIds.stream()
                .map(scenarios::get)
                .filter(Objects::nonNull)
                .map(ScenarioNumbers::definition)
                .filter(definition -> definition != null
                        && (definition.pathwayId() == null
                                || definition.pathwayId().equals(id)))
                .toList();
        return new PathwayNumbers(
                id,
                Tally.of(runs),
                traced(runs),
                scenarioIds,
                Attribution.of(runs, rules),
                neverVisited(runs, definitions));
    }

    private static Rate traced(List<CorpusRun> runs) {
        return Rate.of(runs.stream()
                .map(CorpusRun::facts)
                .filter(run -> !run.nodes().isEmpty())
                .map(run -> Tally.of(run.status()))
                .reduce(Tally.ZERO, Tally::plus));
    }

    private static List<String> neverVisited(List<CorpusRun> runs, List<Scenario> definitions) {
        Set<String> visited = new HashSet<>();
        Set<AssertionKey> keys = new HashSet<>();
        Set<AssertionKey> met = new HashSet<>();
        for (CorpusRun run : runs) {
            visited.addAll(run.facts().nodes());
            for (AssertionResult result : run.facts().assertions()) {
                (result.verdict() == Verdict.PASSED ? met : keys).add(result.key());
            }
        }
        if (visited.isEmpty()) {
            return List.of();
        }
        Set<String> wanted = new TreeSet<>();
        keys.removeAll(met); // visited after all, though the list of nodes calls it by another name
        keys.forEach(key -> add(wanted, isOfNode(key.type()) ? key.expected() : null));
        for (Scenario scenario : definitions) {
            for (AssertionDefinition definition : scenario.assertions()) {
                if (isOfNode(definition.type())) {
                    definition.config().stream()
                            .filter(setting ->
                                    NODE_SETTINGS.contains(setting.name().toLowerCase(Locale.ROOT)))
                            .map(Variable::value)
                            .forEach(node -> add(wanted, node));
                }
            }
        }
        wanted.removeAll(visited);
        return List.copyOf(wanted);
    }

    private static boolean isOfNode(@Nullable String type) {
        return type != null && NODE_TYPES.contains(type.toLowerCase(Locale.ROOT));
    }

    /** Adds a node's id; JSON of several nodes or of none is no id. */
    private static void add(Set<String> wanted, @Nullable String node) {
        if (node != null && !node.isBlank() && !node.startsWith("[") && !node.startsWith("{") && !node.equals("null")) {
            wanted.add(node);
        }
    }
}
