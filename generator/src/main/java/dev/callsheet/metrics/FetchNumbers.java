package dev.callsheet.metrics;

import dev.callsheet.model.Fetch;
import dev.callsheet.model.Fetch.Counts;
import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.model.Fetch.Missing;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the fetches say that brought the input, all together. What two of them asked for counts for both.
 *
 * @param sources one statement each, by place; at least one
 * @param counts of every kind of record
 * @param missing those whose id is known, by kind and id
 */
public record FetchNumbers(List<Fetch> sources, SortedMap<Kind, Counts> counts, List<Missing> missing) {

    private static final Comparator<Missing> ORDER = Comparator.comparing(Missing::kind)
            .thenComparing(Missing::id)
            .thenComparing(Missing::why, Comparator.nullsFirst(Comparator.naturalOrder()));

    public FetchNumbers {
        sources = List.copyOf(sources);
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        missing = List.copyOf(missing);
    }

    /** The numbers of all fetches; null where nothing was fetched. */
    public static @Nullable FetchNumbers of(List<Fetch> fetches) {
        if (fetches.isEmpty()) {
            return null;
        }
        SortedMap<Kind, Counts> counts = new TreeMap<>();
        Kind.RECORDS.forEach(kind ->
                counts.put(kind, fetches.stream().map(fetch -> fetch.of(kind)).reduce(Counts.NONE, Counts::plus)));
        return new FetchNumbers(
                fetches,
                counts,
                fetches.stream()
                        .flatMap(fetch -> fetch.missing().stream())
                        .sorted(ORDER)
                        .toList());
    }

    /** Whether every fetch is complete. */
    public boolean complete() {
        return sources.stream().allMatch(Fetch::complete);
    }

    /** Whether every fetch ended; those of which nothing is known did not, as far as one can tell. */
    public boolean ended() {
        return sources.stream().allMatch(fetch -> fetch.endedAt() != null);
    }

    public Counts of(Kind kind) {
        return counts.getOrDefault(kind, Counts.NONE);
    }

    /** How many records of any kind were asked for. */
    public long allAsked() {
        return counts.values().stream().mapToLong(Counts::asked).sum();
    }

    /** How many of them are missing, named or not. */
    public long allMissing() {
        return counts.values().stream().mapToLong(Counts::missing).sum();
    }
}
