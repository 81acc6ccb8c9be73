package dev.callsheet.history;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunKey;
import dev.callsheet.model.Score;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.ToneDimension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes files of {@code callsheet.history/1}. The same facts give the same content in whatever order they come: runs
 * stand in the order of runs everywhere, and entries of dictionaries in the order of their first use.
 */
final class WriterV1 {

    private static final int HASH_CHARS = 16;

    private WriterV1() {}

    /**
     * @param keep whose stream it is, and how nights are told
     * @param documents lines, in their order
     */
    static Kept runs(Keep keep, LocalDate night, List<String> documents, List<CorpusRun> runs) {
        List<Keyed> keyed = runs.stream().map(Keyed::of).sorted(Keyed.ORDER).toList();
        NumberingV1 numbers = new NumberingV1();
        keyed.forEach(run -> numbers.add(run.facts()));
        return file(keep, night, false, runs.size(), out -> {
            documents.forEach(out::writeRawValue);
            numbers.write(out);
            keyed.forEach(run -> write(out, run, numbers));
        });
    }

    /** A sealed night. */
    static Kept tallies(Keep keep, LocalDate night, List<String> documents, List<SealedRuns> tallies) {
        long runs = tallies.stream().mapToLong(SealedRuns::runs).sum();
        return file(keep, night, true, runs, out -> {
            documents.forEach(out::writeRawValue);
            tallies.stream().sorted(Sealing.ORDER).forEach(tally -> TalliesV1.write(out, tally));
        });
    }

    private static Kept file(Keep keep, LocalDate night, boolean isSealed, long runs, Consumer<JsonGenerator> lines) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        MessageDigest digest = Sha256.digest();
        try (OutputStream stream = new DigestOutputStream(new Packing(packed), digest);
                JsonGenerator out = Json.generator(stream)) {
            new Header(FormatV1.VERSION, keep.stream(), night, keep.zone(), keep.nightStarts(), isSealed, runs)
                    .write(out);
            lines.accept(out);
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        String hash = HexFormat.of().formatHex(digest.digest()).substring(0, HASH_CHARS);
        String name = new FileName(keep.stream(), night, hash).toString();
        return new Kept(name, keep.stream(), night, runs, isSealed, packed.toByteArray());
    }

    private static void write(JsonGenerator out, Keyed run, NumberingV1 numbers) {
        RunFacts facts = run.facts();
        out.writeStartArray();
        out.writeString(run.key());
        out.writeNumber(numbers.group(facts));
        String status = FormatV1.word(facts.status());
        out.writeString(status);
        out.writeString(status.equals(facts.statusText()) ? null : facts.statusText());
        write(out, facts.createdAt());
        write(out, facts.score());
        write(out, facts.turnCount());
        write(out, facts.durationMs());
        writeTone(out, facts);
        out.writeNumber(numbers.assertions(facts));
        writeResults(out, facts.assertions());
        out.writeNumber(numbers.nodes(facts));
        write(out, facts.currentNodeId() == null ? null : (Integer) numbers.text(facts.currentNodeId()));
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, @Nullable Instant instant) {
        if (instant == null) {
            out.writeNull();
        } else if (Instant.ofEpochMilli(instant.toEpochMilli()).equals(instant)) {
            out.writeNumber(instant.toEpochMilli());
        } else {
            out.writeString(instant.toString());
        }
    }

    private static void write(JsonGenerator out, @Nullable Number value) {
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value.longValue());
        }
    }

    private static void write(JsonGenerator out, @Nullable Score score) {
        if (score == null) {
            out.writeNull();
        } else {
            out.writeNumber(Decimals.of(score.billionths()));
        }
    }

    private static void writeTone(JsonGenerator out, RunFacts facts) {
        if (!facts.tone().isScored()) {
            out.writeNull();
            return;
        }
        out.writeStartArray();
        for (ToneDimension dimension : FormatV1.TONE) {
            write(out, facts.tone().get(dimension));
        }
        out.writeEndArray();
    }

    private static void writeResults(JsonGenerator out, List<AssertionResult> results) {
        StringBuilder verdicts = new StringBuilder();
        results.forEach(result -> verdicts.append(FormatV1.letter(result.verdict())));
        out.writeString(verdicts.toString());
        if (results.stream().allMatch(result -> result.score() == null)) {
            out.writeNull();
            return;
        }
        out.writeStartArray();
        results.forEach(result -> write(out, result.score()));
        out.writeEndArray();
    }

    /** A run under the key that it is kept by. */
    private record Keyed(String key, RunFacts facts) {

        /** The order of runs everywhere, of keys for ids. */
        static final Comparator<Keyed> ORDER = Comparator.comparing((Keyed run) -> run.facts.scenarioId())
                .thenComparing(run -> run.facts.createdAt(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Keyed::key);

        static Keyed of(CorpusRun run) {
            return new Keyed(run.past() ? run.id() : RunKey.of(run.id()), run.facts());
        }
    }

    /** Packs as tightly as it can: a file is packed once and kept for a year. */
    private static final class Packing extends GZIPOutputStream {
        Packing(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
