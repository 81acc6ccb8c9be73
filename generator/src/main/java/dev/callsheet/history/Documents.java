package dev.callsheet.history;

import dev.callsheet.corpus.Corpus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The definitions, batches and sets of a corpus as lines, and which of them belong in which file. */
final class Documents {

    private final List<Line> lines = new ArrayList<>();

    /** @param calendar the night of an instant */
    Documents(Corpus corpus, Function<Instant, LocalDate> calendar) {
        corpus.scenarios().values().forEach(scenario -> add(DocumentsV1.line(scenario), true, null));
        corpus.batches()
                .values()
                .forEach(batch -> add(DocumentsV1.line(batch), false, night(calendar, batch.createdAt())));
        corpus.simulationSets()
                .values()
                .forEach(set -> add(DocumentsV1.line(set), false, night(calendar, set.createdAt())));
    }

    private void add(String text, boolean definition, @Nullable LocalDate night) {
        lines.add(new Line(text, definition, night));
    }

    private static @Nullable LocalDate night(Function<Instant, LocalDate> calendar, @Nullable Instant createdAt) {
        return createdAt == null ? null : calendar.apply(createdAt);
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The newest night of a batch or a set; null when none has one. */
    @Nullable
    LocalDate newestNight() {
        return lines.stream()
                .map(Line::night)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The batches and sets of a night. */
    List<String> of(LocalDate night) {
        return texts(line -> night.equals(line.night));
    }

    /**
     * What the newest file has to hold: what no other file holds.
     *
     * @param kept whether batches and sets of a night, null for undated ones, are kept in the newest file
     * @param held lines that other files hold
     */
    List<String> ofNewest(Predicate<@Nullable LocalDate> kept, Set<String> held) {
        return texts(line -> (line.definition || kept.test(line.night)) && !held.contains(line.text));
    }

    private List<String> texts(Predicate<Line> filter) {
        return lines.stream().filter(filter).map(Line::text).toList();
    }

    private record Line(
            String text, boolean definition, @Nullable LocalDate night) {}
}
