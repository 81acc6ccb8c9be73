package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Score;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.ExactBinomial;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How many calls sounded bad, and how many were allowed to (metrics.md 5.8). A bad run is one whose overall tone score
 * lies below the floor.
 *
 * @param nights how many of the last nights with an overall score were counted
 * @param bad bad runs of those scored, with their share and its Wilson interval
 * @param recentNights how many of the newest of those nights {@code recent} counts
 * @param spent what part of the allowed bad runs there were, 1 for all; null without a scored run
 * @param burn the share of bad runs on the recent nights over the allowed share; null without a scored run
 * @param lowerBound the exact one-sided 95 % lower bound of the share; null without a scored run
 * @param overspent whether that bound is above the allowed share
 */
public record ToneBudget(
        int nights,
        Rate bad,
        int recentNights,
        Rate recent,
        @Nullable Double spent,
        @Nullable Double burn,
        @Nullable Double lowerBound,
        boolean overspent) {

    private static final double CONFIDENCE = 0.95;

    /** @param nights the runs of each night, oldest first */
    static ToneBudget of(Collection<List<CorpusRun>> nights, Rules rules) {
        List<List<Score>> scores = nights.stream()
                .map(ToneBudget::scores)
                .filter(night -> !night.isEmpty())
                .toList();
        List<List<Score>> counted = last(scores, rules.toneBudgetNights());
        List<List<Score>> newest = last(counted, rules.recentNights());
        Rate bad = bad(counted, rules.toneFloor());
        Rate recent = bad(newest, rules.toneFloor());
        Double lowerBound = ExactBinomial.lowerBound(bad.passed(), bad.n(), CONFIDENCE);
        return new ToneBudget(
                counted.size(),
                bad,
                newest.size(),
                recent,
                bad.value() == null ? null : bad.value() / rules.toneBudget(),
                recent.value() == null ? null : recent.value() / rules.toneBudget(),
                lowerBound,
                lowerBound != null && lowerBound > rules.toneBudget());
    }

    private static List<Score> scores(List<CorpusRun> night) {
        return Measures.valid(night).stream()
                .map(run -> run.facts().tone().get(ToneDimension.OVERALL))
                .filter(Objects::nonNull)
                .toList();
    }

    private static <T> List<T> last(List<T> nights, int most) {
        return nights.subList(Math.max(0, nights.size() - most), nights.size());
    }

    private static Rate bad(List<List<Score>> nights, double floor) {
        BigDecimal least = BigDecimal.valueOf(floor);
        long bad = nights.stream()
                .flatMap(List::stream)
                .filter(score -> score.decimal().compareTo(least) < 0)
                .count();
        return Rate.of(bad, nights.stream().mapToLong(List::size).sum());
    }
}
