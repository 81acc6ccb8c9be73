package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.SetNumbers.Disagreement;
import dev.callsheet.model.Score;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.stats.CountedValues;
import dev.callsheet.stats.ExactMoments;
import dev.callsheet.stats.Interval;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares a set's own figures for a scenario with ours (metrics.md 2.4). */
final class SetComparison {

    // The API's figures have two decimals: half of the last one, compared as exact decimals.
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");
    private static final double HIGH_HALF_WIDTH = 0.10;
    private static final double MEDIUM_HALF_WIDTH = 0.25;

    private final List<Disagreement> found = new ArrayList<>();

    private SetComparison() {}

    /** The set's figures for a scenario beside those of its runs. */
    static SetNumbers.PerScenario compare(
            SimulationSet set, SimulationSet.PerScenario api, String name, List<CorpusRun> scenarioRuns) {
        List<CorpusRun> runs = scenarioRuns.stream()
                .filter(run -> within(set, run.facts().createdAt()))
                .toList();
        Tally tally = Tally.of(runs);
        Rate rate = Rate.of(tally);
        CountedValues scores = Measures.overallScoreValues(runs);
        return new SetNumbers.PerScenario(
                api,
                name,
                tally,
                rate,
                Measures.summary(scores),
                confidence(rate.interval()),
                disagreements(api, tally, scores));
    }

    private static boolean within(SimulationSet set, @Nullable Instant date) {
        return date != null
                && set.createdAt() != null
                && set.completedAt() != null
                && !date.isBefore(set.createdAt())
                && !date.isAfter(set.completedAt());
    }

    /**
     * Every figure that differs. When the loaded runs are not as many as the set counted, only that is said: the
     * other figures are then about different runs. A figure that the set does not give disagrees with nothing.
     *
     * @param scores in billionths
     */
    static List<Disagreement> disagreements(SimulationSet.PerScenario api, Tally tally, CountedValues scores) {
        SetComparison comparison = new SetComparison();
        if (tally.finished() == 0) {
            return List.of();
        }
        comparison.count("total_runs", api.totalRuns(), tally.finished());
        if (comparison.found.isEmpty()) {
            comparison.rates(api, tally);
            comparison.scores(api, scores);
        }
        return List.copyOf(comparison.found);
    }

    /** "high", "medium" or "low" by the half-width of the interval; null without one. */
    static @Nullable String confidence(@Nullable Interval wilson) {
        if (wilson == null) {
            return null;
        }
        double halfWidth = (wilson.high() - wilson.low()) / 2;
        if (halfWidth <= HIGH_HALF_WIDTH) {
            return "high";
        }
        return halfWidth <= MEDIUM_HALF_WIDTH ? "medium" : "low";
    }

    /** The API's rule, not ours: a run that errored makes a scenario flaky for it, mixed it is not. */
    static boolean flaky(Tally tally) {
        return tally.passed() > 0 && tally.passed() < tally.finished();
    }

    private void rates(SimulationSet.PerScenario api, Tally tally) {
        count("passed", api.passed(), tally.passed());
        count("failed", api.failed(), tally.failed());
        if (tally.valid() > 0) {
            decimal(
                    "pass_rate",
                    api.passRate(),
                    new BigDecimal(tally.passed()).divide(new BigDecimal(tally.valid()), MathContext.DECIMAL128));
        }
        boolean flaky = flaky(tally);
        if (api.flaky() != null && api.flaky() != flaky) {
            found.add(new Disagreement("is_flaky", api.flaky().toString(), Boolean.toString(flaky)));
        }
    }

    private void scores(SimulationSet.PerScenario api, CountedValues scores) {
        ExactMoments moments = scores.moments();
        decimal("scores.mean", api.meanScore(), moments.decimalMean());
        decimal("scores.median", api.medianScore(), exact(scores.median()));
        deviation(api.stddevScore(), moments);
        decimal("scores.min", api.minScore(), exact(moments.min()));
        decimal("scores.max", api.maxScore(), exact(moments.max()));
    }

    /**
     * Compares the standard deviation as that of a population, which is how the API's documented examples work out.
     * Should the deviation as of a sample be what the API gives, the disagreement says so.
     */
    private void deviation(@Nullable Score api, ExactMoments moments) {
        BigDecimal variance = moments.populationVariance();
        if (api == null || variance == null || hasDeviation(api, variance)) {
            return;
        }
        BigDecimal sample = moments.sampleVariance();
        String computed = rounded(root(variance));
        found.add(new Disagreement(
                "scores.stddev",
                api.decimal().toPlainString(),
                sample != null && hasDeviation(api, sample)
                        ? computed + ", or " + rounded(root(sample)) + " as a sample"
                        : computed));
    }

    /** Whether the API's deviation is the root of a variance; compared as squares, which are exact decimals. */
    private static boolean hasDeviation(Score api, BigDecimal variance) {
        BigDecimal low = api.decimal().subtract(TOLERANCE).max(BigDecimal.ZERO);
        BigDecimal high = api.decimal().add(TOLERANCE);
        return variance.compareTo(low.pow(2)) >= 0 && variance.compareTo(high.pow(2)) <= 0;
    }

    private void count(String field, @Nullable Integer api, long computed) {
        if (api != null && api != computed) {
            found.add(new Disagreement(field, api.toString(), Long.toString(computed)));
        }
    }

    private void decimal(String field, @Nullable Score api, @Nullable BigDecimal computed) {
        if (api != null
                && computed != null
                && api.decimal().subtract(computed).abs().compareTo(TOLERANCE) > 0) {
            found.add(new Disagreement(field, api.decimal().toPlainString(), rounded(computed)));
        }
    }

    // A score, or the middle of two, has ten decimals at most: the shortest text of its double is the score itself.
    private static @Nullable BigDecimal exact(@Nullable Double score) {
        return score == null ? null : BigDecimal.valueOf(score);
    }

    private static BigDecimal root(BigDecimal variance) {
        return variance.sqrt(MathContext.DECIMAL64);
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(3, RoundingMode.HALF_UP).toPlainString();
    }
}
