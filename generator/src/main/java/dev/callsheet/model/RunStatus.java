package dev.callsheet.model;

/** The six documented statuses of a run, and one for every other word (metrics.md 0.1). */
public enum RunStatus {
    PASSED,
    FAILED,
    ERROR,
    CANCELLED,
    PENDING,
    RUNNING,
    /** A status this program does not know: counted apart, never as passed and never as failed. */
    UNKNOWN;

    /** Reads a status as the API spells it: exact, upper case. Anything else is {@link #UNKNOWN}. */
    public static RunStatus of(String text) {
        return switch (text) {
            case "PASSED" -> PASSED;
            case "FAILED" -> FAILED;
            case "ERROR" -> ERROR;
            case "CANCELLED" -> CANCELLED;
            case "PENDING" -> PENDING;
            case "RUNNING" -> RUNNING;
            default -> UNKNOWN;
        };
    }

    /** Whether the run counts in a pass rate: it passed or it failed. */
    public boolean isValid() {
        return this == PASSED || this == FAILED;
    }

    /** Whether the run has come to an end, well or badly. */
    public boolean isFinished() {
        return isValid() || this == ERROR || this == CANCELLED;
    }
}
