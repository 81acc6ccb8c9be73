package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.metrics.SetNumbers.Disagreement;
import dev.callsheet.model.Score;
import dev.callsheet.model.SimulationSet;
import dev.callsheet.stats.Interval;
import dev.callsheet.stats.Summary;
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
        Summary score = Measures.overallScores(runs);
        return new SetNumbers.PerScenario(
                api, name, tally, rate, score, confidence(rate.interval()), disagreements(api, tally, score));
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
     * other figures are then about different runs.
     */
    static List<Disagreement> disagreements(SimulationSet.PerScenario api, Tally tally, @Nullable Summary score) {
        SetComparison comparison = new SetComparison();
        if (tally.finished() == 0) {
            return List.of();
        }
        comparison.count("total_runs", api.totalRuns(), tally.finished());
        if (comparison.found.isEmpty()) {
            comparison.figures(api, tally, score);
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

    private void figures(SimulationSet.PerScenario api, Tally tally, @Nullable Summary score) {
        count("passed", api.passed(), tally.passed());
        count("failed", api.failed(), tally.failed());
        if (tally.valid() > 0) {
            decimal(
                    "pass_rate",
                    api.passRate(),
                    new BigDecimal(tally.passed()).divide(new BigDecimal(tally.valid()), MathContext.DECIMAL64));
        }
        // The API's rule, not ours: a run that errored makes a scenario flaky for it, mixed it is not.
        boolean flaky = tally.passed() > 0 && tally.passed() < tally.finished();
        if (api.flaky() != null && api.flaky() != flaky) {
            found.add(new Disagreement("is_flaky", api.flaky().toString(), Boolean.toString(flaky)));
        }
        if (score == null) {
            return;
        }
        decimal("scores.mean", api.meanScore(), score.mean());
        decimal("scores.median", api.medianScore(), score.median());
        decimal("scores.min", api.minScore(), score.min());
        decimal("scores.max", api.maxScore(), score.max());
        deviation(api.stddevScore(), score);
    }

    // Whether the API means the population or the sample deviation is not documented: either is accepted.
    private void deviation(@Nullable Score api, Summary score) {
        Double sample = score.sampleSd();
        if (api == null || sample == null || !close(api, BigDecimal.valueOf(sample))) {
            decimal("scores.stddev", api, score.populationSd());
        }
    }

    private void count(String field, @Nullable Integer api, long computed) {
        if (api != null && api != computed) {
            found.add(new Disagreement(field, api.toString(), Long.toString(computed)));
        }
    }

    private void decimal(String field, @Nullable Score api, @Nullable Double computed) {
        if (computed != null) {
            decimal(field, api, BigDecimal.valueOf(computed));
        }
    }

    private void decimal(String field, @Nullable Score api, BigDecimal computed) {
        if (api != null && !close(api, computed)) {
            found.add(new Disagreement(
                    field,
                    api.decimal().toPlainString(),
                    computed.setScale(3, RoundingMode.HALF_UP).toPlainString()));
        }
    }

    private static boolean close(Score api, BigDecimal computed) {
        return api.decimal().subtract(computed).abs().compareTo(TOLERANCE) <= 0;
    }
}
