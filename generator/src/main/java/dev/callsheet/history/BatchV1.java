package dev.callsheet.history;

import dev.callsheet.model.Batch;
import dev.callsheet.model.Place;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The members of a batch, without the runs it lists: each run names its batch. */
final class BatchV1 {

    private BatchV1() {}

    static void write(JsonGenerator out, Batch batch) {
        out.writeStringProperty("id", batch.id());
        out.writeStringProperty("status", batch.status());
        Members.write(out, "total_scenarios", batch.totalScenarios());
        Members.write(out, "passed_scenarios", batch.passedScenarios());
        Members.write(out, "failed_scenarios", batch.failedScenarios());
        out.writeStringProperty("trigger_source", batch.triggerSource());
        Members.write(out, "publish_on_pass", batch.publishOnPass());
        Members.write(out, "created_at", batch.createdAt());
    }

    static Batch read(Members batch, Place place) throws BadLineException {
        return new Batch(
                place,
                batch.id("id"),
                batch.line("status"),
                batch.count("total_scenarios"),
                batch.count("passed_scenarios"),
                batch.count("failed_scenarios"),
                batch.line("trigger_source"),
                batch.flag("publish_on_pass"),
                batch.instant("created_at"),
                List.of());
    }
}
