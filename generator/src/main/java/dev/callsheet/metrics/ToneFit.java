package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.ToneScores;
import dev.callsheet.stats.Composite;
import java.util.List;
import java.util.Objects;

/**
 * How the vendor's overall figure goes with its six dimensions (metrics.md 5.2).
 *
 * @param complete valid runs with all seven scores
 * @param outside of those, runs on which no weighting of the six gives the overall figure
 * @param notMean of those, runs on which the plain mean of the six is not it
 */
public record ToneFit(long complete, long outside, long notMean) {

    private static final long PERCENT = 100;
    private static final long MANY_PERCENT = 20;

    static ToneFit of(List<CorpusRun> runs) {
        List<Composite> complete = Measures.valid(runs).stream()
                .map(run -> run.facts().tone())
                .filter(ToneFit::isComplete)
                .map(ToneFit::composite)
                .toList();
        return new ToneFit(
                complete.size(),
                complete.stream().filter(run -> !run.withinEnvelope()).count(),
                complete.stream().filter(run -> !run.meanExplains()).count());
    }

    /** Whether the figure is plainly not the mean of the six. */
    public boolean isNotTheMean() {
        return complete > 0 && notMean * PERCENT >= complete * MANY_PERCENT;
    }

    private static boolean isComplete(ToneScores tone) {
        for (ToneDimension dimension : ToneDimension.values()) {
            if (tone.get(dimension) == null) {
                return false;
            }
        }
        return true;
    }

    private static Composite composite(ToneScores tone) {
        return Composite.of(
                ToneDimension.SIX.stream()
                        .map(tone::get)
                        .map(Objects::requireNonNull)
                        .mapToLong(Score::billionths)
                        .toArray(),
                Objects.requireNonNull(tone.get(ToneDimension.OVERALL)).billionths());
    }
}
