package dev.callsheet.render.data;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.BatchNumbers;
import dev.callsheet.metrics.Promotion;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.Batch;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A batch in {@code report.json}. Its own counts are of scenarios and ours of runs; what passes a scenario of a batch
 * is not documented, so the two stand side by side and are not compared.
 */
record BatchJson(JsonMembers json, Analysis analysis) {

    void members(BatchNumbers batch) {
        Batch document = batch.document();
        json.text("id", batch.id());
        json.text("night", batch.night());
        json.text("status", document == null ? null : document.status());
        json.text("trigger_source", document == null ? null : document.triggerSource());
        json.bool("publish_on_pass", document == null ? null : document.publishOnPass());
        publish(Promotion.of(batch, analysis));
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

    private void publish(@Nullable Promotion promotion) {
        if (promotion == null) {
            json.undefined("publish");
        } else {
            json.object("publish", () -> members(promotion));
        }
    }

    private void members(Promotion promotion) {
        json.text("vendor", word(promotion.vendor()));
        json.text("evidence", word(promotion.evidence()));
        json.bool("agrees", promotion.agrees());
        json.bool("of_required", promotion.ofRequired());
        json.texts("proven", ids(promotion.proven()));
        json.texts("against", ids(promotion.against()));
        json.texts("open", ids(promotion.open()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> ids(List<ScenarioNumbers> scenarios) {
        return scenarios.stream().map(ScenarioNumbers::id).toList();
    }

    private void api(@Nullable Batch document) {
        json.number("total_scenarios", document == null ? null : document.totalScenarios());
        json.number("passed_scenarios", document == null ? null : document.passedScenarios());
        json.number("failed_scenarios", document == null ? null : document.failedScenarios());
    }
}
