package dev.callsheet.source;

import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;
import dev.callsheet.model.RecordSink;
import org.jspecify.annotations.Nullable;

/** One input while it is read: its name, its counts, and what was unusable in it. */
final class InputLog {

    private final String file;
    private final boolean namedJson;
    private int documents;
    private int unusable;

    /**
     * @param file its path as messages name it
     * @param namedJson whether its name promises JSON, so that anything else in it is a fault
     */
    InputLog(String file, boolean namedJson) {
        this.file = Text.line(file);
        this.namedJson = namedJson;
    }

    Place place(@Nullable Integer line, String pointer) {
        return new Place(file, line, pointer);
    }

    String file() {
        return file;
    }

    boolean isNamedJson() {
        return namedJson;
    }

    void countDocument() {
        documents++;
    }

    int documents() {
        return documents;
    }

    /** Names a line, a document or an entry of a list that was left out; of very many only the first. */
    void unusable(RecordSink sink, Problem problem) {
        if (++unusable <= Limits.FILE_PROBLEMS) {
            sink.problem(problem);
        }
    }

    /** The input has been read. */
    void close(RecordSink sink) {
        int unnamed = unusable - Limits.FILE_PROBLEMS;
        if (unnamed > 0) {
            String found = unnamed + " more that were left out";
            sink.problem(new Problem(
                    Kind.REJECTED, Severity.ERROR, place(null, ""), null, "usable lines and entries", found, ""));
        }
    }
}
