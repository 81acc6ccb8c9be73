package dev.callsheet.corpus;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one instance of each value that many runs share (ids of scenarios and nodes, assertion keys, whole node
 * sequences), so that a run costs hundreds of bytes and not thousands.
 */
final class Interning {

    private final Map<Object, Object> values = new HashMap<>();

    RunFacts shared(RunFacts facts) {
        return new RunFacts(
                facts.origin(),
                facts.place(),
                facts.id(),
                one(facts.scenarioId()),
                orNull(facts.scenarioName()),
                orNull(facts.pathwayId()),
                orNull(facts.personaId()),
                orNull(facts.batchId()),
                facts.deniesBatch(),
                facts.status(),
                one(facts.statusText()),
                facts.score(),
                facts.turnCount(),
                facts.durationMs(),
                facts.createdAt(),
                orNull(facts.version()),
                one(facts.tone()),
                one(facts.assertions().stream().map(this::shared).toList()),
                one(List.copyOf(facts.nodes().stream().map(this::one).toList())),
                orNull(facts.currentNodeId()));
    }

    private AssertionResult shared(AssertionResult result) {
        AssertionKey key = one(result.key());
        return one(new AssertionResult(key, result.verdict(), result.score()));
    }

    @SuppressWarnings("unchecked") // the map holds each value under itself
    private <T> T one(T value) {
        Object first = values.putIfAbsent(value, value);
        return first == null ? value : (T) first;
    }

    private <T> @Nullable T orNull(@Nullable T value) {
        return value == null ? null : one(value);
    }
}
