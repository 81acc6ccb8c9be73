package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Numbers what the runs of one file share, in the order of first use, and writes it as the file's dictionaries. */
final class NumberingV1 {

    /** Characters after which a line of entries is ended: one that is damaged takes no more with it. */
    private static final int LINE_CHARS = 4_000;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<List<String>, Integer> nodes = new LinkedHashMap<>();
    private final Map<AssertionKey, Integer> keys = new LinkedHashMap<>();
    private final Map<List<AssertionKey>, Integer> assertions = new LinkedHashMap<>();
    private final Map<DictionaryV1.Group, Integer> groups = new LinkedHashMap<>();

    void add(RunFacts facts) {
        facts.nodes().forEach(node -> number(texts, node));
        number(nodes, facts.nodes());
        if (facts.currentNodeId() != null) {
            number(texts, facts.currentNodeId());
        }
        List<AssertionKey> ofRun = keysOf(facts);
        ofRun.forEach(key -> number(keys, key));
        number(assertions, ofRun);
        number(groups, groupOf(facts));
    }

    private static <T> void number(Map<T, Integer> numbers, T value) {
        numbers.putIfAbsent(value, numbers.size());
    }

    int text(String text) {
        return numberOf(texts, text);
    }

    int nodes(RunFacts facts) {
        return numberOf(nodes, facts.nodes());
    }

    int assertions(RunFacts facts) {
        return numberOf(assertions, keysOf(facts));
    }

    int group(RunFacts facts) {
        return numberOf(groups, groupOf(facts));
    }

    private static <T> int numberOf(Map<T, Integer> numbers, T value) {
        return Objects.requireNonNull(numbers.get(value), "what is written was numbered");
    }

    private static List<AssertionKey> keysOf(RunFacts facts) {
        return facts.assertions().stream().map(AssertionResult::key).toList();
    }

    private static DictionaryV1.Group groupOf(RunFacts facts) {
        return new DictionaryV1.Group(
                facts.scenarioId(),
                facts.scenarioName(),
                facts.pathwayId(),
                facts.personaId(),
                facts.batchId(),
                facts.deniesBatch(),
                facts.version(),
                facts.origin());
    }

    void write(JsonGenerator out) {
        write(out, FormatV1.TEXTS, texts, String::length, JsonGenerator::writeString);
        write(out, FormatV1.NODES, nodes, List::size, (to, list) -> writeNumbers(to, list, texts));
        write(out, FormatV1.KEYS, keys, NumberingV1::length, NumberingV1::write);
        write(out, FormatV1.ASSERTIONS, assertions, List::size, (to, list) -> writeNumbers(to, list, keys));
        write(out, FormatV1.GROUPS, groups, NumberingV1::length, NumberingV1::write);
    }

    private static <T> void write(
            JsonGenerator out,
            String name,
            Map<T, Integer> entries,
            ToIntFunction<T> length,
            BiConsumer<JsonGenerator, T> writer) {
        int number = 0;
        int written = 0;
        for (T entry : entries.keySet()) {
            if (written == 0) {
                out.writeStartObject();
                out.writeArrayPropertyStart(name);
                out.writeNumber(number);
            }
            writer.accept(out, entry);
            number++;
            written += 1 + length.applyAsInt(entry);
            if (written > LINE_CHARS || number == entries.size()) {
                out.writeEndArray();
                out.writeEndObject();
                written = 0;
            }
        }
    }

    private static <T> void writeNumbers(JsonGenerator out, List<T> values, Map<T, Integer> numbers) {
        out.writeStartArray();
        values.forEach(value -> out.writeNumber(numberOf(numbers, value)));
        out.writeEndArray();
    }

    private static int length(AssertionKey key) {
        return length(key.id(), key.type(), key.target(), key.field(), key.expected());
    }

    private static int length(DictionaryV1.Group group) {
        return length(group.scenarioId(), group.scenarioName(), group.pathwayId(), group.batchId());
    }

    private static int length(@Nullable String... texts) {
        return Stream.of(texts)
                .filter(Objects::nonNull)
                .mapToInt(String::length)
                .sum();
    }

    private static void write(JsonGenerator out, AssertionKey key) {
        out.writeStartArray();
        out.writeString(key.id());
        out.writeString(key.type());
        out.writeString(key.target());
        out.writeString(key.field());
        out.writeString(key.expected());
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, DictionaryV1.Group group) {
        out.writeStartArray();
        out.writeString(group.scenarioId());
        out.writeString(group.scenarioName());
        out.writeString(group.pathwayId());
        out.writeString(group.personaId());
        out.writeString(group.batchId());
        out.writeBoolean(group.deniesBatch());
        out.writeString(group.version());
        out.writeString(FormatV1.word(group.origin()));
        out.writeEndArray();
    }
}
