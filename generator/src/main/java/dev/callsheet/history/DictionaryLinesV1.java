package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes what the runs of a file refer to by number; {@link DictionaryV1} reads it. */
final class DictionaryLinesV1 {

    /** Characters after which a line is ended: one that is damaged takes no more with it. */
    private static final int LINE_CHARS = 4_000;
    /** What quotation marks, commas and numbers of an entry take, about. */
    private static final int ENTRY_CHARS = 16;

    private static final int LINE_KEYS = 100;

    private final JsonGenerator out;
    private final NumberingV1 numbers;
    private final int[] last = new int[4];

    private DictionaryLinesV1(JsonGenerator out, NumberingV1 numbers) {
        this.out = out;
        this.numbers = numbers;
    }

    static void write(JsonGenerator out, NumberingV1 numbers) {
        DictionaryLinesV1 lines = new DictionaryLinesV1(out, numbers);
        lines.packed(numbers.uuids());
        lines.entries(FormatV1.TEXTS, numbers.texts(), String::length, text -> lines.reference(0, text));
        lines.entries(FormatV1.NODES, numbers.nodes(), List::size, lines::nodes);
        lines.entries(FormatV1.KEYS, numbers.keys(), key -> length(key.expected()), lines::key);
        lines.entries(FormatV1.ASSERTIONS, numbers.assertions(), List::size, lines::assertions);
        lines.entries(FormatV1.GROUPS, numbers.groups(), group -> length(group.scenarioName()), lines::group);
        lines.runKeys(numbers.runKeys());
    }

    private void packed(Iterable<String> uuids) {
        int number = 0;
        StringBuilder line = new StringBuilder();
        for (Iterator<String> each = uuids.iterator(); each.hasNext(); ) {
            line.append(each.next());
            if (line.length() >= LINE_CHARS || !each.hasNext()) {
                start(FormatV1.UUIDS, number);
                out.writeString(line.toString());
                end();
                number += line.length() / Packed128.CHARS;
                line.setLength(0);
            }
        }
    }

    private void runKeys(List<String> keys) {
        for (int i = 0; i < keys.size(); i += LINE_KEYS) {
            start(FormatV1.RUN_KEYS, i);
            StringBuilder packed = new StringBuilder();
            for (String key : keys.subList(i, Math.min(keys.size(), i + LINE_KEYS))) {
                String shortForm = Packed128.ofKey(key);
                if (shortForm == null) {
                    write(packed);
                    out.writeString(key);
                } else {
                    packed.append(shortForm);
                }
            }
            write(packed);
            end();
        }
    }

    private void write(StringBuilder packed) {
        if (!packed.isEmpty()) {
            out.writeString(packed.toString());
            packed.setLength(0);
        }
    }

    private <T> void entries(String name, Iterable<T> entries, ToIntFunction<T> length, Consumer<T> writer) {
        int number = 0;
        int chars = 0;
        for (Iterator<T> each = entries.iterator(); each.hasNext(); ) {
            T entry = each.next();
            if (chars == 0) {
                start(name, number);
            }
            writer.accept(entry);
            number++;
            chars += ENTRY_CHARS + length.applyAsInt(entry);
            if (chars >= LINE_CHARS || !each.hasNext()) {
                end();
                chars = 0;
            }
        }
    }

    private void start(String name, int number) {
        Arrays.fill(last, 0);
        out.writeStartObject();
        out.writeArrayPropertyStart(name);
        out.writeNumber(number);
    }

    private void end() {
        out.writeEndArray();
        out.writeEndObject();
    }

    private void reference(int column, @Nullable String id) {
        Integer number = id == null ? null : numbers.uuid(id);
        if (number == null) {
            out.writeString(id);
        } else {
            out.writeNumber(number - last[column]);
            last[column] = number;
        }
    }

    private void nodes(List<String> nodes) {
        out.writeStartArray();
        nodes.forEach(node -> out.writeNumber(numbers.text(node)));
        out.writeEndArray();
    }

    private void key(AssertionKey key) {
        out.writeStartArray();
        reference(0, key.id());
        out.writeString(key.type());
        out.writeString(key.target());
        out.writeString(key.field());
        out.writeString(key.expected());
        out.writeEndArray();
    }

    private void assertions(List<AssertionKey> keys) {
        out.writeStartArray();
        int before = 0;
        for (AssertionKey key : keys) {
            int number = numbers.key(key);
            out.writeNumber(number - before);
            before = number;
        }
        out.writeEndArray();
    }

    private void group(NumberingV1.Group group) {
        out.writeStartArray();
        reference(0, group.scenarioId());
        out.writeString(group.scenarioName());
        reference(1, group.pathwayId());
        reference(2, group.personaId());
        reference(3, group.batchId());
        out.writeBoolean(group.deniesBatch());
        out.writeString(group.version());
        out.writeString(FormatV1.word(group.origin()));
        out.writeNumber(numbers.assertions(group.assertions()));
        out.writeEndArray();
    }

    private static int length(@Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
