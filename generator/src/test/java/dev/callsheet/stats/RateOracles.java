package dev.callsheet.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Pass rates, means and spreads: from a vector's input to the numbers that its "expected" names. */
final class RateOracles {

    static final Map<String, Function<JsonNode, Object>> BY_NAME = Map.ofEntries(
            Map.entry("wilson", RateOracles::wilson),
            Map.entry("exact_binomial", RateOracles::exactBinomial),
            Map.entry("jeffreys", RateOracles::jeffreys),
            Map.entry("pass_hat_k", RateOracles::passHatK),
            Map.entry("clustered_se", RateOracles::clusteredMean),
            Map.entry("t_interval", RateOracles::studentT),
            Map.entry("summary", RateOracles::summary),
            Map.entry("quantile_type7", RateOracles::quantiles),
            Map.entry("moments_merge", RateOracles::moments),
            Map.entry("special_functions", RateOracles::specialFunction));

    private RateOracles() {}

    private static Object wilson(JsonNode input) {
        Trials trials = Vectors.trials(input);
        Interval interval = Wilson.interval(trials.passed(), trials.n(), Vectors.confidence(input));
        return Vectors.numbers(
                "rate", trials.n() == 0 ? null : (double) trials.passed() / trials.n(),
                "lower", interval == null ? null : interval.low(),
                "upper", interval == null ? null : interval.high());
    }

    private static Object exactBinomial(JsonNode input) {
        Trials trials = Vectors.trials(input);
        long passed = trials.passed();
        long n = trials.n();
        Interval interval = ExactBinomial.interval(passed, n);
        return Vectors.numbers(
                "cp95_lower", interval == null ? null : interval.low(),
                "cp95_upper", interval == null ? null : interval.high(),
                "one_sided95_lower", ExactBinomial.lowerBound(passed, n, 0.95),
                "one_sided95_upper", ExactBinomial.upperBound(passed, n, 0.95),
                "p_flaky_le_0.95", ExactBinomial.probabilityAtMost(passed, n, 0.95),
                "p_reliable_ge_0.90", ExactBinomial.probabilityAtLeast(passed, n, 0.90),
                "p_broken_le_0.5", ExactBinomial.probabilityAtMost(passed, n, 0.5));
    }

    private static Object jeffreys(JsonNode input) {
        Trials trials = Vectors.trials(input);
        Interval interval = Jeffreys.interval(trials.passed(), trials.n(), Vectors.confidence(input));
        return Vectors.numbers(
                "posterior_mean", Jeffreys.mean(trials.passed(), trials.n()),
                "lower", interval.low(),
                "upper", interval.high(),
                "prob_below_threshold",
                        Jeffreys.probabilityBelow(trials.passed(), trials.n(), Vectors.number(input, "threshold")));
    }

    private static Object passHatK(JsonNode input) {
        long k = input.path("k").longValue();
        if (input.has("scenarios")) {
            List<Trials> scenarios =
                    input.path("scenarios").valueStream().map(Vectors::trials).toList();
            PassHatK.Suite suite = PassHatK.suite(scenarios, k);
            return Vectors.numbers(
                    "pass_hat_k",
                    suite.passHatK().mean(),
                    "pass_at_k",
                    suite.passAtK().mean());
        }
        Trials trials = Vectors.trials(input);
        return Vectors.numbers(
                "pass_hat_k", PassHatK.passHatK(trials.passed(), trials.n(), k),
                "pass_at_k", PassHatK.passAtK(trials.passed(), trials.n(), k));
    }

    private static Object clusteredMean(JsonNode input) {
        List<ExactMoments> clusters = input.path("clusters")
                .valueStream()
                .map(cluster -> Vectors.values(cluster).moments())
                .toList();
        ClusteredMean mean = ClusteredMean.of(clusters, Vectors.confidence(input));
        Interval interval = mean.interval();
        return Vectors.numbers(
                "mean", mean.mean(),
                "se_naive", mean.naiveError(),
                "se_cluster_cr0", mean.cr0Error(),
                "se_cluster", mean.standardError(),
                "design_effect", mean.designEffect(),
                "lower", interval == null ? null : interval.low(),
                "upper", interval == null ? null : interval.high(),
                "macro_mean", mean.macro().mean(),
                "macro_se", mean.macro().standardError());
    }

    private static Object studentT(JsonNode input) {
        ExactMoments moments = Vectors.values(input.path("data")).moments();
        Double mean = moments.mean();
        Double sd = moments.sampleSd();
        Interval interval =
                mean == null || sd == null ? null : StudentT.interval(moments.n(), mean, sd, Vectors.confidence(input));
        return Vectors.numbers(
                "mean", mean,
                "se", sd == null ? null : sd / Math.sqrt((double) moments.n()),
                "lower", interval == null ? null : interval.low(),
                "upper", interval == null ? null : interval.high());
    }

    private static Object summary(JsonNode input) {
        Summary summary = Summary.of(Vectors.values(input.path("data")));
        return Vectors.numbers(
                "n", (double) summary.n(),
                "mean", summary.mean(),
                "stddev_population", summary.populationSd(),
                "stddev_sample", summary.sampleSd(),
                "median", summary.median(),
                "min", summary.min(),
                "max", summary.max());
    }

    private static Object quantiles(JsonNode input) {
        CountedValues values = Vectors.values(input.path("data"));
        Map<String, @Nullable Double> quantiles = new LinkedHashMap<>();
        for (int percent = 0; percent <= 100; percent++) {
            quantiles.put("p" + percent, values.quantile(percent / 100.0));
        }
        return quantiles;
    }

    private static Object moments(JsonNode input) {
        Moments all = input.path("parts")
                .valueStream()
                .map(part -> new Moments(
                        part.path("n").longValue(), Vectors.number(part, "mean"), Vectors.number(part, "m2")))
                .reduce(Moments.EMPTY, Moments::plus);
        return all;
    }

    /** Functions that no metric needs yet come straight from the library, to show that it is accurate enough. */
    private static Object specialFunction(JsonNode input) {
        double x = Vectors.number(input, "x");
        double df = Vectors.number(input, "df");
        double a = Vectors.number(input, "a");
        double b = Vectors.number(input, "b");
        String function = input.path("fn").asString();
        return Vectors.numbers(
                "value",
                switch (function) {
                    case "norm_ppf" -> Distributions.normalQuantile(x);
                    case "t_ppf" -> Distributions.tQuantile(x, df);
                    case "t_cdf" -> Distributions.tSurvival(-x, df);
                    case "beta_cdf" -> Distributions.betaCdf(x, a, b);
                    case "beta_ppf" -> Distributions.betaQuantile(x, a, b);
                    case "lgamma" -> LogGamma.value(x);
                    case "chi2_sf" -> ChiSquaredDistribution.of(df).survivalProbability(x);
                    default -> throw new IllegalArgumentException("no code for the function '" + function + "'");
                });
    }
}
