package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunStatus;
import dev.callsheet.stats.OutcomeSequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How often neighbouring valid runs differ (metrics.md 2.2); descriptive only.
 *
 * @param flips adjacent unequal pairs, null below two valid runs
 * @param rate flips/(n−1), null below two valid runs
 */
public record Flips(@Nullable Integer flips, @Nullable Double rate) {

    static Flips of(List<CorpusRun> inOrder) {
        OutcomeSequence outcomes = OutcomeSequence.of(Measures.valid(inOrder).stream()
                .map(run -> run.facts().status() == RunStatus.PASSED)
                .toList());
        Double rate = outcomes.flipRate();
        return rate == null ? new Flips(null, null) : new Flips(outcomes.flips(), rate);
    }
}
