package dev.callsheet.render.data;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.Cost;
import dev.callsheet.metrics.FlakeOutlook;
import dev.callsheet.metrics.Headline;
import dev.callsheet.metrics.PassHatPoint;
import dev.callsheet.metrics.Rate;
import dev.callsheet.stats.FlakeRisk;

/** Flakiness in {@code report.json}: how much of it there is, and what it costs if nothing changes. */
record FlakinessJson(JsonMembers json, Analysis analysis) {

    void members() {
        FlakeOutlook outlook = analysis.outlook();
        FlakeRisk allPass = outlook.allPass();
        FlakeRisk required = outlook.required();
        json.objects("pass_hat_k", analysis.passHat(), this::passHat);
        json.number("flaky_count", analysis.count(Headline.FLAKY));
        json.number("gate_flake_risk", allPass == null ? null : allPass.probability());
        json.number("gate_flake_risk_plug_in", allPass == null ? null : allPass.plugIn());
        json.number("expected_failing_scenarios", allPass == null ? null : allPass.expectedFailures());
        json.number("counted", outlook.counted());
        json.number("left_out", outlook.leftOut());
        json.number("required_gate_flake_risk", required == null ? null : required.probability());
        json.number(
                "expected_failed_runs",
                outlook.expected().isEmpty()
                        ? null
                        : outlook.expected().values().stream().reduce(0.0, Double::sum));
        json.number("flake_minutes", outlook.cost().flake().minutes());
        json.number("flake_minutes_tonight", outlook.costTonight().flake().minutes());
        json.number("infra_minutes", outlook.cost().infrastructure().minutes());
        json.number(
                "infra_minutes_tonight", outlook.costTonight().infrastructure().minutes());
        json.object("turn_limit", () -> turnLimit(outlook.cost()));
    }

    private void passHat(PassHatPoint point) {
        json.number("k", point.k());
        json.number("value", point.value());
        json.number("n", point.n());
        json.number("left_out", point.leftOut());
        json.number("low", Numerals.low(point.interval()));
        json.number("high", Numerals.high(point.interval()));
    }

    private void turnLimit(Cost cost) {
        hits(cost.turnLimit());
        json.number("lower_bound", cost.turnLimitAtLeast());
        json.object("of_failed", () -> hits(cost.turnLimitOfFailed()));
        json.object("of_passed", () -> hits(cost.turnLimitOfPassed()));
    }

    private void hits(Rate rate) {
        json.number("hits", rate.passed());
        json.number("n", rate.n());
        JsonNumbers.rate(json, rate);
    }
}
