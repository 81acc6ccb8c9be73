package dev.callsheet.corpus;

import dev.callsheet.model.RunFacts;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What one document said of a run.
 *
 * @param digest SHA-256 of the canonical record in hex: the last resort when two records are equally good
 * @param text where its text lies, null when it has none
 * @param past what an earlier report kept, not a document of the input
 */
record RunVariant(RunFacts facts, String digest, RunSpool.@Nullable Slice text, boolean past) {

    /**
     * The better record first (design: one run, several documents): finished before unfinished, detail before batch
     * before list, the input before history, later creation, greater digest. Never a file name or the order of arrival.
     */
    static final Comparator<RunVariant> PRECEDENCE = Comparator.comparing(
                    (RunVariant v) -> !v.facts.status().isFinished())
            .thenComparing(v -> v.facts.origin())
            .thenComparing(RunVariant::past)
            .thenComparing(v -> v.facts.createdAt(), Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(RunVariant::digest, Comparator.reverseOrder());

    /** Of two records that are the same to the byte, the one whose place is named: the first by place. */
    RunVariant orEqualAt(RunVariant other) {
        return Places.ORDER.compare(other.facts.place(), facts.place()) < 0 ? other : this;
    }
}
