package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.ClusteredMean;
import dev.callsheet.stats.Interval;
import dev.callsheet.stats.StudentT;
import dev.callsheet.stats.Summary;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tone over the valid runs of a group (metrics.md 5.1, 5.3). A missing score is left out, never a 0.
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
                dimensions.put(dimension, new Dimension(summary, interval(valid, dimension, summary)));
            }
        }
        long scored =
                valid.stream().filter(run -> run.facts().tone().isScored()).count();
        return new ToneNumbers(valid.size(), scored, dimensions);
    }

    private static @Nullable Interval interval(List<CorpusRun> valid, ToneDimension dimension, Summary summary) {
        Interval clustered =
                ClusteredMean.of(Measures.scoresByScenario(valid, dimension)).interval();
        if (clustered != null && clustered.high() > clustered.low()) {
            return clustered;
        }
        Double mean = summary.mean();
        Double sd = summary.sampleSd();
        return mean == null || sd == null ? null : StudentT.interval(summary.n(), mean, sd);
    }

    public @Nullable Dimension get(ToneDimension dimension) {
        return dimensions.get(dimension);
    }

    /** Mean of a dimension, null when no run has a value. */
    public @Nullable Double mean(ToneDimension dimension) {
        Dimension numbers = dimensions.get(dimension);
        return numbers == null ? null : numbers.summary().mean();
    }

    /** Mean of the vendor's overall figure, null when no run has one. */
    public @Nullable Double meanOverall() {
        return mean(ToneDimension.OVERALL);
    }

    /**
     * One dimension.
     *
     * @param interval 95 % interval of the mean, null below two values: for several scenarios clustered by scenario as
     *     in {@link SuiteRate}; for one, or where that has no width, Student's t, not clipped to [0,1]
     */
    public record Dimension(Summary summary, @Nullable Interval interval) {}
}
