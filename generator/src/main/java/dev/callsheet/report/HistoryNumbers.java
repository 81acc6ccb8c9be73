package dev.callsheet.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the report's memory came from, and what it hands on to the next one (design.md 4).
 *
 * @param stream whose nights it remembers
 * @param sources in the order given; empty when no history was asked for
 * @param nights nights with a run that earlier reports knew
 * @param runs runs that only earlier reports knew, those of sealed nights among them
 * @param kept what is handed on
 * @param pages which runs of the input have a page
 */
public record HistoryNumbers(String stream, List<Source> sources, long nights, long runs, Kept kept, Pages pages) {

    public HistoryNumbers {
        sources = List.copyOf(sources);
    }

    /**
     * Something that history was read from.
     *
     * @param name as given on the command line, without user name, password and query of an address
     * @param failure why it could not be read, as what follows the name in a sentence; null when it could
     * @param nights of the stream that it holds
     * @param runs of these
     * @param newest the newest of these nights; null when it holds none
     * @param whole whether nothing in it was lost: no file that is damaged, missing or newer than this program
     */
    public record Source(
            String name,
            @Nullable String failure,
            int nights,
            long runs,
            @Nullable LocalDate newest,
            boolean whole) {}

    /**
     * What the site keeps in {@code data/history}.
     *
     * @param readonly what was read is handed on as it was, and tonight is not added
     * @param nights oldest first
     * @param bytes of the files of the stream
     * @param maxNights from the configuration; older nights are sealed
     * @param maxBytes from the configuration
     * @param sealedNow nights of which this report keeps tallies only, and the one before kept runs
     * @param dropped nights that this report keeps nothing of
     */
    public record Kept(
            boolean readonly,
            List<Night> nights,
            long bytes,
            int maxNights,
            long maxBytes,
            List<LocalDate> sealedNow,
            List<LocalDate> dropped) {

        public Kept {
            nights = List.copyOf(nights);
            sealedNow = List.copyOf(sealedNow);
            dropped = List.copyOf(dropped);
        }
    }

    /**
     * A night that is kept.
     *
     * @param sealed whether tallies only
     */
    public record Night(LocalDate night, long runs, boolean sealed, long bytes) {}

    /**
     * Which runs of the input have a page with their call.
     *
     * @param maxNights from the configuration
     * @param maxBytes of the site, from the configuration
     * @param first runs of earlier nights have no page; null when all have one
     * @param without how many runs of the input have none
     * @param byBytes whether the size of the site was the reason for some
     */
    public record Pages(
            int maxNights, long maxBytes, @Nullable LocalDate first, long without, boolean byBytes) {}
}
