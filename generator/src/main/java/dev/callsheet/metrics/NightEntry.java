package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's entry of one night: all its runs of that night (metrics.md 0.2).
 *
 * @param runs by time, then id
 */
public record NightEntry(LocalDate night, Tally tally, List<CorpusRun> runs) {

    NightEntry(LocalDate night, List<CorpusRun> runs) {
        this(night, Tally.of(runs), List.copyOf(runs));
    }

    /** The entry of a night; null when there is none, or no such night. */
    static @Nullable NightEntry of(@Nullable LocalDate night, List<NightEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.night.equals(night))
                .findFirst()
                .orElse(null);
    }
}
