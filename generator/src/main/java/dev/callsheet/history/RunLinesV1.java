package dev.callsheet.history;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Score;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes the lines of a file of runs; {@link ReaderV1} and {@link DictionaryV1} read them. */
final class RunLinesV1 {

    /** Bytes after which a line is ended: one that is damaged takes no more with it. */
    private static final int LINE_BYTES = 400;
    /** Packed ids in a line. */
    private static final int LINE_IDS = 100;

    private final PackedWriter file;
    private final JsonGenerator out;
    private final NumberingV1 numbers = new NumberingV1();

    private RunLinesV1(PackedWriter file) {
        this.file = file;
        out = file.out();
    }

    /** @param runs in the order they are to have, each under its key as id */
    static void write(PackedWriter file, List<RunFacts> runs) {
        RunLinesV1 lines = new RunLinesV1(file);
        runs.forEach(lines.numbers::add);
        lines.uuids();
        lines.entries(FormatV1.NODES, lines.numbers.nodes(), lines::id);
        lines.entries(FormatV1.GROUPS, lines.numbers.groups(), lines::group);
        lines.runKeys(runs.stream().map(RunFacts::id).toList());
        lines.entries(FormatV1.RUNS, runs, lines::run);
    }

    private void uuids() {
        List<UUID> uuids = List.copyOf(numbers.uuids());
        for (int from = 0; from < uuids.size(); from += LINE_IDS) {
            start(FormatV1.UUIDS, from);
            out.writeString(PackedIds.packUuids(uuids.subList(from, Math.min(uuids.size(), from + LINE_IDS))));
            end();
        }
    }

    private void runKeys(List<String> keys) {
        for (int from = 0; from < keys.size(); from += LINE_IDS) {
            List<String> ofLine = keys.subList(from, Math.min(keys.size(), from + LINE_IDS));
            start(FormatV1.RUN_KEYS, from);
            if (ofLine.stream().allMatch(PackedIds::isPackable)) {
                out.writeString(PackedIds.packKeys(ofLine));
            } else {
                ofLine.forEach(out::writeString);
            }
            end();
        }
    }

    private <T> void entries(String name, Collection<T> entries, Consumer<T> writer) {
        int number = 0;
        long lineStart = 0;
        boolean isOpen = false;
        for (T entry : entries) {
            if (!isOpen) {
                lineStart = file.written();
                start(name, number);
                isOpen = true;
            }
            writer.accept(entry);
            number++;
            if (number == entries.size() || file.written() - lineStart >= LINE_BYTES) {
                end();
                isOpen = false;
            }
        }
    }

    private void start(String name, int first) {
        out.writeStartObject();
        out.writeArrayPropertyStart(name);
        out.writeNumber(first);
    }

    private void end() {
        out.writeEndArray();
        out.writeEndObject();
    }

    private void id(@Nullable String id) {
        UUID uuid = id == null ? null : PackedIds.uuid(id);
        if (uuid == null) {
            out.writeString(id);
        } else {
            out.writeNumber(numbers.uuid(uuid));
        }
    }

    private void group(GroupV1<List<AssertionKey>> group) {
        out.writeStartArray();
        id(group.scenarioId());
        out.writeString(group.scenarioName());
        id(group.pathwayId());
        id(group.personaId());
        id(group.batchId());
        out.writeBoolean(group.deniesBatch());
        out.writeString(group.version());
        out.writeString(FormatV1.word(group.origin()));
        AssertionsV1.write(out, group.assertions());
        out.writeEndArray();
    }

    private void run(RunFacts run) {
        out.writeStartArray();
        out.writeNumber(numbers.group(run));
        String status = FormatV1.word(run.status());
        out.writeString(status);
        out.writeString(status.equals(run.statusText()) ? null : run.statusText());
        instant(run.createdAt());
        score(run.score());
        number(run.turnCount());
        number(run.durationMs());
        FormatV1.TONE.forEach(dimension -> score(run.tone().get(dimension)));
        results(run.assertions());
        out.writeStartArray();
        run.nodes().forEach(node -> out.writeNumber(numbers.node(node)));
        out.writeEndArray();
        number(run.currentNodeId() == null ? null : (Integer) numbers.node(run.currentNodeId()));
        out.writeEndArray();
    }

    private void results(List<AssertionResult> results) {
        StringBuilder verdicts = new StringBuilder();
        results.forEach(result -> verdicts.append(FormatV1.letter(result.verdict())));
        out.writeString(verdicts.toString());
        if (results.stream().allMatch(result -> result.score() == null)) {
            out.writeNull();
            return;
        }
        out.writeStartArray();
        results.forEach(result -> score(result.score()));
        out.writeEndArray();
    }

    /** Milliseconds since 1970, or the text of an instant that is finer. */
    private void instant(@Nullable Instant instant) {
        if (instant == null) {
            out.writeNull();
        } else if (Instant.ofEpochMilli(instant.toEpochMilli()).equals(instant)) {
            out.writeNumber(instant.toEpochMilli());
        } else {
            out.writeString(instant.toString());
        }
    }

    private void number(@Nullable Number value) {
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value.longValue());
        }
    }

    private void score(@Nullable Score score) {
        if (score == null) {
            out.writeNull();
        } else {
            out.writeNumber(Decimals.of(score.billionths()));
        }
    }
}
