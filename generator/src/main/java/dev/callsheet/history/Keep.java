package dev.callsheet.history;

import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What to keep.
 *
 * @param zone of the nights, which start at {@code nightStarts}
 * @param readonly hand on what was read, and nothing else
 * @param maxNights nights with runs; older ones are sealed
 * @param maxBytes of all files together
 */
public record Keep(String stream, ZoneId zone, LocalTime nightStarts, boolean readonly, int maxNights, long maxBytes) {

    public Keep {
        if (!FileName.isStream(stream)) {
            throw new IllegalArgumentException("a stream is named by a-z, 0-9 and . _ -, was " + stream);
        }
    }
}
