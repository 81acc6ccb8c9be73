package dev.callsheet.history;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** History files for tests: as the program writes them, or made of lines. */
final class HistoryFiles {

    static final LocalDate NIGHT = LocalDate.parse("2026-04-14");
    static final Keep KEEP = new Keep("main", ZoneOffset.UTC, LocalTime.MIDNIGHT, false, 400, 40_000_000);

    /** Where every file of these was found. */
    static final String PLACE = "kept/file.ndjson.gz";

    /** Of a file with no runs. */
    static final String HEADER = header(0);

    private HistoryFiles() {}

    static String header(long runs) {
        return "{'schema':'callsheet.history/1','stream':'main','night':'2026-04-14','zone':'Z','night_starts':'00:00',"
                + "'sealed':false,'runs':" + runs + "}";
    }

    static String sealedHeader(long runs) {
        return header(runs).replace("'sealed':false", "'sealed':true");
    }

    /** A night of runs of the input. */
    static Kept written(RunFacts... runs) {
        return written(List.of(runs));
    }

    static Kept written(List<RunFacts> runs) {
        return WriterV1.runs(KEEP, NIGHT, List.of(), corpus(runs, false));
    }

    static List<CorpusRun> corpus(List<RunFacts> runs, boolean past) {
        return runs.stream()
                .map(facts -> new CorpusRun(facts, List.of(), -1, past))
                .toList();
    }

    static RawFile raw(Kept file) {
        return raw(file.name(), file.content());
    }

    static RawFile raw(String name, byte[] content) {
        return new RawFile(name, PLACE, content);
    }

    /** A file of these lines under its proper name; quotation marks may be single ones. */
    static RawFile of(String... lines) {
        byte[] text = (String.join("\n", lines).replace('\'', '"') + "\n").getBytes(StandardCharsets.UTF_8);
        String hash = FileName.hash(Sha256.digest().digest(text));
        return raw(new FileName("main", NIGHT, hash).toString(), pack(text));
    }

    static byte[] pack(byte[] text) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(packed)) {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static List<String> lines(byte[] packed) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
