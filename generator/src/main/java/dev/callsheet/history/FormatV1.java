package dev.callsheet.history;

import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.model.RunStatus;
import dev.callsheet.model.ToneDimension;
import java.util.List;

/**
 * The words of {@code callsheet.history/1}. They are the format's own: what the program calls these things may change,
 * what stands in files may not.
 */
final class FormatV1 {

    static final int VERSION = 1;

    // Lines of a file of runs: [number of the first entry, entry, entry, …]. Entries are numbered from 0, by kind. An
    // id
    // is a text, or the number of a UUID.

    /** All entries of a line packed in one text ({@link PackedIds}). */
    static final String UUIDS = "uuids";
    /** Ids of nodes. */
    static final String NODES = "nodes";
    /**
     * [scenario id, scenario name, pathway id, persona id, batch id, denies batch, version, origin, assertions], the
     * last being [ids, [type, target, field, expected], …], where ids are packed in one text, or texts in a list.
     */
    static final String GROUPS = "groups";
    /** Keys of runs, packed in one text where they can be. */
    static final String RUN_KEYS = "run_keys";
    /**
     * [group, status, status text if it is not the status, created at, score, turns, duration, seven tone scores,
     * verdicts, scores of assertions or null, [node, …], current node]. The number of a run is that of its key.
     */
    static final String RUNS = "runs";

    static final String SCENARIO = "scenario";
    static final String BATCH = "batch";
    static final String SIMULATION_SET = "simulation_set";

    /**
     * [scenario id, scenario name, pathway id, persona id, batch id, version, passed, failed, error, cancelled,
     * unfinished, unknown, scored, [[n, sum] or null for each dimension]].
     */
    static final String TALLY = "tally";

    /** The order of tone scores. */
    static final List<ToneDimension> TONE = List.of(
            ToneDimension.NATURALNESS,
            ToneDimension.CONCISENESS,
            ToneDimension.EMPATHY,
            ToneDimension.FLOW_PRESERVATION,
            ToneDimension.BACK_CHANNELING,
            ToneDimension.TOPIC_TRANSITIONS,
            ToneDimension.OVERALL);

    private FormatV1() {}

    static String word(RunStatus status) {
        return switch (status) {
            case PASSED -> "PASSED";
            case FAILED -> "FAILED";
            case ERROR -> "ERROR";
            case CANCELLED -> "CANCELLED";
            case PENDING -> "PENDING";
            case RUNNING -> "RUNNING";
            case UNKNOWN -> "UNKNOWN";
        };
    }

    static RunStatus status(String word) throws BadLineException {
        return switch (word) {
            case "PASSED" -> RunStatus.PASSED;
            case "FAILED" -> RunStatus.FAILED;
            case "ERROR" -> RunStatus.ERROR;
            case "CANCELLED" -> RunStatus.CANCELLED;
            case "PENDING" -> RunStatus.PENDING;
            case "RUNNING" -> RunStatus.RUNNING;
            case "UNKNOWN" -> RunStatus.UNKNOWN;
            default -> throw new BadLineException("a status");
        };
    }

    static String word(RunOrigin origin) {
        return switch (origin) {
            case DETAIL -> "detail";
            case BATCH -> "batch";
            case LIST -> "list";
        };
    }

    static RunOrigin origin(String word) throws BadLineException {
        return switch (word) {
            case "detail" -> RunOrigin.DETAIL;
            case "batch" -> RunOrigin.BATCH;
            case "list" -> RunOrigin.LIST;
            default -> throw new BadLineException("detail, batch or list");
        };
    }

    static char letter(Verdict verdict) {
        return switch (verdict) {
            case PASSED -> 'p';
            case FAILED -> 'f';
            case UNKNOWN -> 'u';
        };
    }

    static Verdict verdict(char letter) throws BadLineException {
        return switch (letter) {
            case 'p' -> Verdict.PASSED;
            case 'f' -> Verdict.FAILED;
            case 'u' -> Verdict.UNKNOWN;
            default -> throw new BadLineException("verdicts p, f and u");
        };
    }
}
