package dev.callsheet.history;

import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads history files of every version that was ever written. Nothing in a file is an error of the program: what
 * cannot be read costs itself, and is named.
 */
public final class HistoryReader {

    /** Bytes that all files together may unpack to. */
    static final long ALL_BYTES = 1L << 30;

    private final String stream;
    private final HistorySink sink;
    private final Texts texts = new Texts();
    private final AtomicLong left = new AtomicLong(ALL_BYTES);

    private HistoryReader(String stream, HistorySink sink) {
        this.stream = stream;
        this.sink = sink;
    }

    /**
     * Hands over what the files of a stream hold; the newest night first, should there be more than can be read.
     *
     * @param files a file that is found twice, under one name and with one content, counts once
     * @return one for each file that counts, by name
     */
    public static List<ReadFile> read(List<RawFile> files, String stream, HistorySink sink) {
        HistoryReader reader = new HistoryReader(stream, sink);
        List<ReadFile> read = new ArrayList<>();
        for (RawFile file : distinct(files)) {
            read.add(reader.read(file));
        }
        read.sort(Comparator.comparing((ReadFile file) -> file.raw().name())
                .thenComparing(file -> file.raw().place()));
        return read;
    }

    private static List<RawFile> distinct(List<RawFile> files) {
        List<RawFile> sorted = new ArrayList<>(files);
        sorted.sort(Comparator.comparing(RawFile::name)
                .reversed()
                .thenComparing(RawFile::content, Arrays::compare)
                .thenComparing(RawFile::place));
        List<RawFile> distinct = new ArrayList<>();
        RawFile last = null;
        for (RawFile file : sorted) {
            if (last == null || !last.name().equals(file.name()) || !Arrays.equals(last.content(), file.content())) {
                distinct.add(file);
            }
            last = file;
        }
        return distinct;
    }

    private ReadFile read(RawFile raw) {
        FileFaults faults = new FileFaults(new Place(raw.place(), null, ""), sink);
        PackedLines lines = new PackedLines(raw.content(), left);
        Header header =
                lines.next() && !lines.isTooLong() ? Header.of(lines.bytes(), lines.from(), lines.length()) : null;
        if (header == null) {
            return withoutHeader(raw, lines.fault(), faults);
        }
        boolean isOther = header.stream() != null && !header.stream().equals(stream);
        if (header.version() > FormatV1.VERSION || isOther) {
            return unread(raw, header, faults);
        }
        if (!header.isComplete()) {
            faults.file(Kind.REJECTED, "a header with stream, night, zone and start", "less", "the file is left out");
            return result(raw, header, 0, Set.of(), ReadFile.State.DAMAGED);
        }
        return readV1(raw, header, lines, faults);
    }

    private static ReadFile withoutHeader(RawFile raw, @Nullable String fault, FileFaults faults) {
        boolean isOurs = fault != null && FileName.of(raw.name()) != null;
        faults.file(
                isOurs ? Kind.UNREADABLE : Kind.SKIPPED,
                "a history file",
                fault == null ? "a file without a header of one" : fault,
                "the file is left out");
        return new ReadFile(
                raw,
                null,
                null,
                null,
                null,
                false,
                0,
                Set.of(),
                isOurs ? ReadFile.State.DAMAGED : ReadFile.State.FOREIGN);
    }

    private static ReadFile unread(RawFile raw, Header header, FileFaults faults) {
        boolean isNewer = header.version() > FormatV1.VERSION;
        if (!FileName.isSafe(raw.name())) {
            faults.file(Kind.SKIPPED, "a name of a history file", "another name", "the file is left out");
            return result(raw, header, 0, Set.of(), ReadFile.State.FOREIGN);
        }
        if (isNewer) {
            faults.file(
                    Kind.SKIPPED,
                    "version " + FormatV1.VERSION + " of the format",
                    "version " + header.version(),
                    "written by a newer callsheet: its runs are not known here, and the file is handed on as it is");
        } else {
            faults.otherStream(raw, header);
        }
        return result(
                raw, header, header.runs(), Set.of(), isNewer ? ReadFile.State.NEWER : ReadFile.State.OTHER_STREAM);
    }

    private ReadFile readV1(RawFile raw, Header header, PackedLines lines, FileFaults faults) {
        ReaderV1 reader = new ReaderV1(header.sealed(), faults.place(), texts, sink);
        while (lines.next()) {
            try {
                if (lines.isTooLong()) {
                    throw new BadLineException("at most " + (PackedLines.LINE_BYTES >> 20) + " MB in a line");
                }
                reader.line(lines.bytes(), lines.from(), lines.length());
            } catch (BadLineException e) {
                faults.line(Kind.REJECTED, lines.number(), e.expected(), "something else");
            } catch (JacksonException e) {
                faults.line(Kind.SYNTAX, lines.number(), "well-formed JSON", "something else");
            }
        }
        reader.end(header);
        faults.end(raw, header, lines, reader.runs());
        return result(
                raw,
                header,
                reader.runs(),
                reader.documents(),
                faults.isNone() ? ReadFile.State.INTACT : ReadFile.State.DAMAGED);
    }

    private static ReadFile result(RawFile raw, Header header, long runs, Set<String> documents, ReadFile.State state) {
        return new ReadFile(
                raw,
                header.stream(),
                header.night(),
                header.zone(),
                header.nightStarts(),
                header.sealed(),
                runs,
                documents,
                state);
    }
}
