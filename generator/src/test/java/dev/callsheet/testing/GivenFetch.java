package dev.callsheet.testing;

import dev.callsheet.model.Fetch;
import dev.callsheet.model.Fetch.Counts;
import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.model.Fetch.Missing;
import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a fetch says of itself, in {@code fetch.json}. */
public final class GivenFetch implements Given {

    private static final Instant BEGAN = Instant.parse("2026-04-15T02:00:00Z");

    private final SortedMap<Kind, Counts> counts = new TreeMap<>();
    private final List<Missing> missing = new ArrayList<>();
    private Place place = Given.place("fetch.json");
    private @Nullable Instant ended = BEGAN.plusSeconds(190);
    private boolean said = true;

    GivenFetch() {
        Kind.RECORDS.forEach(kind -> counts.put(kind, Counts.NONE));
    }

    public GivenFetch of(Kind kind, long received, long gone, long missing) {
        counts.put(kind, new Counts(received + gone + missing, received, received, 0, 0, gone, missing));
        return this;
    }

    public GivenFetch runs(long received, long missing) {
        return of(Kind.RUN, received, 0, missing);
    }

    /** Names something that is missing; it is not counted by that. */
    public GivenFetch missing(Kind kind, String id, @Nullable String why) {
        missing.add(new Missing(place.at("missing").at(missing.size()), kind, id, why));
        return this;
    }

    public GivenFetch notEnded() {
        ended = null;
        return this;
    }

    /** It calls itself incomplete. */
    public GivenFetch incomplete() {
        said = false;
        return this;
    }

    /** Before anything is missing. */
    public GivenFetch in(String file) {
        place = Given.place(file);
        return this;
    }

    public Fetch fetch() {
        boolean complete = said
                && ended != null
                && missing.isEmpty()
                && counts.values().stream().allMatch(count -> count.missing() == 0);
        return new Fetch(place, true, "https://api.bland.ai", BEGAN, ended, complete, counts, missing);
    }

    @Override
    public void to(RecordSink sink) {
        sink.fetch(fetch());
    }
}
