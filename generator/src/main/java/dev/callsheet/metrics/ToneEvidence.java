package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.ToneDimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What can be claimed about tone (metrics.md 4.3, 5.2, 5.5 to 5.8).
 *
 * @param series how many series were long enough to be looked at: the suite's and every scenario's, by dimension
 * @param alpha the error probability of each
 * @param suite of the nightly means, in which scenarios weigh equally: the six dimensions and the overall figure
 * @param scenarios likewise of each scenario that has a tone score, by its id
 * @param harm null when there is nothing to compare with
 * @param outcome over the runs of the window, as is fit
 * @param rules the thresholds in force
 */
public record ToneEvidence(
        int series,
        double alpha,
        List<ToneTrend> suite,
        SortedMap<String, List<ToneTrend>> scenarios,
        @Nullable ToneHarm harm,
        ToneOutcome outcome,
        ToneBudget budget,
        ToneFit fit,
        Rules rules) {

    /** A change needs no smaller p than this: so many permutations cannot tell it (metrics.md 4.3). */
    private static final double LEAST_ALPHA = 0.0002;

    /**
     * @param nights numbers of all nights, oldest first
     * @param runs of each night, oldest first
     * @param window the runs that scenarios are judged on
     */
    static ToneEvidence of(
            List<NightNumbers> nights,
            Collection<List<CorpusRun>> runs,
            Collection<ScenarioNumbers> scenarios,
            List<CorpusRun> window,
            Rules rules) {
        List<ToneSeries> suite = Stream.of(ToneDimension.values())
                .map(dimension -> ToneSeries.ofSuite(dimension, nights, rules.windowNights()))
                .toList();
        SortedMap<String, List<ToneSeries>> byScenario = new TreeMap<>();
        for (ScenarioNumbers scenario : scenarios) {
            if (scenario.tone().scored() > 0) {
                byScenario.put(
                        scenario.id(),
                        Stream.of(ToneDimension.values())
                                .map(dimension ->
                                        ToneSeries.ofScenario(dimension, scenario.entries(), rules.windowNights()))
                                .toList());
            }
        }
        int series = Math.toIntExact(Stream.concat(Stream.of(suite), byScenario.values().stream())
                .flatMap(List::stream)
                .filter(means -> means.length() >= ToneTrend.FEWEST_NIGHTS)
                .count());
        double alpha = Math.max(LEAST_ALPHA, rules.changeAlpha(series));
        List<ToneTrend> ofSuite = trends(suite, alpha, rules);
        SortedMap<String, List<ToneTrend>> ofScenarios = new TreeMap<>();
        byScenario.forEach((id, means) -> ofScenarios.put(id, trends(means, alpha, rules)));
        return new ToneEvidence(
                series,
                alpha,
                ofSuite,
                ofScenarios,
                ToneHarm.of(ofSuite, scored(nights, rules)),
                ToneOutcome.of(window),
                ToneBudget.of(runs, rules),
                ToneFit.of(window),
                rules);
    }

    private static List<ToneTrend> trends(List<ToneSeries> series, double alpha, Rules rules) {
        return series.stream()
                .map(means -> ToneTrend.of(means, alpha, rules.toneMinimumShift()))
                .toList();
    }

    private static List<NightNumbers> scored(List<NightNumbers> nights, Rules rules) {
        List<NightNumbers> scored =
                nights.stream().filter(night -> night.tone().scored() > 0).toList();
        return scored.subList(Math.max(0, scored.size() - rules.windowNights()), scored.size());
    }

    /** The trend of a dimension of the suite. */
    public ToneTrend suite(ToneDimension dimension) {
        return suite.stream()
                .filter(trend -> trend.dimension() == dimension)
                .findFirst()
                .orElseThrow();
    }

    /** The trend of the suite's overall figure. */
    public ToneTrend overall() {
        return suite(ToneDimension.OVERALL);
    }

    /** Every change found: those of the suite, then those of scenarios, the firm ones first, then those that lost most. */
    public List<Found> changes() {
        List<Found> changes = new ArrayList<>();
        for (ToneTrend trend : suite) {
            trend.changes().forEach(change -> changes.add(new Found(null, trend.dimension(), change)));
        }
        changes.addAll(scenarioChanges());
        return changes;
    }

    private List<Found> scenarioChanges() {
        List<Found> changes = new ArrayList<>();
        for (Map.Entry<String, List<ToneTrend>> scenario : scenarios.entrySet()) {
            for (ToneTrend trend : scenario.getValue()) {
                for (ToneChange change : trend.changes()) {
                    changes.add(new Found(scenario.getKey(), trend.dimension(), change));
                }
            }
        }
        changes.sort(Found.FIRM_AND_WORST_FIRST);
        return changes;
    }

    /**
     * A change and where it was found.
     *
     * @param scenarioId null for the suite
     */
    public record Found(@Nullable String scenarioId, ToneDimension dimension, ToneChange change) {

        private static final Comparator<Found> FIRM_AND_WORST_FIRST = Comparator.comparing(
                        (Found found) -> !found.change.firm())
                .thenComparing(found -> found.change.shift().value())
                .thenComparing(Found::scenarioId, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Found::dimension)
                .thenComparing(found -> found.change.since());
    }
}
