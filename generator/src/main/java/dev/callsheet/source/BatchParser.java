package dev.callsheet.source;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Place;
import dev.callsheet.model.RecordSink;
import dev.callsheet.model.RunStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads a batch; its runs were read before, one by one. */
final class BatchParser {

    static final Set<String> FIELDS = Set.of(
            "id",
            "batch_id",
            "status",
            "total_scenarios",
            "passed_scenarios",
            "failed_scenarios",
            "trigger_source",
            "publish_on_pass",
            "created_at",
            "runs");

    private BatchParser() {}

    /** The id of a batch; null when it has none that can be used. A summary names it {@code batch_id}. */
    static @Nullable String id(ObjectNode batch) {
        return Ids.of(batch.get(idField(batch)));
    }

    private static String idField(ObjectNode batch) {
        return !batch.has("id") && batch.has("batch_id") ? "batch_id" : "id";
    }

    /**
     * The batch, or null when it was left out; problems go to the sink.
     *
     * @param runIds its runs in their order, without repeats
     * @param statuses how many of its runs have each status
     */
    static @Nullable Batch parse(
            ObjectNode batch, Place place, List<String> runIds, Map<RunStatus, Integer> statuses, RecordSink sink) {
        RecordProblems problems = new RecordProblems(sink, place);
        try {
            Fields fields = new Fields(batch, place, problems);
            String id = fields.requiredId(idField(batch));
            if (id == null) {
                return null;
            }
            problems.concern(id);
            fields.list("runs"); // names a value that is no list
            Batch read = new Batch(
                    place,
                    id,
                    fields.line("status"),
                    fields.count("total_scenarios"),
                    fields.count("passed_scenarios"),
                    fields.count("failed_scenarios"),
                    fields.line("trigger_source"),
                    fields.flag("publish_on_pass"),
                    fields.time("created_at"),
                    runIds);
            checkCounts(read, statuses, fields);
            return read;
        } finally {
            problems.close();
        }
    }

    private static void checkCounts(Batch batch, Map<RunStatus, Integer> statuses, Fields fields) {
        Integer total = batch.totalScenarios();
        Integer passed = batch.passedScenarios();
        Integer failed = batch.failedScenarios();
        if (total != null && passed != null && failed != null && (long) passed + failed > total) {
            doubt(fields, "failed_scenarios", "at most " + total + " together with passed_scenarios", failed);
        }
        if (total != null && batch.runIds().size() == total) {
            int listedPassed = statuses.getOrDefault(RunStatus.PASSED, 0);
            int listedFailed = statuses.getOrDefault(RunStatus.FAILED, 0);
            if (passed != null && passed != listedPassed) {
                doubt(fields, "passed_scenarios", listedPassed + ", as many listed runs are PASSED", passed);
            }
            // It is not documented whether a run that ended in ERROR counts as failed here.
            if (failed != null && (failed < listedFailed || failed > total - listedPassed)) {
                doubt(fields, "failed_scenarios", listedFailed + ", as many listed runs are FAILED", failed);
            }
        }
    }

    private static void doubt(Fields fields, String name, String expected, int found) {
        fields.problems().doubtful(fields.at(name), expected, "the number " + found, "runs are counted one by one");
    }
}
