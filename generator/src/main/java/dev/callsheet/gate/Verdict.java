package dev.callsheet.gate;

/** What a rule finds; a gate as a whole passes, fails or is inconclusive. Names are those of report.json, in lower case. */
public enum Verdict {
    /** Nothing speaks against it. */
    PASS,
    /** Something to look at, which never changes the verdict of the gate. */
    WARN,
    /** The data prove that it must not pass. */
    FAIL,
    /** The data cannot support a verdict. */
    INCONCLUSIVE
}
