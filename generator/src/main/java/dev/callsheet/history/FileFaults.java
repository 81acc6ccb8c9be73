package dev.callsheet.history;

import dev.callsheet.model.HistorySink;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;

/** Names what is wrong with one file. A file may have a million bad lines: only the first are named one by one. */
final class FileFaults {

    private static final int NAMED_LINES = 20;

    private final Place place;
    private final HistorySink sink;
    private long named;
    private long badLines;

    FileFaults(Place place, HistorySink sink) {
        this.place = place;
        this.sink = sink;
    }

    /** The file, one instance for all that is read from it. */
    Place place() {
        return place;
    }

    boolean isNone() {
        return named == 0;
    }

    /** Something that concerns the whole file. */
    void file(Kind kind, String expected, String found, String hint) {
        name(kind, place, expected, found, hint);
    }

    /** A line that is left out. */
    void line(Kind kind, int number, String expected, String found) {
        if (badLines++ < NAMED_LINES) {
            name(kind, new Place(place.file(), number, ""), expected, found, "the line is left out");
        }
    }

    /** Of a file that names another stream than was asked for: named where its name does not agree. */
    void otherStream(RawFile raw, Header header) {
        FileName name = FileName.of(raw.name());
        if (name != null && !name.stream().equals(header.stream())) {
            file(
                    Kind.DOUBTFUL,
                    "the stream " + name.stream() + ", as its name says",
                    "the stream " + header.stream(),
                    "the file is handed on as it is");
        }
    }

    /**
     * After the last line. Of several signs of one fault only the plainest is named: lines that are bad explain a
     * wrong hash and a wrong count.
     */
    void end(RawFile raw, Header header, PackedLines lines, long runs) {
        if (badLines > NAMED_LINES) {
            file(Kind.REJECTED, "lines of the format", (badLines - NAMED_LINES) + " more bad lines", "left out, too");
        }
        String used = used(runs, "that could be read");
        String fault = lines.fault();
        FileName name = FileName.of(raw.name());
        if (fault != null) {
            file(Kind.UNREADABLE, "a whole file", fault, used(runs, "before it"));
        } else if (isNone() && (name == null || !name.hash().equals(lines.hash()))) {
            file(Kind.DOUBTFUL, "the content that its name stands for", "another content or another name", used);
        } else if (isNone() && runs != header.runs()) {
            file(Kind.INCOMPLETE, header.runs() + " runs, as it says itself", runs + " runs", used);
        } else if (isNone()
                && name != null
                && !(name.stream().equals(header.stream()) && name.night().equals(header.night()))) {
            file(
                    Kind.DOUBTFUL,
                    name.stream() + " and " + name.night() + ", as its name says",
                    header.stream() + " and " + header.night(),
                    "what it says itself is followed");
        }
    }

    private static String used(long runs, String which) {
        if (runs == 0) {
            return "no run of it could be read";
        }
        return runs == 1 ? "the run " + which + " is used" : "the " + runs + " runs " + which + " are used";
    }

    private void name(Kind kind, Place where, String expected, String found, String hint) {
        named++;
        sink.problem(new Problem(kind, Severity.WARNING, where, null, expected, found, hint));
    }
}
