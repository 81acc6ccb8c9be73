package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way of failing, over the scenarios' windows (metrics.md 7.1): runs whose failed assertions check the same in
 * similar words, or whose error messages are alike.
 *
 * @param signature the normalised text of the group's most frequent wording; unique within its kind
 * @param label the most frequent text behind the signature, as given; long ones are cut
 * @param runs failed runs in which an assertion of the group failed, or the runs that ended in the error; by scenario,
 *     time, id, each once
 * @param scenarioIds sorted
 * @param evaluated valid runs in which an assertion of the group had a verdict; 0 for error messages
 * @param soleCause failed runs in which no assertion outside the group failed; 0 for error messages
 * @param first the first night, null when no run belongs to one; so the last
 */
public record FailureGroup(
        Kind kind,
        String signature,
        String label,
        List<CorpusRun> runs,
        List<String> scenarioIds,
        long evaluated,
        long soleCause,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    /**
     * Its runs among those that checked the assertion; of no runs for error messages. As {@link Rate} has it, "passed"
     * are the failures.
     */
    public Rate share() {
        return evaluated == 0 ? Rate.of(0, 0) : Rate.of(runs.size(), evaluated);
    }

    /** Where the words of a group come from. The names are those of our files, in lower case. */
    public enum Kind {
        /** Failed assertions of failed runs. */
        ASSERTION,
        /** Error messages of runs that ended in an error. */
        ERROR_MESSAGE
    }
}
