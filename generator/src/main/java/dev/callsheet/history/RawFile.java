package dev.callsheet.history;

/**
 * A file of a site's history as it was found.
 *
 * @param name without directories, such as {@code main-2026-04-14-0123456789abcdef.ndjson.gz}
 * @param place where it was found, as messages say it: relative to its source
 * @param content still packed
 */
@SuppressWarnings("ArrayRecordComponent") // handed on as it is, never compared
public record RawFile(String name, String place, byte[] content) {}
