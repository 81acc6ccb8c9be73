package dev.callsheet.metrics;

/** How a scenario stands, by the runs it is judged on (metrics.md 2.5, step 4). */
public enum State {
    /** Passes less than half of its calls, that much is proven. */
    BROKEN,
    /** Passes and fails by turns, and less often than a steady scenario may: proven. */
    FLAKY,
    /** Passes at least as often as a reliable scenario must: proven. */
    RELIABLE,
    /** Passed and failed, and neither is proven. */
    SUSPECT,
    /** All runs agree, but there are too few to prove anything. */
    INSUFFICIENT,
    /** Nothing but errors and cancelled runs. */
    INFRA,
    /** No run at all. */
    NO_DATA
}
