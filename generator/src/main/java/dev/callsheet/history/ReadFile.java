package dev.callsheet.history;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A history file after reading. What its header says is null where there is no header that can be read.
 *
 * @param runs that were read, or that its tallies count; of another stream's file what the header says
 * @param documents its lines that hold definitions, batches and sets, as text
 */
public record ReadFile(
        RawFile raw,
        @Nullable String stream,
        @Nullable LocalDate night,
        @Nullable ZoneId zone,
        @Nullable LocalTime nightStarts,
        boolean sealed,
        long runs,
        Set<String> documents,
        State state) {

    public ReadFile {
        documents = Collections.unmodifiableSet(new LinkedHashSet<>(documents));
    }

    /** How a file was found. */
    public enum State {
        INTACT,
        /** Something of it was lost or is in doubt; what could be read counts. */
        DAMAGED,
        /** Not a history file. */
        FOREIGN,
        /** Of a schema that a later version of this program writes: not read, to be handed on as it is. */
        NEWER,
        /** Of another stream: not read, to be handed on as it is. */
        OTHER_STREAM
    }
}
