package dev.callsheet.source;

import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;
import dev.callsheet.model.RecordSink;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads one file, archive entry or pipe: unpacks it, finds its encoding and format, and has its documents read. */
final class InputReader {

    /** What is said of a file in an archive that unpacks to more than it may. */
    static final String TOO_LARGE = "at most " + Limits.inWords(Limits.ZIP_ENTRY_BYTES) + " in one file of an archive";

    private static final int MAGIC_BYTES = 4;

    private final RecordSink sink;
    private int files;
    private long documents;
    private long bytes;

    InputReader(RecordSink sink) {
        this.sink = sink;
    }

    /** What has been read so far. */
    ReadTotals totals() {
        return new ReadTotals(files, documents, bytes);
    }

    /**
     * Reads an input. Whatever is wrong with it becomes a problem.
     *
     * @param file its path as messages name it
     * @param namedJson whether it claims to be JSON
     * @param mostUnpacked how many bytes a gzip stream may unpack to
     */
    void read(String file, boolean namedJson, InputStream raw, long mostUnpacked) {
        InputLog input = new InputLog(file, namedJson);
        if (file.substring(file.lastIndexOf('/') + 1).startsWith("._")) {
            skip(input, Severity.INFO, "a resource file of macOS", "");
            return;
        }
        try {
            read(input, new BufferedInputStream(raw), mostUnpacked);
        } catch (IOException failure) {
            refuse(input, failure);
        }
        input.close(sink);
        documents += input.documents();
    }

    /** Names an input that could not be read. */
    void refuse(InputLog input, IOException failure) {
        BadInputException bad = BadInputException.of(failure, "", "");
        sink.problem(
                new Problem(bad.kind(), Severity.ERROR, input.place(null, ""), null, bad.expected(), bad.found(), ""));
    }

    /** Names a file that is no test result. */
    void skip(InputLog input, Severity severity, String found, String hint) {
        sink.problem(
                new Problem(Kind.SKIPPED, severity, input.place(null, ""), null, "test results in JSON", found, hint));
    }

    /** Whether a file's name claims that JSON is in it, packed or not. */
    static boolean isNamedJson(String file) {
        String name = unpackedName(file);
        return name.endsWith(".json") || isNamedLines(file);
    }

    private static boolean isNamedLines(String file) {
        String name = unpackedName(file);
        return name.endsWith(".ndjson") || name.endsWith(".jsonl");
    }

    private static String unpackedName(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") ? name.substring(0, name.length() - ".gz".length()) : name;
    }

    private void read(InputLog input, BufferedInputStream raw, long mostUnpacked) throws IOException {
        raw.mark(MAGIC_BYTES);
        byte[] magic = raw.readNBytes(MAGIC_BYTES);
        raw.reset();
        boolean gzip = begins(magic, 0x1F, 0x8B);
        if (begins(magic, 'P', 'K', 3, 4)) {
            String hint = "zip archives are opened when they are files by themselves and named .zip";
            skip(input, Severity.WARNING, "an archive", hint);
        } else if (gzip) {
            Gauge packed = new Gauge(raw);
            readText(
                    input,
                    new BufferedInputStream(
                            new InflationGuard(new GZIPInputStream(packed), packed::count, mostUnpacked, TOO_LARGE)));
        } else {
            readText(input, raw);
        }
    }

    private static boolean begins(byte[] start, int... magic) {
        boolean same = start.length >= magic.length;
        for (int i = 0; same && i < magic.length; i++) {
            same = (start[i] & 0xFF) == magic[i];
        }
        return same;
    }

    private void readText(InputLog input, BufferedInputStream encoded) throws IOException {
        BufferedInputStream in = Encoding.toUtf8(encoded);
        Beginning beginning = Beginning.of(in);
        if (!input.isNamedJson() && !beginning.isJson()) {
            String hint = beginning.quotesJson() ? "it quotes JSON: save that part alone, as a .json file" : "";
            skip(input, Severity.INFO, "something else", hint);
            return;
        }
        files++;
        Gauge gauge = new Gauge(in);
        try {
            if (!beginning.isBlank() && (isNamedLines(input.file()) || beginning.isLines())) {
                Lines lines = new Lines(gauge);
                for (int number = 1; lines.next(); number++) {
                    gauge.startDocument();
                    readDocuments(lines, gauge, input, number);
                    gauge.noLimit();
                }
            } else {
                readDocuments(gauge, gauge, input, null);
            }
        } finally {
            bytes += gauge.count();
        }
    }

    private void readDocuments(InputStream in, Gauge gauge, InputLog input, @Nullable Integer line) {
        Held held = new Held(sink);
        try (Tokens tokens = new Tokens(in, gauge, line != null)) {
            new DocumentReader(tokens, input, line, held).read();
        } catch (BadInputException bad) {
            held.rollBack(0);
            String hint =
                    line != null || held.hasReleased() ? "what stands before it was used" : "nothing of it was used";
            if (line != null && !gauge.hasFailed()) {
                hint = "the other lines are not affected";
            }
            Place place = input.place(line, bad.pointer());
            input.unusable(
                    sink, new Problem(bad.kind(), Severity.ERROR, place, null, bad.expected(), bad.found(), hint));
        }
    }
}
