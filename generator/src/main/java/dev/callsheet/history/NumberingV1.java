package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunFacts;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Numbers what the runs of one file share, in the order of first use. */
final class NumberingV1 {

    private final Map<UUID, Integer> uuids = new LinkedHashMap<>();
    private final Map<String, Integer> nodes = new LinkedHashMap<>();
    private final Map<GroupV1<List<AssertionKey>>, Integer> groups = new LinkedHashMap<>();

    void add(RunFacts facts) {
        facts.nodes().forEach(this::addNode);
        if (facts.currentNodeId() != null) {
            addNode(facts.currentNodeId());
        }
        GroupV1<List<AssertionKey>> group = groupOf(facts);
        if (number(groups, group)) {
            addId(group.scenarioId());
            addId(group.pathwayId());
            addId(group.personaId());
            addId(group.batchId());
        }
    }

    private void addNode(String id) {
        if (number(nodes, id)) {
            addId(id);
        }
    }

    private void addId(@Nullable String id) {
        UUID uuid = id == null ? null : PackedIds.uuid(id);
        if (uuid != null) {
            number(uuids, uuid);
        }
    }

    /** Whether the value is new. */
    private static <T> boolean number(Map<T, Integer> numbers, T value) {
        return numbers.putIfAbsent(value, numbers.size()) == null;
    }

    int uuid(UUID uuid) {
        return numberOf(uuids, uuid);
    }

    int node(String id) {
        return numberOf(nodes, id);
    }

    int group(RunFacts facts) {
        return numberOf(groups, groupOf(facts));
    }

    private static <T> int numberOf(Map<T, Integer> numbers, T value) {
        return Objects.requireNonNull(numbers.get(value), "what is written was numbered");
    }

    private static GroupV1<List<AssertionKey>> groupOf(RunFacts facts) {
        return new GroupV1<>(
                facts.scenarioId(),
                facts.scenarioName(),
                facts.pathwayId(),
                facts.personaId(),
                facts.batchId(),
                facts.deniesBatch(),
                facts.version(),
                facts.origin(),
                facts.assertions().stream().map(AssertionResult::key).toList());
    }

    /** By number. */
    Set<UUID> uuids() {
        return Collections.unmodifiableSet(uuids.keySet());
    }

    /** By number. */
    Set<String> nodes() {
        return Collections.unmodifiableSet(nodes.keySet());
    }

    /** By number. */
    Set<GroupV1<List<AssertionKey>>> groups() {
        return Collections.unmodifiableSet(groups.keySet());
    }
}
