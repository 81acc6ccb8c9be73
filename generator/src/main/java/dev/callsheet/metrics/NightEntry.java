package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Objects;
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

    /** The mean of a tone dimension over its valid runs; null when none has a score. */
    public @Nullable Double toneMean(ToneDimension dimension) {
        LongSummaryStatistics billionths = runs.stream()
                .filter(run -> run.facts().status().isValid())
                .map(run -> run.facts().tone().get(dimension))
                .filter(Objects::nonNull)
                .mapToLong(Score::billionths)
                .summaryStatistics();
        return billionths.getCount() == 0 ? null : billionths.getAverage() / Score.ONE;
    }
}
