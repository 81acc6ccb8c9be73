package dev.callsheet.fetch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What came of a fetch.
 *
 * @param counts of every kind
 * @param missing lists that broke off, then records; empty when the fetch is complete
 * @param gone records that something named and that are not there any more
 * @param stopped why nothing more was asked before the end, as a sentence; null when all was
 * @param requests made
 */
public record FetchResult(
        Map<RecordKind, Counts> counts,
        List<Missing> missing,
        List<Item> gone,
        @Nullable String stopped,
        long requests) {

    public FetchResult {
        counts = new EnumMap<>(counts);
        missing = List.copyOf(missing);
        gone = List.copyOf(gone);
    }

    /**
     * How many records of a kind there are.
     *
     * @param fetched now
     * @param cached kept since before
     * @param unfinished of both, those still at work
     * @param gone named but not there
     * @param missing not had, those of which only the number is known among them
     */
    public record Counts(long fetched, long cached, long unfinished, long gone, long missing) {

        public long received() {
            return fetched + cached;
        }

        public long asked() {
            return received() + gone + missing;
        }
    }

    /**
     * Something that could not be had.
     *
     * @param kind {@code run}, {@code scenario}, {@code batch}, {@code simulation_set} or {@code list}
     * @param id of the record, or the name of the list
     * @param why as what follows its name in a sentence
     */
    public record Missing(String kind, String id, String why) {}

    /** A record by its kind, as in {@link Missing}, and id. */
    public record Item(String kind, String id) {}

    /** Whether everything that was asked for is there. */
    public boolean isComplete() {
        return missing.isEmpty() && stopped == null;
    }

    /** The same, with something that was missing before. */
    FetchResult alsoMissing(Missing other) {
        List<Missing> all = new ArrayList<>(missing);
        all.add(0, other);
        return new FetchResult(counts, all, gone, stopped, requests);
    }

    public Counts of(RecordKind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }
}
