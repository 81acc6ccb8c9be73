package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.stats.ClusteredMean;
import dev.callsheet.stats.ExactMoments;
import dev.callsheet.stats.Interval;
import dev.callsheet.stats.Trials;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The pass rate of several scenarios together (metrics.md 3.5). Runs of one scenario resemble each other, so the
 * honest interval clusters by scenario; the Wilson interval beside it treats all runs as independent.
 */
public record SuiteRate(Rate rate, ClusteredMean clustered) {

    /**
     * The rate with the interval that pages show: the clustered one, and the Wilson interval where that is not defined
     * or, since all runs of all scenarios agree, has no width and would claim certainty.
     */
    public Rate shown() {
        Interval interval = clustered.interval();
        return interval == null || interval.high() <= interval.low()
                ? rate
                : new Rate(rate.passed(), rate.n(), rate.value(), interval);
    }

    static SuiteRate of(List<CorpusRun> runs) {
        SortedMap<String, Tally> byScenario = new TreeMap<>();
        for (CorpusRun run : runs) {
            byScenario.merge(run.facts().scenarioId(), Tally.of(run.facts().status()), Tally::plus);
        }
        return of(byScenario);
    }

    /** @param byScenario by id */
    static SuiteRate of(SortedMap<String, Tally> byScenario) {
        List<ExactMoments> outcomes = byScenario.values().stream()
                .map(tally -> ExactMoments.ofOutcomes(new Trials(tally.passed(), tally.valid())))
                .toList();
        Tally all = byScenario.values().stream().reduce(Tally.ZERO, Tally::plus);
        return new SuiteRate(Rate.of(all), ClusteredMean.of(outcomes));
    }
}
