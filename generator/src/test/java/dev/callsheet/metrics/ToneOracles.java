package dev.callsheet.metrics;

import dev.callsheet.model.Score;
import dev.callsheet.stats.Composite;
import dev.callsheet.stats.Contributions;
import dev.callsheet.stats.MeanChanges;
import dev.callsheet.stats.MeanScan;
import dev.callsheet.stats.Separation;
import dev.callsheet.stats.SerialCorrelation;
import dev.callsheet.stats.Shift;
import dev.callsheet.stats.Vectors;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Tone: from a vector's input to the numbers that its "expected" names. */
public final class ToneOracles {

    public static final Map<String, Function<JsonNode, Object>> BY_NAME = Map.of(
            "changepoint_tone", ToneOracles::scan,
            "changepoint_tone_segments", ToneOracles::segments,
            "tone_drift", ToneOracles::drift,
            "tone_contribution", ToneOracles::contribution,
            "tone_outcome_association", ToneOracles::association,
            "tone_consistency", ToneOracles::consistency);

    /** A series as short as this is put in each of its orders in turn. */
    private static final int MOST_TO_ENUMERATE = 9;

    private ToneOracles() {}

    private static Object scan(JsonNode input) {
        double[] series = doubles(input.path("series"));
        int most = input.path("max_permutations").intValue();
        MeanScan scan =
                MeanScan.of(series, 0, series.length, input.path("min_nights").intValue());
        if (scan == null) {
            return Vectors.numbers(
                    "split", null, "p", 1.0, "permutations_used", 0, "p_guard", 1.0, "shift", null, "abs_t", null);
        }
        MeanScan.Chance chance = scan.chance(most);
        SerialCorrelation correlation = SerialCorrelation.ofSplit(series, scan.split());
        return Vectors.numbers(
                "split", scan.split(),
                "p", chance.p(),
                "permutations_used", chance.permutations(),
                "p_exact_all_permutations", series.length <= MOST_TO_ENUMERATE ? exactP(series) : null,
                "p_guard",
                        scan.chance(scan.split(), correlation.inflation(), most).p(),
                "residual_autocorrelation", correlation.r1(),
                "vif", correlation.inflation(),
                "mean_before", scan.before(),
                "mean_after", scan.after(),
                "shift", scan.after() - scan.before(),
                "abs_t", scan.t());
    }

    /** The p-value from every order of the values, by the definition of the statistic. */
    private static double exactP(double[] series) {
        double observed = Orders.statistic(series);
        Orders orders = new Orders(observed * (1 - 1e-9));
        orders.count(series.clone(), series.length);
        return (double) orders.reached / orders.all;
    }

    /** Heap's algorithm. */
    private static final class Orders {

        private final double threshold;
        private long all;
        private long reached;

        private Orders(double threshold) {
            this.threshold = threshold;
        }

        private void count(double[] values, int size) {
            if (size == 1) {
                all++;
                reached += statistic(values) >= threshold ? 1 : 0;
                return;
            }
            for (int i = 0; i < size; i++) {
                count(values, size - 1);
                int other = size % 2 == 0 ? i : 0;
                double moved = values[other];
                values[other] = values[size - 1];
                values[size - 1] = moved;
            }
        }

        private static double statistic(double[] values) {
            int n = values.length;
            return IntStream.rangeClosed(MeanChanges.PER_SIDE, n - MeanChanges.PER_SIDE)
                    .mapToDouble(k -> {
                        double before = Arrays.stream(values, 0, k).average().orElseThrow();
                        double after = Arrays.stream(values, k, n).average().orElseThrow();
                        return (before - after) * (before - after) * k * (n - k) / n;
                    })
                    .max()
                    .orElseThrow();
        }
    }

    private static Object segments(JsonNode input) {
        MeanChanges changes = MeanChanges.of(
                doubles(input.path("series")),
                Vectors.number(input, "alpha"),
                Vectors.number(input, "min_effect"),
                input.path("min_nights").intValue(),
                input.path("max_permutations").intValue());
        return Vectors.numbers(
                "change_points",
                changes.changes().stream()
                        .map(change -> Vectors.numbers(
                                "index", change.index(),
                                "p", change.p(),
                                "p_guard", change.guardedP(),
                                "firm", change.firm(),
                                "mean_before", change.before(),
                                "mean_after", change.after(),
                                "shift", change.shift()))
                        .toList(),
                "residual_autocorrelation",
                changes.correlation().r1(),
                "vif",
                changes.correlation().inflation());
    }

    private static Object drift(JsonNode input) {
        Shift shift = Shift.between(doubles(input.path("baseline")), doubles(input.path("current")));
        return Vectors.numbers(
                "shift", shift == null ? null : shift.value(),
                "lower",
                        shift == null || shift.interval() == null
                                ? null
                                : shift.interval().low(),
                "upper",
                        shift == null || shift.interval() == null
                                ? null
                                : shift.interval().high(),
                "df", shift == null ? null : shift.df(),
                "p_welch", shift == null ? null : shift.p(),
                "cliffs_delta", shift == null ? null : shift.cliffsDelta());
    }

    private static Object contribution(JsonNode input) {
        Contributions contributions = Contributions.of(
                byName(input.path("baseline")), byName(input.path("current")), byName(input.path("weights")));
        return Vectors.numbers(
                "contribution", contributions.byPart(),
                "total", contributions.total(),
                "share_of_loss", contributions.shareOfLoss(),
                "most_harmful", contributions.mostHarmful());
    }

    private static Object association(JsonNode input) {
        double[] tone = doubles(input.path("tone"));
        JsonNode passed = input.path("passed");
        double[] ofPassed = IntStream.range(0, tone.length)
                .filter(i -> passed.path(i).intValue() == 1)
                .mapToDouble(i -> tone[i])
                .toArray();
        double[] ofFailed = IntStream.range(0, tone.length)
                .filter(i -> passed.path(i).intValue() == 0)
                .mapToDouble(i -> tone[i])
                .toArray();
        Separation separation = Separation.of(ofPassed, ofFailed);
        Separation.PointBiserial correlation = Separation.PointBiserial.of(ofPassed, ofFailed);
        return Vectors.numbers(
                "point_biserial_r", correlation == null ? null : correlation.r(),
                "p_r", correlation == null ? null : correlation.p(),
                "auc", separation == null ? null : separation.auc(),
                "p_mann_whitney", separation == null ? null : separation.p());
    }

    private static Object consistency(JsonNode input) {
        Composite composite = Composite.of(
                input.path("dimensions")
                        .valueStream()
                        .mapToLong(ToneOracles::billionths)
                        .toArray(),
                billionths(input.path("overall_tone_score")));
        return Vectors.numbers(
                "plain_mean", composite.mean(),
                "median", composite.median(),
                "trimmed_mean", composite.trimmedMean(),
                "residual_vs_mean", composite.residual(),
                "within_envelope", composite.withinEnvelope(),
                "mean_explains", composite.meanExplains(),
                "median_explains", composite.medianExplains(),
                "trimmed_mean_explains", composite.trimmedMeanExplains());
    }

    private static long billionths(JsonNode score) {
        return Score.of(score.decimalValue()).orElseThrow().billionths();
    }

    private static double[] doubles(JsonNode values) {
        return values.valueStream().mapToDouble(JsonNode::asDouble).toArray();
    }

    private static Map<String, Double> byName(JsonNode values) {
        Map<String, Double> byName = new LinkedHashMap<>();
        values.properties()
                .forEach(entry -> byName.put(entry.getKey(), entry.getValue().asDouble()));
        return byName;
    }
}
