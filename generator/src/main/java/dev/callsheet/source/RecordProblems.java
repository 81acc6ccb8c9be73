package dev.callsheet.source;

import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;
import dev.callsheet.model.RecordSink;
import org.jspecify.annotations.Nullable;

/** The problems of one record. A record of a million bad values names the first hundred and counts the rest. */
final class RecordProblems {

    private final RecordSink sink;
    private final Place record;
    private @Nullable String recordId;
    private int count;

    /** @param record where the record stands */
    RecordProblems(RecordSink sink, Place record) {
        this.sink = sink;
        this.record = record;
    }

    /** The record's id is known from here on. */
    void concern(String id) {
        recordId = id;
    }

    /** The record was left out. */
    void rejected(Place place, String expected, String found, String hint) {
        add(Kind.REJECTED, Severity.ERROR, place, expected, found, hint);
    }

    /** A value was left out. */
    void value(Place place, String expected, String found, String hint) {
        add(Kind.VALUE, Severity.WARNING, place, expected, found, hint);
    }

    /** Two statements contradict each other; the hint says which one is followed. */
    void conflict(Place place, String expected, String found, String hint) {
        add(Kind.CONFLICT, Severity.WARNING, place, expected, found, hint);
    }

    /** A value was kept and should be doubted. */
    void doubtful(Place place, String expected, String found, String hint) {
        add(Kind.DOUBTFUL, Severity.INFO, place, expected, found, hint);
    }

    /** To be called once, when the record has been read. */
    void close() {
        int unnamed = count - Limits.RECORD_PROBLEMS;
        if (unnamed > 0) {
            String found = unnamed + " more problems";
            sink.problem(new Problem(
                    Kind.VALUE, Severity.WARNING, record, recordId, "a record with few problems", found, ""));
        }
    }

    private void add(Kind kind, Severity severity, Place place, String expected, String found, String hint) {
        if (++count <= Limits.RECORD_PROBLEMS) {
            sink.problem(new Problem(kind, severity, place, recordId, expected, found, hint));
        }
    }
}
