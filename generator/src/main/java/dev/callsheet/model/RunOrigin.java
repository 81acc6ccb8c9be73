package dev.callsheet.model;

/** The kind of document a run record came from, the most detailed first: that order is the precedence when merging. */
public enum RunOrigin {
    /** Get Test Run. */
    DETAIL,
    /** An entry of {@code runs} in Get Test Batch. */
    BATCH,
    /** An entry of List Test Runs. */
    LIST
}
