package dev.callsheet.render.data;

import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.model.Batch;
import org.jspecify.annotations.Nullable;

/**
 * A batch in {@code report.json}. Its own counts are of scenarios and ours of runs; what passes a scenario of a batch
 * is not documented, so the two stand side by side and are not compared.
 */
record BatchJson(JsonMembers json) {

    void members(BatchNumbers batch) {
        Batch document = batch.document();
        json.text("id", batch.id());
        json.text("night", batch.night());
        json.text("status", document == null ? null : document.status());
        json.text("trigger_source", document == null ? null : document.triggerSource());
        json.bool("publish_on_pass", document == null ? null : document.publishOnPass());
        json.text("created_at", document == null ? null : document.createdAt());
        json.object("api", () -> api(document));
        json.object("computed", () -> {
            json.number("runs", batch.tally().total());
            JsonNumbers.counts(json, batch.tally());
            JsonNumbers.clustered(json, batch.rate());
        });
        json.text("against", batch.previousId());
        json.object("changes", () -> JsonNumbers.changes(json, batch.changes()));
    }

    private void api(@Nullable Batch document) {
        json.number("total_scenarios", document == null ? null : document.totalScenarios());
        json.number("passed_scenarios", document == null ? null : document.passedScenarios());
        json.number("failed_scenarios", document == null ? null : document.failedScenarios());
    }
}
