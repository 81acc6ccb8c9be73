package dev.callsheet.history.find;

import java.time.Duration;
import java.util.List;

/**
 * How much is read, and how long a site is waited for.
 *
 * @param maxBytes of all files of all sources, as they are packed
 * @param fileBytes of one file
 * @param indexBytes of a site's index
 * @param connect until a connection stands
 * @param request until an answer has been read to its end
 * @param site until everything of one site has been read
 * @param waits before each further attempt, when a site is unwell or a connection breaks
 */
public record HistoryLimits(
        long maxBytes,
        int fileBytes,
        int indexBytes,
        Duration connect,
        Duration request,
        Duration site,
        List<Duration> waits) {

    private static final int MEGABYTE = 1 << 20;

    public HistoryLimits {
        waits = List.copyOf(waits);
    }

    /** The usual limits. */
    public static HistoryLimits of(long maxBytes) {
        return new HistoryLimits(
                maxBytes,
                64 * MEGABYTE,
                4 * MEGABYTE,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(2),
                List.of(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    }
}
