package dev.callsheet.model;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What {@code callsheet fetch} says of the archive that it made.
 *
 * @param known whether its statement could be read; if not, nothing else of it is known
 * @param api the address it asked; null when not said
 * @param beganAt null when not said
 * @param endedAt null while it works, so also when it was killed
 * @param complete whether it ended, says that it is complete, and nothing it says contradicts that
 * @param counts of every kind but {@link Kind#LIST}; they fit each other and what is listed as missing
 * @param missing those whose id is known, each once, in the order of the statement
 */
public record Fetch(
        Place place,
        boolean known,
        @Nullable String api,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt,
        boolean complete,
        SortedMap<Kind, Counts> counts,
        List<Missing> missing) {

    /** What {@code fetch.json} calls itself. */
    public static final String SCHEMA = "callsheet.fetch/1";

    public Fetch {
        counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        missing = List.copyOf(missing);
    }

    /** A fetch took place; how it went cannot be told. */
    public static Fetch unknown(Place place) {
        return new Fetch(place, false, null, null, null, false, new TreeMap<>(), List.of());
    }

    /**
     * Whether it is not complete though it ended and names and counts nothing as missing: by its own word, or because
     * something in it could not be read.
     */
    public boolean isUnclear() {
        return known
                && !complete
                && endedAt != null
                && missing.isEmpty()
                && counts.values().stream().allMatch(count -> count.missing() == 0);
    }

    /** How many of a kind there are, none where nothing is known. */
    public Counts of(Kind kind) {
        return counts.getOrDefault(kind, Counts.NONE);
    }

    /** The same with other words for what is missing. */
    public Fetch with(List<Missing> other) {
        return new Fetch(place, known, api, beganAt, endedAt, complete, counts, other);
    }

    /** What is fetched. The names are those of {@code fetch.json}, in lower case. */
    public enum Kind {
        RUN("run", "runs"),
        SCENARIO("scenario", "scenarios"),
        BATCH("batch", "batches"),
        SIMULATION_SET("simulation set", "simulation sets"),
        /** A list that names records, read page by page. */
        LIST("list", "lists");

        /** Those that are counted. */
        public static final List<Kind> RECORDS = List.of(RUN, SCENARIO, BATCH, SIMULATION_SET);

        private final String word;
        private final String words;

        Kind(String word, String words) {
            this.word = word;
            this.words = words;
        }

        /** What one is called. */
        public String word() {
            return word;
        }

        /** What several are called. */
        public String words() {
            return words;
        }

        /** Its name in {@code fetch.json}: {@code simulation_set}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The member of {@code fetch.json} with its counts: {@code simulation_sets}. */
        public String member() {
            return words.replace(' ', '_');
        }
    }

    /**
     * How many records of a kind there are: those asked for are the received, the gone and the missing ones.
     *
     * @param fetched received now
     * @param cached received before
     * @param unfinished received while they were not finished
     * @param gone no longer in the API
     */
    public record Counts(
            long asked, long received, long fetched, long cached, long unfinished, long gone, long missing) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);

        /** Of two fetches together. */
        public Counts plus(Counts other) {
            return new Counts(
                    asked + other.asked,
                    received + other.received,
                    fetched + other.fetched,
                    cached + other.cached,
                    unfinished + other.unfinished,
                    gone + other.gone,
                    missing + other.missing);
        }
    }

    /**
     * Something that was asked for and did not come.
     *
     * @param id of the record; of a list its name
     * @param why null when not said
     */
    public record Missing(
            Place place, Kind kind, String id, @Nullable String why) {

        /** The same for another reason. */
        public Missing because(@Nullable String other) {
            return new Missing(place, kind, id, other);
        }
    }
}
