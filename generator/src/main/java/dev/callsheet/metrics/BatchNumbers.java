package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Batch;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one batch: the batch's own document and the runs that belong to it.
 *
 * @param document null when only runs name the batch
 * @param night the night it was created, else its first run's; null when undated
 * @param runs by scenario, time, id
 * @param previousId the nearest earlier batch of the same trigger that has a valid run; null when there is none, when
 *     trigger or date is not known, or when this batch has no valid run
 * @param changes against that batch, null without one
 */
public record BatchNumbers(
        String id,
        @Nullable Batch document,
        @Nullable LocalDate night,
        SuiteRate rate,
        Tally tally,
        List<CorpusRun> runs,
        @Nullable String previousId,
        @Nullable RunChanges changes) {}
