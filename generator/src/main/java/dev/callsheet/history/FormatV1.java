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

    // Dictionaries: [first index, entry, entry, …]
    static final String TEXTS = "texts";
    /** Lists of texts: nodes in the order visited. */
    static final String NODES = "nodes";
    /** [id, type, target, field, expected]. */
    static final String KEYS = "keys";
    /** Lists of keys. */
    static final String ASSERTIONS = "assertions";
    /** [scenario id, scenario name, pathway id, persona id, batch id, denies batch, version, origin]. */
    static final String GROUPS = "groups";

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
