package dev.callsheet.render.data;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.ToneChange;
import dev.callsheet.metrics.ToneEvidence;
import dev.callsheet.metrics.ToneIssueGroup;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Interval;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tone in {@code report.json}: of the report's night, and what is usual. */
record ToneJson(JsonMembers json, Analysis analysis) {

    void members() {
        json.number("valid", analysis.tone().valid());
        json.number("scored", analysis.tone().scored());
        json.object("dimensions", () -> ToneDimension.SIX.forEach(this::tonight));
        json.object("overall", () -> JsonNumbers.tone(json, analysis.tone(), ToneDimension.OVERALL));
        json.object("usual", () -> List.of(ToneDimension.values()).forEach(this::usual));
        drift();
        json.objects("issues", analysis.toneTexts().issues(), this::issue);
        new ToneClaims(json, analysis.toneEvidence()).members();
    }

    /** Null when no series was long enough to be looked at: then nobody knows. */
    private void drift() {
        ToneEvidence evidence = analysis.toneEvidence();
        if (evidence.series() == 0) {
            json.undefined("drift");
            return;
        }
        json.objects("drift", evidence.changes(), this::drift);
    }

    private void drift(ToneEvidence.Found drift) {
        ToneChange change = drift.change();
        json.text("scope", drift.scenarioId() == null ? "suite" : "scenario");
        json.text("scenario_id", drift.scenarioId());
        json.text("dimension", drift.dimension().field());
        json.text("since", change.since());
        json.bool("firm", change.firm());
        json.number("before", change.before());
        json.number("now", change.now());
        json.number("nights_before", change.nightsBefore());
        json.number("nights_now", change.nightsNow());
        json.number("shift", change.shift().value());
        ends(change.shift().interval(), "low", "high");
        json.number("cliffs_delta", change.shift().cliffsDelta());
        json.number("p", change.p());
        json.number("p_guard", change.guardedP());
    }

    private void tonight(ToneDimension dimension) {
        json.object(dimension.field(), () -> JsonNumbers.tone(json, analysis.tone(), dimension));
    }

    private void usual(ToneDimension dimension) {
        Interval usual = analysis.usualTone().get(dimension);
        json.object(dimension.field(), () -> ends(usual, "low", "high"));
    }

    private void issue(ToneIssueGroup issue) {
        json.text("label", issue.label());
        json.number("count", issue.count());
        json.number("runs", issue.runs());
        json.number("share", issue.shareOfScored());
        ends(issue.interval(), "wilson_low", "wilson_high");
        json.text("first_night", issue.first());
        json.text("last_night", issue.last());
    }

    private void ends(@Nullable Interval interval, String low, String high) {
        json.number(low, Numerals.low(interval));
        json.number(high, Numerals.high(interval));
    }
}
