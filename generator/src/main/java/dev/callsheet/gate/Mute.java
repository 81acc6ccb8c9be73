package dev.callsheet.gate;

import dev.callsheet.metrics.Analysis;
import java.time.LocalDate;

/**
 * A known issue: a scenario that the gate leaves out for a while. Owner and reason are the user's words.
 *
 * @param file that says so, as messages name it
 * @param line of the file
 * @param scenario its id
 * @param owner who answers for it
 * @param until the last night that it holds on
 */
public record Mute(String file, int line, String scenario, String owner, String reason, LocalDate until) {

    /** What a mute is worth on the report's night. The names are those of report.json, in lower case. */
    public enum State {
        /** The scenario is left out. */
        ACTIVE,
        /** The night is past its last one: it leaves nothing out. */
        EXPIRED,
        /** Nobody knows the scenario: there is nothing to leave out. */
        UNKNOWN
    }

    /** Judged by the report's night and no clock; without a night none has expired. */
    public State on(Analysis analysis) {
        if (analysis.night() != null && until.isBefore(analysis.night())) {
            return State.EXPIRED;
        }
        return analysis.scenarios().stream().anyMatch(known -> known.id().equals(scenario))
                ? State.ACTIVE
                : State.UNKNOWN;
    }
}
