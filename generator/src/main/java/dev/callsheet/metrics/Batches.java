package dev.callsheet.metrics;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Batch;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the numbers of batches, each against the one before it. */
final class Batches {

    private static final Comparator<BatchNumbers> NEWEST_FIRST = Comparator.comparing(
                    BatchNumbers::night, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(BatchNumbers::id);

    private final Corpus corpus;
    private final Nights nights;
    private final NightCalendar calendar;
    private final SortedMap<String, List<CorpusRun>> runs;

    private Batches(Corpus corpus, Nights nights, NightCalendar calendar, SortedMap<String, List<CorpusRun>> runs) {
        this.corpus = corpus;
        this.nights = nights;
        this.calendar = calendar;
        this.runs = runs;
    }

    /**
     * All batches that a document or a run names, newest first.
     *
     * @param runs by batch
     */
    static List<BatchNumbers> of(
            Corpus corpus, Nights nights, NightCalendar calendar, SortedMap<String, List<CorpusRun>> runs) {
        return new Batches(corpus, nights, calendar, runs).numbers();
    }

    private List<BatchNumbers> numbers() {
        Map<String, String> previous = previous();
        Collection<String> ids = new TreeSet<>(runs.keySet());
        ids.addAll(corpus.batches().keySet());
        return ids.stream()
                .map(id -> batch(id, previous.get(id)))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** For each batch with a valid run the nearest earlier one of the same trigger that has one, too. */
    private Map<String, String> previous() {
        Map<String, String> latest = new HashMap<>();
        Map<String, String> previous = new HashMap<>();
        corpus.batches().values().stream()
                .filter(batch -> batch.createdAt() != null && batch.triggerSource() != null && hasResult(batch))
                .sorted(Comparator.comparing(Batch::createdAt, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Batch::id))
                .forEach(batch -> {
                    String before = latest.put(Objects.requireNonNull(batch.triggerSource()), batch.id());
                    if (before != null) {
                        previous.put(batch.id(), before);
                    }
                });
        return previous;
    }

    private boolean hasResult(Batch batch) {
        return runsOf(batch.id()).stream().anyMatch(run -> run.facts().status().isValid());
    }

    private List<CorpusRun> runsOf(String id) {
        return runs.getOrDefault(id, List.of());
    }

    private BatchNumbers batch(String id, @Nullable String previousId) {
        Batch document = corpus.batches().get(id);
        List<CorpusRun> of = runsOf(id);
        return new BatchNumbers(
                id,
                document,
                night(document, of),
                SuiteRate.of(of),
                Tally.of(of),
                of,
                previousId,
                previousId == null ? null : RunChanges.between(runsOf(previousId), of));
    }

    private @Nullable LocalDate night(@Nullable Batch document, List<CorpusRun> of) {
        return document != null && document.createdAt() != null
                ? calendar.nightOf(document.createdAt())
                : of.stream()
                        .map(nights::of)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
