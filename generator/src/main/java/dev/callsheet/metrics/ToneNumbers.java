package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.SealedRuns;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.ExactMoments;
import dev.callsheet.stats.Interval;
import dev.callsheet.stats.MacroMean;
import dev.callsheet.stats.StudentT;
import dev.callsheet.stats.Summary;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tone over the valid runs of a group (metrics.md 5.1, 5.3, 5.4). A missing score is left out, never a 0.
 *
 * @param valid valid runs of the group
 * @param scored those with any tone score
 * @param dimensions those with at least one value
 */
public record ToneNumbers(long valid, long scored, Map<ToneDimension, Dimension> dimensions) {

    /** Of the valid among the runs. */
    public static ToneNumbers of(List<CorpusRun> runs) {
        List<CorpusRun> valid = Measures.valid(runs);
        Map<ToneDimension, Dimension> dimensions = new EnumMap<>(ToneDimension.class);
        for (ToneDimension dimension : ToneDimension.values()) {
            Summary summary = Measures.scores(valid, run -> run.facts().tone().get(dimension));
            if (summary != null) {
                dimensions.put(dimension, dimension(summary, Measures.scoresByScenario(valid, dimension)));
            }
        }
        long scored =
                valid.stream().filter(run -> run.facts().tone().isScored()).count();
        return new ToneNumbers(valid.size(), scored, dimensions);
    }

    /**
     * Of a sealed night: nothing is known of single runs, so the summaries have a mean and no more.
     *
     * @param entries one for each scenario
     */
    static ToneNumbers ofSealed(List<NightEntry> entries) {
        Map<ToneDimension, Dimension> dimensions = new EnumMap<>(ToneDimension.class);
        for (ToneDimension dimension : ToneDimension.values()) {
            List<Double> means = entries.stream()
                    .map(entry -> entry.toneMean(dimension))
                    .filter(Objects::nonNull)
                    .toList();
            SealedRuns.Sum all = entries.stream()
                    .map(entry -> entry.toneSum(dimension))
                    .filter(Objects::nonNull)
                    .reduce(SealedRuns.Sum::plus)
                    .orElse(null);
            if (all != null) {
                MacroMean macro = MacroMean.ofShares(means);
                dimensions.put(
                        dimension,
                        new Dimension(
                                new Summary(all.n(), all.mean(), null, null, null, null, null, null, null, false),
                                Objects.requireNonNull(macro.mean()),
                                macro.interval()));
            }
        }
        return new ToneNumbers(
                entries.stream().mapToLong(entry -> entry.tally().valid()).sum(),
                entries.stream()
                        .flatMap(entry -> entry.kept().stream())
                        .mapToLong(SealedRuns::scored)
                        .sum(),
                dimensions);
    }

    private static Dimension dimension(Summary summary, Collection<ExactMoments> scenarios) {
        MacroMean macro = MacroMean.ofShares(scenarios.stream()
                .map(ExactMoments::mean)
                .filter(Objects::nonNull)
                .toList());
        return new Dimension(summary, Objects.requireNonNull(macro.mean()), interval(summary, macro.interval()));
    }

    private static @Nullable Interval interval(Summary summary, @Nullable Interval overScenarios) {
        if (overScenarios != null && overScenarios.high() > overScenarios.low()) {
            return overScenarios;
        }
        Double mean = summary.mean();
        Double sd = summary.sampleSd();
        return mean == null || sd == null ? null : StudentT.interval(summary.n(), mean, sd);
    }

    public @Nullable Dimension get(ToneDimension dimension) {
        return dimensions.get(dimension);
    }

    /** Mean of a dimension, every scenario weighing the same; null when no run has a value. */
    public @Nullable Double mean(ToneDimension dimension) {
        Dimension numbers = dimensions.get(dimension);
        return numbers == null ? null : numbers.mean();
    }

    /** Mean of the vendor's overall figure, null when no run has one. */
    public @Nullable Double meanOverall() {
        return mean(ToneDimension.OVERALL);
    }

    /**
     * One dimension.
     *
     * @param summary of the runs, each weighing the same
     * @param mean the mean of the scenarios' means: runs weigh the same within a scenario, scenarios the same among each
     *     other (metrics.md 5.4)
     * @param interval 95 % interval of that mean, null below two values: for several scenarios Student's t over their
     *     means; for one, or where that has no width, over the runs, not clipped to [0,1]
     */
    public record Dimension(
            Summary summary, double mean, @Nullable Interval interval) {}
}
