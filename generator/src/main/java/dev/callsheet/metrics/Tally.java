package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.SealedRuns;
import java.util.Collection;

/**
 * Runs counted by status (metrics.md 0.1). Only passed and failed runs are valid; errors and cancelled runs are the
 * harness's, unfinished and unknown ones are no results.
 *
 * @param unfinished pending and running
 * @param unknown with a status this program does not know
 */
public record Tally(long passed, long failed, long error, long cancelled, long unfinished, long unknown) {

    public static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0);

    /** One run. */
    public static Tally of(RunStatus status) {
        return switch (status) {
            case PASSED -> new Tally(1, 0, 0, 0, 0, 0);
            case FAILED -> new Tally(0, 1, 0, 0, 0, 0);
            case ERROR -> new Tally(0, 0, 1, 0, 0, 0);
            case CANCELLED -> new Tally(0, 0, 0, 1, 0, 0);
            case PENDING, RUNNING -> new Tally(0, 0, 0, 0, 1, 0);
            case UNKNOWN -> new Tally(0, 0, 0, 0, 0, 1);
        };
    }

    public static Tally of(Collection<CorpusRun> runs) {
        return runs.stream().map(run -> of(run.facts().status())).reduce(ZERO, Tally::plus);
    }

    /** The runs of a sealed night. */
    static Tally of(SealedRuns kept) {
        return new Tally(
                kept.passed(), kept.failed(), kept.error(), kept.cancelled(), kept.unfinished(), kept.unknown());
    }

    public Tally plus(Tally other) {
        return new Tally(
                passed + other.passed,
                failed + other.failed,
                error + other.error,
                cancelled + other.cancelled,
                unfinished + other.unfinished,
                unknown + other.unknown);
    }

    /** Passed and failed: the denominator of every rate. */
    public long valid() {
        return passed + failed;
    }

    public long finished() {
        return valid() + error + cancelled;
    }

    public long total() {
        return finished() + unfinished + unknown;
    }

    /** The plain fact, with no claim about chance. */
    public Outcome outcome() {
        if (valid() == 0) {
            return Outcome.NONE;
        }
        if (passed == 0) {
            return Outcome.ALL_FAILED;
        }
        return failed == 0 ? Outcome.ALL_PASSED : Outcome.MIXED;
    }

    /** What valid runs did. The names are those of {@code report.json}, in lower case. */
    public enum Outcome {
        MIXED,
        ALL_PASSED,
        ALL_FAILED,
        /** No valid run. */
        NONE
    }
}
