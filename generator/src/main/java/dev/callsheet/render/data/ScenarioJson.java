package dev.callsheet.render.data;

import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.FlakeOutlook;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Summary;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in {@code report.json}.
 *
 * @param outlook of the suite
 */
record ScenarioJson(JsonMembers json, FlakeOutlook outlook) {

    void members(ScenarioNumbers scenario) {
        Scenario definition = scenario.definition();
        json.text("id", scenario.id());
        json.text("name", scenario.name());
        json.text("category", definition == null ? null : definition.category());
        json.text("pathway_id", scenario.pathwayId());
        json.text("persona_id", scenario.personaId());
        json.bool("required", scenario.required());
        json.bool("enabled", scenario.enabled());
        json.text("outcome", scenario.outcome().name().toLowerCase(Locale.ROOT));
        Decision decision = scenario.decision();
        json.text("state", decision.state());
        json.text("event", decision.event());
        json.text("event_since", decision.eventSince());
        json.text("headline", decision.headline());
        json.object("tonight", () -> JsonNumbers.counts(json, scenario.tonight()));
        json.object("window", () -> JsonNumbers.counts(json, scenario.window()));
        regime(decision.judged());
        json.object("evidence", () -> new EvidenceJson(json).members(decision));
        json.objects(
                "pass_hat_k",
                IntStream.rangeClosed(1, scenario.passHat().size()).boxed().toList(),
                k -> {
                    json.number("k", k);
                    json.number("value", scenario.passHat().get(k - 1));
                });
        json.number("flips", scenario.flips().flips());
        json.number("flip_rate", scenario.flips().rate());
        json.number("runs_to_decide", scenario.runsToDecide());
        json.number("expected_failed_runs", outlook.expected().get(scenario.id()));
        json.object("tone", () -> {
            for (ToneDimension dimension : ToneDimension.values()) {
                json.object(dimension.field(), () -> JsonNumbers.tone(json, scenario.tone(), dimension));
            }
        });
        summary("score", scenario.score());
        summary("duration_ms", scenario.duration());
        summary("turn_count", scenario.turns());
        json.text("last_changed", decision.lastChanged());
    }

    private void summary(String name, @Nullable Summary summary) {
        json.object(name, () -> JsonNumbers.summary(json, summary));
    }

    /** The runs that the state is about; null when there is none. */
    private void regime(Decision.@Nullable Regime judged) {
        if (judged == null) {
            json.undefined("regime");
            return;
        }
        json.object("regime", () -> {
            json.text("since", judged.since());
            json.number("nights", judged.nights());
            json.number("n", judged.rate().n());
            json.number("passed", judged.rate().passed());
        });
    }
}
