package dev.callsheet.stats;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Tests, sequences and sample sizes: from a vector's input to the numbers that its "expected" names. */
public final class TestOracles {

    public static final Map<String, Function<JsonNode, Object>> BY_NAME = Map.ofEntries(
            Map.entry("binomial_midp", TestOracles::binomialMidP),
            Map.entry("newcombe_diff", TestOracles::newcombeDifference),
            Map.entry("flip_entropy", TestOracles::flipsAndEntropy),
            Map.entry("runs_exact", TestOracles::waldWolfowitz),
            Map.entry("sample_size", TestOracles::sampleSize),
            Map.entry("paired_difference", TestOracles::pairedDifference),
            Map.entry("gate_flake_risk", TestOracles::flakeRisk));

    private TestOracles() {}

    private static Object binomialMidP(JsonNode input) {
        Trials trials = Vectors.trials(input);
        BinomialMidP p = BinomialMidP.of(trials.passed(), trials.n(), Vectors.number(input, "p0"));
        return Vectors.numbers("midp_less", p.less(), "midp_greater", p.greater(), "midp_two_sided", p.twoSided());
    }

    private static Object newcombeDifference(JsonNode input) {
        NewcombeDifference difference = NewcombeDifference.of(
                Vectors.trials(input.path("a")), Vectors.trials(input.path("b")), Vectors.confidence(input));
        return difference == null
                ? Vectors.numbers("difference", null, "lower", null, "upper", null)
                : Vectors.numbers(
                        "difference", difference.difference(),
                        "lower", difference.interval().low(),
                        "upper", difference.interval().high());
    }

    private static Object flipsAndEntropy(JsonNode input) {
        if (input.has("sequence")) {
            OutcomeSequence sequence = sequence(input.path("sequence"));
            return Vectors.numbers(
                    "flips", sequence.flips(),
                    "flip_rate", sequence.flipRate(),
                    "entropy_bits", sequence.entropyBits(),
                    "transition_score_window", sequence.n() == 0 ? null : (double) sequence.flips() / sequence.n());
        }
        List<OutcomeSequence> sets =
                input.path("sets").valueStream().map(TestOracles::sequence).toList();
        List<Double> flipRates = sets.stream().map(OutcomeSequence::flipRate).toList();
        List<Double> entropies = sets.stream().map(OutcomeSequence::entropyBits).toList();
        double lambda = Vectors.number(input, "lambda");
        return Vectors.numbers(
                "flip_rate_per_set",
                flipRates,
                "entropy_per_set",
                entropies,
                "unweighted_flip_rate",
                OutcomeSequence.agedMean(flipRates, 0),
                "unweighted_entropy",
                OutcomeSequence.agedMean(entropies, 0),
                "weighted_flip_rate",
                OutcomeSequence.agedMean(flipRates, lambda),
                "weighted_entropy",
                OutcomeSequence.agedMean(entropies, lambda));
    }

    private static Object waldWolfowitz(JsonNode input) {
        OutcomeSequence sequence = sequence(input.path("sequence"));
        WaldWolfowitz test = WaldWolfowitz.of(sequence);
        return Vectors.numbers(
                "flips", sequence.flips(),
                "expected_flips", test.expectedFlips(),
                "p_few_flips", test.fewFlips(),
                "p_many_flips", test.manyFlips());
    }

    private static OutcomeSequence sequence(JsonNode letters) {
        return OutcomeSequenceTest.sequence(letters.asString());
    }

    private static Object sampleSize(JsonNode input) {
        double p = Vectors.number(input, "pass_probability");
        if (input.has("power")) {
            return Vectors.numbers(
                    "runs_to_confirm_flaky",
                    SampleSize.runsToConfirmFlaky(
                            p,
                            Vectors.number(input, "tolerance"),
                            Vectors.number(input, "alpha"),
                            Vectors.number(input, "power")));
        }
        double confidence = Vectors.confidence(input);
        return Vectors.numbers(
                "runs_to_see_a_failure", SampleSize.runsToSeeAFailure(p, confidence),
                "runs_to_see_both_outcomes", SampleSize.runsToSeeBothOutcomes(p, confidence),
                "all_pass_runs_to_prove_at_least_p", SampleSize.passesToProve(p, confidence));
    }

    private static Object pairedDifference(JsonNode input) {
        if (input.has("regressed")) {
            return Vectors.numbers(
                    "p_mcnemar_exact",
                    McNemar.exact(
                            input.path("regressed").longValue(),
                            input.path("fixed").longValue()));
        }
        JsonNode before = input.path("before");
        JsonNode after = input.path("after");
        PairedDifference difference = PairedDifference.of(
                IntStream.range(0, before.size())
                        .mapToObj(i ->
                                after.path(i).doubleValue() - before.path(i).doubleValue())
                        .toList(),
                Vectors.confidence(input));
        Interval interval = difference.interval();
        return Vectors.numbers(
                "mean_difference", difference.mean(),
                "se", difference.standardError(),
                "lower", interval == null ? null : interval.low(),
                "upper", interval == null ? null : interval.high(),
                "p_t", difference.p(),
                "p_sign_flip_exact", difference.signFlipP());
    }

    private static Object flakeRisk(JsonNode input) {
        List<FlakeRisk.Gated> gate =
                input.path("scenarios").valueStream().map(s -> gated(input, s)).toList();
        RatePrior prior =
                RatePrior.of(gate.stream().map(FlakeRisk.Gated::judged).toList());
        FlakeRisk risk = FlakeRisk.of(prior, gate);
        return Vectors.numbers(
                "prior_a", prior.a(),
                "prior_b", prior.b(),
                "icc", prior.icc(),
                "prob_gate_fails_by_flake", risk.probability(),
                "expected_failing_scenarios", risk.expectedFailures(),
                "plug_in", risk.plugIn());
    }

    private static FlakeRisk.Gated gated(JsonNode input, JsonNode scenario) {
        int runs = scenario.path("k").intValue();
        String rule = input.path("rule").asString();
        return new FlakeRisk.Gated(
                Vectors.trials(scenario),
                runs,
                switch (rule) {
                    case "all-k-runs-pass" -> runs;
                    case "at-least" -> input.path("min_pass").intValue();
                    default -> throw new IllegalArgumentException("no code for the rule '" + rule + "'");
                });
    }
}
