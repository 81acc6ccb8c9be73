package dev.callsheet.site;

import dev.callsheet.gate.GateLimits;
import dev.callsheet.gate.GateResult;
import dev.callsheet.gate.GateRule;
import dev.callsheet.gate.Mute;
import dev.callsheet.gate.Verdict;
import dev.callsheet.stats.ExactBinomial;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the Method page fills in of the gate: its limits, and what each rule gives that is not met. */
final class GateMethod {

    /** The example of metrics.md 9: so many runs a night, of a scenario that passes so often. */
    private static final int RUNS = 5;

    private static final double STEADY = 0.95;

    private GateMethod() {}

    /** By the name that the text has in braces. */
    static Map<String, String> values(GateResult gate) {
        GateLimits limits = gate.limits();
        Map<String, String> values = new TreeMap<>();
        for (GateRule rule : GateRule.values()) {
            values.put("gate_" + rule.id() + "_not", not(limits.ifNot(rule)));
        }
        values.put("gate_incomplete", incomplete(limits.ifNot(GateRule.FETCH_COMPLETE)));
        values.put("gate_infrastructure", MethodPage.percent(limits.infrastructure()));
        values.put("gate_required", required(limits.required().size()));
        values.put("gate_required_share", GateFigures.requiredShare(limits));
        long needed = limits.needed(RUNS);
        values.put("gate_required_of_five", Long.toString(needed));
        values.put("gate_required_missed", Format.percent(ExactBinomial.probabilityAtMost(needed - 1, RUNS, STEADY)));
        values.put("gate_unproven", unproven(limits.ifNot(GateRule.REQUIRED_UNPROVEN)));
        values.put("gate_suite_rate", MethodPage.percent(limits.suiteRate()));
        values.put(
                "gate_suite_rate_open",
                limits.ifNot(GateRule.SUITE_RATE) == Verdict.WARN ? "it warns, too" : "it is inconclusive");
        values.put("gate_flaky_count", Format.count(limits.flakyCount(), "scenario"));
        values.put("gate_flaky_share", MethodPage.percent(limits.flakyShare()));
        values.put("gate_tone_drop", BigDecimal.valueOf(limits.toneDrop()).toPlainString());
        values.put("gate_turn_limit", MethodPage.percent(limits.turnLimit()));
        values.put("gate_flake_risk", MethodPage.percent(limits.flakeRisk()));
        int muted = gate.with(Mute.State.ACTIVE).size();
        values.put("gate_muted", muted == 0 ? "none" : Format.count(muted, "scenario"));
        return values;
    }

    /** Fits between the name of a rule and "when". */
    private static String not(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "off in this report; it would speak up";
        }
        return switch (verdict) {
            case PASS -> "passes, too,";
            case WARN -> "warns";
            case FAIL -> "fails";
            case INCONCLUSIVE -> "inconclusive";
        };
    }

    private static String incomplete(@Nullable Verdict verdict) {
        if (verdict == null) {
            return "not asked";
        }
        return verdict == Verdict.WARN ? "a warning" : "inconclusive";
    }

    private static String required(int ids) {
        return ids == 0 ? "nothing in this report" : Format.count(ids, "scenario") + " in this report";
    }

    private static String unproven(@Nullable Verdict verdict) {
        if (verdict == Verdict.INCONCLUSIVE) {
            return "They leave it inconclusive.";
        }
        return verdict == Verdict.WARN ? "They are a warning." : "They pass.";
    }
}
