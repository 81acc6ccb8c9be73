package dev.callsheet.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A file that is handed on to the next report.
 *
 * @param stream null where a file that is handed on unread does not say it; so the night
 * @param runs in it, or counted by its tallies
 * @param content packed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
public record Kept(
        String name, @Nullable String stream, @Nullable LocalDate night, long runs, boolean sealed, byte[] content) {}
