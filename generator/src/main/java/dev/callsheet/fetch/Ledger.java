package dev.callsheet.fetch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What became of everything that was asked for. For several threads. */
final class Ledger {

    /** What became of a record. */
    enum Outcome {
        /** Nothing yet. */
        OPEN,
        FETCHED,
        /** It was kept already. */
        CACHED,
        /** Something named it, but it is not there. */
        GONE,
        MISSING
    }

    /**
     * A record.
     *
     * @param unfinished whether it was still at work when it was last seen
     * @param why it is missing; null when it is not
     */
    record Entry(
            Outcome outcome, boolean unfinished, @Nullable String why) {

        static final Entry OPEN = new Entry(Outcome.OPEN, false, null);
    }

    private final Map<RecordKind, Map<String, Entry>> entries = new EnumMap<>(RecordKind.class);
    private final List<FetchResult.Missing> lists = new ArrayList<>();
    private long unlisted;

    Ledger() {
        for (RecordKind kind : RecordKind.values()) {
            entries.put(kind, new TreeMap<>());
        }
    }

    /** Notes that a record is asked for; false when it was before. */
    synchronized boolean ask(RecordKind kind, String id) {
        return of(kind).putIfAbsent(id, Entry.OPEN) == null;
    }

    synchronized void received(RecordKind kind, String id, boolean cached, boolean unfinished) {
        of(kind).put(id, new Entry(cached ? Outcome.CACHED : Outcome.FETCHED, unfinished, null));
    }

    synchronized void gone(RecordKind kind, String id) {
        of(kind).put(id, new Entry(Outcome.GONE, false, null));
    }

    synchronized void missing(RecordKind kind, String id, String why) {
        of(kind).put(id, new Entry(Outcome.MISSING, false, why));
    }

    /**
     * Notes that a list was not read to its end.
     *
     * @param name of the list
     * @param runs how many runs it must have beyond those that were met
     */
    synchronized void missingList(String name, String why, long runs) {
        FetchResult.Missing list = new FetchResult.Missing("list", name, why);
        if (!lists.contains(list)) {
            // The same list is asked for once a filter, and fails each time alike.
            lists.add(list);
        }
        unlisted += runs;
    }

    /** Whether a list was not read to its end. */
    synchronized boolean isListMissing() {
        return !lists.isEmpty();
    }

    /** Ids of records that were still at work, in order. */
    synchronized List<String> unfinished(RecordKind kind) {
        return of(kind).entrySet().stream()
                .filter(entry -> entry.getValue().unfinished())
                .map(Map.Entry::getKey)
                .toList();
    }

    synchronized FetchResult.Counts counts(RecordKind kind) {
        Map<Outcome, Long> of = new EnumMap<>(Outcome.class);
        long unfinished = 0;
        for (Entry entry : of(kind).values()) {
            of.merge(entry.outcome(), 1L, Long::sum);
            unfinished += entry.unfinished() ? 1 : 0;
        }
        long missing = count(of, Outcome.MISSING) + count(of, Outcome.OPEN) + (kind == RecordKind.RUN ? unlisted : 0);
        return new FetchResult.Counts(
                count(of, Outcome.FETCHED), count(of, Outcome.CACHED), unfinished, count(of, Outcome.GONE), missing);
    }

    /** How many records of a kind will not be had. */
    synchronized long failed(RecordKind kind) {
        return of(kind).values().stream()
                .filter(entry -> entry.outcome() == Outcome.MISSING || entry.outcome() == Outcome.GONE)
                .count();
    }

    /** What is missing: lists, then records by kind and id. */
    synchronized List<FetchResult.Missing> missing() {
        List<FetchResult.Missing> missing = new ArrayList<>(lists);
        entries.forEach((kind, of) -> of.forEach((id, entry) -> {
            if (entry.outcome() == Outcome.MISSING || entry.outcome() == Outcome.OPEN) {
                String why = entry.why() == null ? "was not asked for to the end" : entry.why();
                missing.add(new FetchResult.Missing(kind.id(), id, why));
            }
        }));
        return missing;
    }

    /** What is gone, by kind and id. */
    synchronized List<FetchResult.Item> gone() {
        List<FetchResult.Item> gone = new ArrayList<>();
        entries.forEach((kind, of) -> of.forEach((id, entry) -> {
            if (entry.outcome() == Outcome.GONE) {
                gone.add(new FetchResult.Item(kind.id(), id));
            }
        }));
        return gone;
    }

    private Map<String, Entry> of(RecordKind kind) {
        return Objects.requireNonNull(entries.get(kind));
    }

    private static long count(Map<Outcome, Long> of, Outcome outcome) {
        return of.getOrDefault(outcome, 0L);
    }
}
