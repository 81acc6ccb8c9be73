package dev.callsheet.metrics;

/** What happened to a scenario of late (metrics.md 2.5, step 5). */
public enum Event {
    /** Its pass rate fell, and chance does not explain it. */
    REGRESSED,
    /** Its pass rate rose to that of a reliable scenario, and chance does not explain it. */
    FIXED,
    /** Its pass rate rose, but not that far. */
    IMPROVED,
    /** It has too few nights to have changed. */
    NEW,
    /** Nothing that chance would not explain. */
    NONE
}
