package dev.callsheet.metrics;

import dev.callsheet.stats.Fisher;
import dev.callsheet.stats.MultipleTesting;
import dev.callsheet.stats.PassScan;
import dev.callsheet.stats.Trials;
import dev.callsheet.stats.Vectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** The decision procedure and what it rests on: from a vector's input to the numbers that its "expected" names. */
public final class DecisionOracles {

    public static final Map<String, Function<JsonNode, Object>> BY_NAME = Map.of(
            "fisher",
            DecisionOracles::fisher,
            "multiple_testing",
            DecisionOracles::multipleTesting,
            "changepoint_pass",
            DecisionOracles::passScan);

    private DecisionOracles() {}

    private static Object fisher(JsonNode input) {
        Trials before = Vectors.trials(input.path("before"));
        Trials after = Vectors.trials(input.path("after"));
        return Vectors.numbers(
                "p_drop", Fisher.drop(before, after),
                "p_rise", Fisher.rise(before, after),
                "p_two_sided", Fisher.twoSided(before, after),
                "p_drop_midp", Fisher.dropMidP(before, after));
    }

    private static Object multipleTesting(JsonNode input) {
        List<Double> p =
                input.path("p").valueStream().map(JsonNode::doubleValue).toList();
        List<Double> bh = MultipleTesting.benjaminiHochberg(p);
        return Vectors.numbers(
                "bh", bh,
                "holm", MultipleTesting.holm(p),
                "by", MultipleTesting.benjaminiYekutieli(p),
                "bh_rejected_at_0.05", bh.stream().filter(q -> q <= 0.05).count());
    }

    private static Object passScan(JsonNode input) {
        List<Trials> nights = new ArrayList<>();
        for (int i = 0; i < input.path("n").size(); i++) {
            nights.add(new Trials(
                    input.path("passed").path(i).longValue(),
                    input.path("n").path(i).longValue()));
        }
        PassScan scan = PassScan.of(nights, input.path("min_nights").intValue());
        return Vectors.numbers(
                "G2", scan.statistic(),
                "split", scan.split(),
                "p_exact", scan.p(),
                "dispersion", scan.dispersion(),
                "p_adjusted", scan.adjustedP(),
                "rate_before", scan.before().rate(),
                "rate_after", scan.after().rate());
    }
}
