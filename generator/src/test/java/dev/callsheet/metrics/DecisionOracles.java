package dev.callsheet.metrics;

import dev.callsheet.stats.Fisher;
import dev.callsheet.stats.MultipleTesting;
import dev.callsheet.stats.PassScan;
import dev.callsheet.stats.Trials;
import dev.callsheet.stats.Vectors;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
            DecisionOracles::passScan,
            "decision",
            DecisionOracles::decision);

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

    private static Object decision(JsonNode input) {
        SortedMap<String, List<NightOutcomes>> suite = new TreeMap<>();
        input.path("suite").properties().forEach(scenario -> suite.put(scenario.getKey(), nights(scenario.getValue())));
        SortedMap<String, Object> labels = new TreeMap<>();
        DecisionProcedure.decide(suite, Rules.DEFAULT).forEach((id, decision) -> {
            Rate judged = decision.judged() == null
                    ? Rate.of(0, 0)
                    : decision.judged().rate();
            labels.put(
                    id,
                    Vectors.numbers(
                            "state", decision.state(),
                            "event", decision.event(),
                            "headline", decision.headline(),
                            "tonight_infra", decision.onlyErrorsTonight(),
                            "regime_runs", judged.n(),
                            "regime_passed", judged.passed()));
        });
        return Map.of("labels", labels);
    }

    /** The vectors date nothing: the first night is day 0, and each night's runs are one set. */
    private static List<NightOutcomes> nights(JsonNode nights) {
        List<NightOutcomes> outcomes = new ArrayList<>();
        for (JsonNode night : nights) {
            long passed = night.path("p").longValue();
            long failed = night.path("f").longValue();
            outcomes.add(new NightOutcomes(
                    LocalDate.ofEpochDay(outcomes.size()),
                    passed,
                    failed,
                    night.path("e").longValue() + night.path("c").longValue(),
                    passed > 0 && failed > 0));
        }
        return outcomes;
    }
}
