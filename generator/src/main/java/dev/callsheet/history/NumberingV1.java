package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunOrigin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Numbers what the runs of one file share, in the order of first use. */
final class NumberingV1 {

    private final Map<String, Integer> uuids = new LinkedHashMap<>();
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<List<String>, Integer> nodes = new LinkedHashMap<>();
    private final Map<AssertionKey, Integer> keys = new LinkedHashMap<>();
    private final Map<List<AssertionKey>, Integer> assertions = new LinkedHashMap<>();
    private final Map<Group, Integer> groups = new LinkedHashMap<>();
    private final List<String> runKeys = new ArrayList<>();

    void add(String runKey, RunFacts facts) {
        runKeys.add(runKey);
        facts.nodes().forEach(this::addText);
        number(nodes, facts.nodes());
        if (facts.currentNodeId() != null && !isLast(facts.currentNodeId(), facts.nodes())) {
            addText(facts.currentNodeId());
        }
        List<AssertionKey> ofRun = keysOf(facts);
        if (number(assertions, ofRun)) {
            ofRun.forEach(this::addKey);
        }
        addGroup(groupOf(facts));
    }

    private void addText(String text) {
        if (number(texts, text)) {
            addId(text);
        }
    }

    private void addKey(AssertionKey key) {
        if (number(keys, key)) {
            addId(key.id());
        }
    }

    private void addGroup(Group group) {
        if (number(groups, group)) {
            addId(group.scenarioId());
            addId(group.pathwayId());
            addId(group.personaId());
            addId(group.batchId());
        }
    }

    private void addId(@Nullable String id) {
        String packed = id == null ? null : Packed128.ofUuid(id);
        if (packed != null) {
            number(uuids, packed);
        }
    }

    /** Whether the value is new. */
    private static <T> boolean number(Map<T, Integer> numbers, T value) {
        return numbers.putIfAbsent(value, numbers.size()) == null;
    }

    /** The number of an id that is a UUID; null for others. */
    @Nullable
    Integer uuid(String id) {
        String packed = Packed128.ofUuid(id);
        return packed == null ? null : (Integer) numberOf(uuids, packed);
    }

    int text(String text) {
        return numberOf(texts, text);
    }

    int nodes(RunFacts facts) {
        return numberOf(nodes, facts.nodes());
    }

    int key(AssertionKey key) {
        return numberOf(keys, key);
    }

    int assertions(List<AssertionKey> list) {
        return numberOf(assertions, list);
    }

    int group(RunFacts facts) {
        return numberOf(groups, groupOf(facts));
    }

    private static <T> int numberOf(Map<T, Integer> numbers, T value) {
        return Objects.requireNonNull(numbers.get(value), "what is written was numbered");
    }

    /** In short form. */
    Iterable<String> uuids() {
        return uuids.keySet();
    }

    Iterable<String> texts() {
        return texts.keySet();
    }

    Iterable<List<String>> nodes() {
        return nodes.keySet();
    }

    Iterable<AssertionKey> keys() {
        return keys.keySet();
    }

    Iterable<List<AssertionKey>> assertions() {
        return assertions.keySet();
    }

    Iterable<Group> groups() {
        return groups.keySet();
    }

    List<String> runKeys() {
        return runKeys;
    }

    static boolean isLast(String node, List<String> nodes) {
        return !nodes.isEmpty() && node.equals(nodes.get(nodes.size() - 1));
    }

    private static List<AssertionKey> keysOf(RunFacts facts) {
        return facts.assertions().stream().map(AssertionResult::key).toList();
    }

    private static Group groupOf(RunFacts facts) {
        return new Group(
                facts.scenarioId(),
                facts.scenarioName(),
                facts.pathwayId(),
                facts.personaId(),
                facts.batchId(),
                facts.deniesBatch(),
                facts.version(),
                facts.origin(),
                keysOf(facts));
    }

    /** What runs of one scenario that were started together share. */
    record Group(
            String scenarioId,
            @Nullable String scenarioName,
            @Nullable String pathwayId,
            @Nullable String personaId,
            @Nullable String batchId,
            boolean deniesBatch,
            @Nullable String version,
            RunOrigin origin,
            List<AssertionKey> assertions) {}
}
