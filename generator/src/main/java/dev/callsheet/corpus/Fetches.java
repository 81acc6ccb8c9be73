package dev.callsheet.corpus;

import dev.callsheet.model.Fetch;
import dev.callsheet.model.Fetch.Counts;
import dev.callsheet.model.Fetch.Kind;
import dev.callsheet.model.Fetch.Missing;
import dev.callsheet.model.OneLine;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Problem.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What archives say of the fetches that made them, each statement once. */
final class Fetches {

    private static final int LONGEST_REASON = 200;
    private static final String AGAIN = "fetch again: what is there already is not asked for twice";

    // SHA-256 -> statement
    private final SortedMap<String, Fetch> statements = new TreeMap<>();

    /** Takes a statement; its reasons are cut after they were redacted, so that no half of an address is left over. */
    void add(Fetch given) {
        Fetch fetch = given.with(given.missing().stream()
                .map(missing -> missing.because(shortened(missing.why())))
                .toList());
        statements.merge(
                Canonical.digest(Canonical.bytes(fetch)),
                fetch,
                (a, b) -> Places.ORDER.compare(a.place(), b.place()) <= 0 ? a : b);
    }

    private static @Nullable String shortened(@Nullable String why) {
        return why == null ? null : OneLine.shortened(why, LONGEST_REASON);
    }

    /** By place; those of one place by their content. */
    List<Fetch> all() {
        return statements.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, Fetch> e) -> e.getValue().place(), Places.ORDER)
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    Collection<String> digests() {
        return statements.keySet();
    }

    /** Names everything that is missing, one by one, and every fetch that did not end or calls itself incomplete. */
    void name(Consumer<Problem> problems) {
        statements.values().stream().filter(Fetch::known).forEach(fetch -> {
            fetch.missing().forEach(missing -> problems.accept(missing(missing)));
            fetch.counts().forEach((kind, counts) -> unnamed(fetch, kind, counts, problems));
            if (fetch.endedAt() == null) {
                problems.accept(incomplete(
                        fetch.place().at("ended_at"),
                        null,
                        "the time at which the fetch ended",
                        "nothing: it was stopped, or is still at work",
                        "fetch again: it goes on where it was"));
            } else if (fetch.isUnclear()) {
                problems.accept(incomplete(
                        fetch.place().at("complete"),
                        null,
                        "a fetch that is complete",
                        "one that is not, though it names nothing that is missing",
                        AGAIN));
            }
        });
    }

    private static Problem missing(Missing missing) {
        boolean list = missing.kind() == Kind.LIST;
        String reason = missing.why() == null ? "" : ": " + missing.why();
        return incomplete(
                missing.place(),
                list ? null : missing.id(),
                (list ? "the whole list " : "the " + missing.kind().word() + " ") + OneLine.quoted(missing.id()),
                (list ? "a part of it" : "nothing") + reason,
                AGAIN);
    }

    private static void unnamed(Fetch fetch, Kind kind, Counts counts, Consumer<Problem> problems) {
        long named = fetch.missing().stream().filter(m -> m.kind() == kind).count();
        long unnamed = counts.missing() - named;
        if (unnamed > 0) {
            problems.accept(incomplete(
                    fetch.place().at(kind.member()).at("missing"),
                    null,
                    "an id of each that is missing",
                    "a count alone: " + unnamed + " " + (unnamed == 1 ? kind.word() : kind.words())
                            + (named == 0 ? "" : " more"),
                    AGAIN));
        }
    }

    private static Problem incomplete(Place place, @Nullable String id, String expected, String found, String hint) {
        return new Problem(Problem.Kind.INCOMPLETE, Severity.WARNING, place, id, expected, found, hint);
    }
}
