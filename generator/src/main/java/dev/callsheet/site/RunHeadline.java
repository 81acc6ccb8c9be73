package dev.callsheet.site;

import dev.callsheet.metrics.Shortened;
import dev.callsheet.model.RunFacts;
import dev.callsheet.model.RunStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a run, in one sentence: why it failed, how it ended, or why it has no result. */
final class RunHeadline {

    private static final int MOST_CHARACTERS = 90;

    private RunHeadline() {}

    /** @param error its error message; null when there is none */
    static String of(RunFacts facts, RunVerdicts verdicts, @Nullable String error) {
        return switch (facts.status()) {
            case PASSED -> passed(verdicts);
            case FAILED -> failed(verdicts);
            case ERROR ->
                "Error" + when(facts)
                        + (error == null || error.isBlank()
                                ? ", with no message to say why."
                                : ": " + firstWords(error));
            case CANCELLED -> "Cancelled" + when(facts) + ", so it has no result.";
            case PENDING -> "Not yet started when it was loaded, so it has no result.";
            case RUNNING -> "Still running when it was loaded, so it has no result.";
            case UNKNOWN -> "Of " + Words.status(facts) + ": neither passed nor failed.";
        };
    }

    /** Which turns of a call stand on a page of its own for further ones. */
    static String ofTurns(RunStatus status, int from, int to, int all) {
        String call = switch (status) {
            case PASSED -> "a passed call.";
            case FAILED -> "a failed call.";
            case CANCELLED -> "a cancelled call.";
            case ERROR -> "a call that ended in an error.";
            case PENDING, RUNNING -> "a call that had not ended when it was loaded.";
            case UNKNOWN -> "a call that neither passed nor failed.";
        };
        return Parts.TURNS.heading(from, to) + " of " + Format.grouped(all) + " of " + call;
    }

    private static String passed(RunVerdicts verdicts) {
        int all = verdicts.verdicts().size();
        int failed = verdicts.failed().size();
        long held = verdicts.verdicts().stream()
                .filter(verdict -> verdict.state().mark() == Mark.PASS)
                .count();
        if (all == 0) {
            return "Passed, with no assertion result.";
        }
        if (failed > 0) {
            return "Passed, though " + Format.count(failed, "assertion") + " of " + Format.grouped(all) + " failed.";
        }
        if (held < all) {
            return all == 1
                    ? "Passed, with no verdict on its one assertion."
                    : "Passed, with no verdict on " + Format.grouped(all - held) + " of " + Format.grouped(all)
                            + " assertions.";
        }
        return all == 1
                ? "Passed: its one assertion holds."
                : "Passed: its " + Format.grouped(all) + " assertions hold.";
    }

    private static String failed(RunVerdicts verdicts) {
        List<RunVerdicts.Verdict> failed = verdicts.failed();
        if (failed.isEmpty()) {
            return verdicts.verdicts().isEmpty()
                    ? "Failed, with no assertion result to say why."
                    : "Failed, though no assertion failed.";
        }
        String more = failed.size() == 1 ? "" : " and " + Format.count(failed.size() - 1L, "more assertion");
        String words = failed.get(0).words();
        return (words.contains("“") ? "Failed on: " + words : "Failed on “" + words + "”") + more + ".";
    }

    /** How far the call had come, where that is known. */
    private static String when(RunFacts facts) {
        Integer turns = facts.turnCount();
        if (turns == null) {
            return "";
        }
        return turns == 0 ? " before the first turn" : " after " + Format.count(turns, "turn");
    }

    /** The first line, shortened to what fits a heading; the whole message stands below. */
    private static String firstWords(String message) {
        return Shortened.of(message.strip().lines().findFirst().orElse(""), MOST_CHARACTERS);
    }
}
