package dev.callsheet.render.data;

import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.RuleResult;
import dev.callsheet.gate.Verdict;
import java.util.Locale;

/** What {@code report.json} says of the gate. */
record GateJson(JsonMembers json, GateResult gate) {

    void members() {
        json.text("verdict", word(gate.verdict()));
        json.objects("rules", gate.rules(), this::rule);
    }

    private void rule(RuleResult result) {
        json.text("rule", result.rule().id());
        json.text("verdict", word(result.verdict()));
        json.number("value", result.value());
        json.number("limit", result.limit());
        json.number("count", result.count());
        json.number("n", result.n());
        json.texts("scenarios", result.scenarios());
    }

    private static String word(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }
}
