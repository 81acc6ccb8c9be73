package dev.callsheet.stats;

import dev.callsheet.metrics.FailureText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** For each metric of the vector files: from a vector's input to the numbers that its "expected" names. */
final class OracleMetrics {

    static final Map<String, Function<JsonNode, Object>> BY_NAME = Map.ofEntries(
            Map.entry("wilson", OracleMetrics::wilson),
            Map.entry("exact_binomial", OracleMetrics::exactBinomial),
            Map.entry("jeffreys", OracleMetrics::jeffreys),
            Map.entry("pass_hat_k", OracleMetrics::passHatK),
            Map.entry("clustered_se", OracleMetrics::clusteredMean),
            Map.entry("t_interval", OracleMetrics::studentT),
            Map.entry("summary", OracleMetrics::summary),
            Map.entry("quantile_type7", OracleMetrics::quantiles),
            Map.entry("moments_merge", OracleMetrics::moments),
            Map.entry("special_functions", OracleMetrics::specialFunction),
            Map.entry("failure_text", OracleMetrics::failureText));

    private static final int DECIMALS = 9;

    private OracleMetrics() {}

    private static Object wilson(JsonNode input) {
        Trials trials = trials(input);
        Interval interval = Wilson.interval(trials.passed(), trials.n(), confidence(input));
        return numbers(
                "rate", trials.n() == 0 ? null : (double) trials.passed() / trials.n(),
                "lower", interval == null ? null : interval.low(),
                "upper", interval == null ? null : interval.high());
    }

    private static Object exactBinomial(JsonNode input) {
        Trials trials = trials(input);
        long passed = trials.passed();
        long n = trials.n();
        Interval interval = ExactBinomial.interval(passed, n);
        return numbers(
                "cp95_lower", interval == null ? null : interval.low(),
                "cp95_upper", interval == null ? null : interval.high(),
                "one_sided95_lower", ExactBinomial.lowerBound(passed, n, 0.95),
                "one_sided95_upper", ExactBinomial.upperBound(passed, n, 0.95),
                "p_flaky_le_0.95", ExactBinomial.probabilityAtMost(passed, n, 0.95),
                "p_reliable_ge_0.90", ExactBinomial.probabilityAtLeast(passed, n, 0.90),
                "p_broken_le_0.5", ExactBinomial.probabilityAtMost(passed, n, 0.5));
    }

    private static Object jeffreys(JsonNode input) {
        Trials trials = trials(input);
        Interval interval = Jeffreys.interval(trials.passed(), trials.n(), confidence(input));
        return numbers(
                "posterior_mean", Jeffreys.mean(trials.passed(), trials.n()),
                "lower", interval.low(),
                "upper", interval.high(),
                "prob_below_threshold",
                        Jeffreys.probabilityBelow(trials.passed(), trials.n(), number(input, "threshold")));
    }

    private static Object passHatK(JsonNode input) {
        long k = input.path("k").longValue();
        if (input.has("scenarios")) {
            List<Trials> scenarios = input.path("scenarios")
                    .valueStream()
                    .map(OracleMetrics::trials)
                    .toList();
            PassHatK.Suite suite = PassHatK.suite(scenarios, k);
            return numbers(
                    "pass_hat_k",
                    suite.passHatK().mean(),
                    "pass_at_k",
                    suite.passAtK().mean());
        }
        Trials trials = trials(input);
        return numbers(
                "pass_hat_k", PassHatK.passHatK(trials.passed(), trials.n(), k),
                "pass_at_k", PassHatK.passAtK(trials.passed(), trials.n(), k));
    }

    private static Object clusteredMean(JsonNode input) {
        List<ExactMoments> clusters = input.path("clusters")
                .valueStream()
                .map(cluster -> values(cluster).moments())
                .toList();
        ClusteredMean mean = ClusteredMean.of(clusters, confidence(input));
        Interval interval = mean.interval();
        return numbers(
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
        ExactMoments moments = values(input.path("data")).moments();
        Double mean = moments.mean();
        Double sd = moments.sampleSd();
        Interval interval =
                mean == null || sd == null ? null : StudentT.interval(moments.n(), mean, sd, confidence(input));
        return numbers(
                "mean", mean,
                "se", sd == null ? null : sd / Math.sqrt((double) moments.n()),
                "lower", interval == null ? null : interval.low(),
                "upper", interval == null ? null : interval.high());
    }

    private static Object summary(JsonNode input) {
        Summary summary = Summary.of(values(input.path("data")));
        return numbers(
                "n", (double) summary.n(),
                "mean", summary.mean(),
                "stddev_population", summary.populationSd(),
                "stddev_sample", summary.sampleSd(),
                "median", summary.median(),
                "min", summary.min(),
                "max", summary.max());
    }

    private static Object quantiles(JsonNode input) {
        CountedValues values = values(input.path("data"));
        Map<String, @Nullable Double> quantiles = new LinkedHashMap<>();
        for (int percent = 0; percent <= 100; percent++) {
            quantiles.put("p" + percent, values.quantile(percent / 100.0));
        }
        return quantiles;
    }

    private static Object moments(JsonNode input) {
        Moments all = input.path("parts")
                .valueStream()
                .map(part -> new Moments(part.path("n").longValue(), number(part, "mean"), number(part, "m2")))
                .reduce(Moments.EMPTY, Moments::plus);
        return all;
    }

    /** Functions that no metric needs yet come straight from the library, to show that it is accurate enough. */
    private static Object specialFunction(JsonNode input) {
        double x = number(input, "x");
        double df = number(input, "df");
        double a = number(input, "a");
        double b = number(input, "b");
        String function = input.path("fn").asString();
        return numbers(
                "value",
                switch (function) {
                    case "norm_ppf" -> Distributions.normalQuantile(x);
                    case "t_ppf" -> Distributions.tQuantile(x, df);
                    case "t_cdf" -> TDistribution.of(df).cumulativeProbability(x);
                    case "beta_cdf" -> Distributions.betaCdf(x, a, b);
                    case "beta_ppf" -> Distributions.betaQuantile(x, a, b);
                    case "lgamma" -> LogGamma.value(x);
                    case "chi2_sf" -> ChiSquaredDistribution.of(df).survivalProbability(x);
                    default -> throw new IllegalArgumentException("no code for the function '" + function + "'");
                });
    }

    private static Object failureText(JsonNode input) {
        if (input.has("text")) {
            return Map.of("signature", FailureText.signature(input.path("text").asString()));
        }
        Map<String, Long> counts = input.path("messages")
                .valueStream()
                .collect(Collectors.groupingBy(
                        message -> FailureText.signature(message.asString()), Collectors.counting()));
        return Map.of(
                "clusters",
                FailureText.clusters(counts).stream()
                        .map(cluster -> Map.of(
                                "signature", cluster.leader(),
                                "count",
                                        cluster.members().stream()
                                                .mapToLong(member -> counts.getOrDefault(member, 0L))
                                                .sum(),
                                "members", cluster.members()))
                        .toList());
    }

    private static Trials trials(JsonNode input) {
        return new Trials(input.path("passed").longValue(), input.path("n").longValue());
    }

    private static double confidence(JsonNode input) {
        return input.path("confidence").doubleValue();
    }

    private static double number(JsonNode input, String name) {
        return input.path(name).asDouble();
    }

    private static CountedValues values(JsonNode data) {
        CountedValues values = new CountedValues(DECIMALS);
        for (JsonNode value : data) {
            BigDecimal scaled = value.decimalValue().movePointRight(DECIMALS).setScale(0, RoundingMode.HALF_EVEN);
            values.add(scaled.longValueExact());
        }
        return values;
    }

    /** Alternating names and numbers; a null number stays as null. */
    private static Map<String, @Nullable Object> numbers(@Nullable Object... namesAndNumbers) {
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            result.put(String.valueOf(namesAndNumbers[i]), namesAndNumbers[i + 1]);
        }
        return result;
    }
}
