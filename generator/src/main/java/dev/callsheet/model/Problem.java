package dev.callsheet.model;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Something in the input that could not be used as it stands, or should be doubted. Problems are values: loading
 * goes on, and the Problems page lists every one.
 *
 * @param place file and JSON pointer
 * @param recordId the id of the record concerned, when known
 * @param expected what would have been right
 * @param found what stood there, shortened; never text of a call
 * @param hint what to do, or what was done about it; empty when there is nothing to say
 */
public record Problem(
        Kind kind,
        Severity severity,
        Place place,
        @Nullable String recordId,
        String expected,
        String found,
        String hint) {

    /** By file, line, pointer, then everything else: the order of the Problems page. */
    public static final Comparator<Problem> ORDER = Comparator.comparing((Problem p) -> p.place.file())
            .thenComparing(p -> p.place.line(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(p -> p.place.pointer())
            .thenComparing(Problem::kind)
            .thenComparing(Problem::recordId, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Problem::expected)
            .thenComparing(Problem::found)
            .thenComparing(Problem::hint);

    /** What went wrong. The names are those of {@code report.json}, in lower case. */
    public enum Kind {
        /** A file that could not be opened or read to its end. */
        UNREADABLE,
        /** Not well-formed JSON, or beyond a limit. */
        SYNTAX,
        /** An error answer of the API, saved as if it were a result. */
        API_ERROR,
        /** A file or document that is not a test result. */
        SKIPPED,
        /** A record that was left out. */
        REJECTED,
        /** A value that was left out; its record stays. */
        VALUE,
        /** Two documents, or two fields of one, that contradict each other. */
        CONFLICT,
        /** A value that was kept and should be doubted. */
        DOUBTFUL,
        /** The input says itself that more exists than was loaded. */
        INCOMPLETE
    }

    /** How much was lost: a file or record, a value, or nothing. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }
}
