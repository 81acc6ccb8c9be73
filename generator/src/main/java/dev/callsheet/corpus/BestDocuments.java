package dev.callsheet.corpus;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, of all documents with one id, the best. A document of lower rank (older, or less complete) is merely older
 * and is dropped; documents of the same rank that differ contradict each other: the greater SHA-256 wins and the rest
 * are reported.
 */
final class BestDocuments<T> {

    private static final Comparator<@Nullable Instant> EARLIEST_FIRST =
            Comparator.nullsFirst(Comparator.naturalOrder());

    /** The better document of a scenario is the greater one. */
    static final Comparator<Scenario> RANK_OF_SCENARIOS =
            Comparator.comparing(Scenario::complete).thenComparing(BestDocuments::changedAt, EARLIEST_FIRST);

    private static final Set<String> UNFINISHED = Set.of("PENDING", "RUNNING");

    private final String kind;
    private final Function<T, String> id;
    private final Function<T, Place> place;
    private final Comparator<T> rank;
    private final Predicate<T> settled;
    // id -> SHA-256 -> document; all of one id have the same rank
    private final SortedMap<String, TreeMap<String, T>> best = new TreeMap<>();

    /**
     * @param kind the word for it in messages
     * @param settled whether a document will not change any more, so that another content is a contradiction
     */
    BestDocuments(
            String kind, Function<T, String> id, Function<T, Place> place, Comparator<T> rank, Predicate<T> settled) {
        this.kind = kind;
        this.id = id;
        this.place = place;
        this.rank = rank;
        this.settled = settled;
    }

    static BestDocuments<Scenario> ofScenarios() {
        return new BestDocuments<>("scenario", Scenario::id, Scenario::place, RANK_OF_SCENARIOS, scenario -> true);
    }

    static BestDocuments<Batch> ofBatches() {
        return new BestDocuments<>(
                "batch",
                Batch::id,
                Batch::place,
                Comparator.comparing((Batch batch) -> isFinished(batch.status()))
                        .thenComparing(batch -> !batch.runIds().isEmpty()),
                batch -> isFinished(batch.status()));
    }

    static BestDocuments<SimulationSet> ofSets() {
        return new BestDocuments<>(
                "simulation set",
                SimulationSet::id,
                SimulationSet::place,
                Comparator.comparing((SimulationSet set) -> isFinished(set.status()))
                        .thenComparing(set -> !set.perScenario().isEmpty())
                        .thenComparing(SimulationSet::completedAt, EARLIEST_FIRST),
                set -> isFinished(set.status()));
    }

    private static boolean isFinished(@Nullable String status) {
        return status != null && !UNFINISHED.contains(status);
    }

    private static @Nullable Instant changedAt(Scenario scenario) {
        return scenario.updatedAt() != null ? scenario.updatedAt() : scenario.createdAt();
    }

    void add(T document) {
        TreeMap<String, T> known = best.computeIfAbsent(id.apply(document), key -> new TreeMap<>());
        int order =
                known.isEmpty() ? 0 : rank.compare(document, known.firstEntry().getValue());
        if (order < 0) {
            return;
        }
        if (order > 0) {
            known.clear();
        }
        BinaryOperator<T> firstByPlace = (a, b) -> Places.ORDER.compare(place.apply(a), place.apply(b)) <= 0 ? a : b;
        known.merge(Canonical.digest(Canonical.bytes(document)), document, firstByPlace);
    }

    /**
     * The best document of each id; contradictions are handed over.
     *
     * @param past what earlier reports kept: used where there is no other, or none of its rank. What is kept is less
     *     than a document, so that the two differ is no contradiction
     */
    SortedMap<String, T> resolve(SortedMap<String, T> past, Consumer<Problem> problems) {
        SortedMap<String, T> resolved = resolve(problems);
        past.forEach((key, document) ->
                resolved.merge(key, document, (best, kept) -> rank.compare(kept, best) > 0 ? kept : best));
        return resolved;
    }

    /** The best document of each id; contradictions are handed over. */
    SortedMap<String, T> resolve(Consumer<Problem> problems) {
        SortedMap<String, T> resolved = new TreeMap<>();
        best.forEach((key, documents) -> {
            T winner = documents.lastEntry().getValue();
            resolved.put(key, winner);
            documents.headMap(documents.lastKey()).values().stream()
                    .filter(settled)
                    .forEach(other -> problems.accept(contradiction(key, winner, other)));
        });
        return resolved;
    }

    /** SHA-256 of every document kept. */
    List<String> digests() {
        return best.values().stream()
                .flatMap(documents -> documents.keySet().stream())
                .toList();
    }

    private Problem contradiction(String key, T winner, T other) {
        return new Problem(
                Problem.Kind.CONFLICT,
                Problem.Severity.WARNING,
                place.apply(other),
                key,
                "the same " + kind + " as in " + place.apply(winner),
                "another content under the same id",
                "the document of " + place.apply(winner) + " is used");
    }
}
