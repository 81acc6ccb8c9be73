package dev.callsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a record or a value stands.
 *
 * @param file path relative to the source it was found in; {@code -} for standard input
 * @param line line of a file that holds one document a line, else null
 * @param pointer JSON pointer inside the document, empty for the whole of it
 */
public record Place(String file, @Nullable Integer line, String pointer) {

    /** A place inside this one. */
    public Place at(String field) {
        return new Place(file, line, pointer + "/" + field.replace("~", "~0").replace("/", "~1"));
    }

    public Place at(int index) {
        return new Place(file, line, pointer + "/" + index);
    }

    /** File, line and pointer in one word, as messages print it. */
    @Override
    public String toString() {
        return file + (line == null ? "" : ":" + line) + (pointer.isEmpty() ? "" : "#" + pointer);
    }
}
