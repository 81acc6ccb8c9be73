package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The first and the last night of some runs, both null when none of them belongs to a night. */
record NightSpan(@Nullable LocalDate first, @Nullable LocalDate last) {

    static NightSpan of(Collection<CorpusRun> runs, Nights nights) {
        List<LocalDate> dates = runs.stream()
                .map(nights::of)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new NightSpan(
                dates.stream().min(Comparator.naturalOrder()).orElse(null),
                dates.stream().max(Comparator.naturalOrder()).orElse(null));
    }
}
