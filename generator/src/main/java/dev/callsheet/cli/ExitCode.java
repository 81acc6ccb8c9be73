package dev.callsheet.cli;

import dev.callsheet.gate.Verdict;

/** What the program's exit code says. The numbers are a promise to scripts. */
public enum ExitCode {
    DONE(0, "done: the site is written, whatever the tests say"),
    FAULT(1, "a fault of callsheet's own"),
    USAGE(2, "the command line or the configuration is wrong"),
    GATE_FAILED(3, "the gate failed"),
    GATE_INCONCLUSIVE(4, "the gate is inconclusive: the data cannot support a verdict"),
    NO_INPUT(5, "no usable input"),
    INCOMPLETE(6, "results or history could not be fetched, or not all of them"),
    NOT_PUBLISHED(
            7,
            "the output could not be published or delivered: locked, not ours, not writable, too large, mail refused");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The one for a verdict of the gate. */
    static ExitCode of(Verdict verdict) {
        return switch (verdict) {
            case PASS, WARN -> DONE;
            case FAIL -> GATE_FAILED;
            case INCONCLUSIVE -> GATE_INCONCLUSIVE;
        };
    }

    public int code() {
        return code;
    }

    /** The meaning in words, as the documentation has it. */
    public String meaning() {
        return meaning;
    }
}
