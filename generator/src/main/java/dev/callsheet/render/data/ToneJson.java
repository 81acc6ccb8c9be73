package dev.callsheet.render.data;

import dev.callsheet.metrics.Analysis;
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
        json.undefined("drift");
        json.objects("issues", analysis.toneTexts().issues(), this::issue);
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
