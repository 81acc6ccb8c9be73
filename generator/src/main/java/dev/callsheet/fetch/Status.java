package dev.callsheet.fetch;

import dev.callsheet.model.OneLine;
import dev.callsheet.model.RunStatus;
import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How far a run, a batch or a simulation set is. */
final class Status {

    private static final Set<String> AT_WORK = Set.of("PENDING", "RUNNING", "QUEUED", "IN_PROGRESS");

    private Status() {}

    /** Whether it has come to an end that is known to be one, so that it need never be asked for again. */
    static boolean isFinal(ObjectNode document) {
        return RunStatus.of(text(document)).isFinished()
                && Named.runs(document).stream().allMatch(Status::isFinal);
    }

    /** Whether it says that it goes on; a status that nobody knows does not. */
    static boolean isAtWork(ObjectNode document) {
        return AT_WORK.contains(text(document).toUpperCase(Locale.ROOT))
                || Named.runs(document).stream().anyMatch(Status::isAtWork);
    }

    /** How far it is, for a message: "RUNNING, 12 of 60 runs at work". */
    static String words(ObjectNode document) {
        String status = text(document).isEmpty() ? "no status" : OneLine.shortened(text(document));
        int runs = Named.runs(document).size();
        long atWork = Named.runs(document).stream().filter(Status::isAtWork).count();
        return atWork == 0 ? status : status + ", " + atWork + " of " + runs + " runs at work";
    }

    private static String text(ObjectNode document) {
        JsonNode status = document.path("status");
        return status.isString() ? status.stringValue() : "";
    }
}
