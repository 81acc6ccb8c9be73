package dev.callsheet.render.data;

import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.Mute;
import dev.callsheet.gate.RuleResult;
import dev.callsheet.gate.Verdict;
import dev.callsheet.report.Report;
import dev.callsheet.site.GateSummary;
import java.util.Iterator;
import java.util.Locale;

/** What {@code report.json} says of the gate, the sentences of the pages among it. */
record GateJson(JsonMembers json, Report report) {

    void members() {
        GateResult gate = report.gate();
        GateSummary words = GateSummary.of(report);
        Iterator<GateSummary.Rule> rules = words.rules().iterator(); // in the same order
        json.text("verdict", word(gate.verdict()));
        json.text("sentence", words.sentence());
        json.text("verdict_without_mutes", word(gate.unmuted()));
        json.objects("rules", gate.rules(), result -> rule(result, rules.next()));
        Iterator<String> mutes = words.mutes().iterator();
        json.objects("mutes", gate.mutes(), muted -> mute(muted, mutes.next()));
    }

    private void rule(RuleResult result, GateSummary.Rule words) {
        json.text("rule", result.rule().id());
        json.text("verdict", word(result.verdict()));
        json.text("title", words.title());
        json.text("sentence", words.sentence());
        json.number("value", result.value());
        json.number("limit", result.limit());
        json.number("count", result.count());
        json.number("n", result.n());
        json.texts("scenarios", result.scenarios());
    }

    private void mute(GateResult.Muted muted, String sentence) {
        Mute mute = muted.mute();
        json.text("scenario_id", mute.scenario());
        json.text("state", muted.state().name().toLowerCase(Locale.ROOT));
        json.text("sentence", sentence);
        json.text("owner", mute.owner());
        json.text("reason", mute.reason());
        json.text("until", mute.until());
        json.text("file", mute.file());
        json.number("line", mute.line());
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
