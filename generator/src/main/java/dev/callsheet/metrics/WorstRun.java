package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.RunStatus;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The worst of some runs: failed, lowest score, most failed assertions, earliest, id. */
public final class WorstRun {

    private static final Comparator<CorpusRun> WORST_FIRST = Comparator.comparing(
                    (CorpusRun run) -> run.facts().score(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Comparator.comparing(WorstRun::failedAssertions).reversed())
            .thenComparing(run -> run.facts().createdAt(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(CorpusRun::id);

    private WorstRun() {}

    /** The worst of the failed runs; null when none failed. */
    public static @Nullable CorpusRun of(List<CorpusRun> runs) {
        return runs.stream()
                .filter(run -> run.facts().status() == RunStatus.FAILED)
                .min(WORST_FIRST)
                .orElse(null);
    }

    private static long failedAssertions(CorpusRun run) {
        return run.facts().assertions().stream()
                .filter(result -> result.verdict() == AssertionResult.Verdict.FAILED)
                .count();
    }
}
