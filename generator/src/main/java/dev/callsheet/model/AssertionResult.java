package dev.callsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of one assertion in one run.
 *
 * @param score the judge's score, when there is one
 */
public record AssertionResult(
        AssertionKey key, Verdict verdict, @Nullable Score score) {

    /** Passed, failed, or not known; an unknown outcome is neither. */
    public enum Verdict {
        PASSED,
        FAILED,
        UNKNOWN
    }
}
