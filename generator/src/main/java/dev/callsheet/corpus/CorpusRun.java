package dev.callsheet.corpus;

import dev.callsheet.model.RunFacts;
import java.util.Comparator;
import java.util.List;

/**
 * A run after merging.
 *
 * @param facts the best record's facts, gaps filled from the others
 * @param texts where the texts of its records lie, the best record's first
 * @param judged index into texts of the record whose assertion results were taken, -1 when it has no text
 * @param past known from earlier reports only: its id is a {@link dev.callsheet.model.RunKey}, it has no text and no
 *     page
 */
public record CorpusRun(RunFacts facts, List<RunSpool.Slice> texts, int judged, boolean past) {

    /** By scenario, then time (undated last), then id: the order of runs everywhere (metrics.md 0.2). */
    public static final Comparator<CorpusRun> ORDER = Comparator.comparing((CorpusRun run) -> run.facts.scenarioId())
            .thenComparing(run -> run.facts.createdAt(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(run -> run.facts.id());

    /** The other way round in time, whatever the scenario; undated last here, too. */
    public static final Comparator<CorpusRun> NEWEST_FIRST = Comparator.comparing(
                    (CorpusRun run) -> run.facts.createdAt(), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(run -> run.facts.id())
            .reversed();

    public String id() {
        return facts.id();
    }

    /** How many turns the transcript of {@link Corpus#text} has; told without reading it, as is what follows. */
    public int turns() {
        return texts.stream()
                .mapToInt(RunSpool.Slice::turns)
                .filter(turns -> turns > 0)
                .findFirst()
                .orElse(0);
    }

    /** Whether {@link Corpus#text} has an error message. */
    public boolean hasErrorMessage() {
        return texts.stream().anyMatch(RunSpool.Slice::errorMessage);
    }

    public boolean hasToneIssues() {
        return texts.stream().anyMatch(RunSpool.Slice::toneIssues);
    }

    public boolean hasToneExamples() {
        return texts.stream().anyMatch(RunSpool.Slice::toneExamples);
    }
}
