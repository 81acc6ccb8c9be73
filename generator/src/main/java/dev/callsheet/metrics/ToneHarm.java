package dev.callsheet.metrics;

import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Contributions;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which dimension took most from the mean of the six (metrics.md 5.6). The current level, since the newest firm change
 * of any dimension of the suite, is held against the level before it; without a firm change, the night against the
 * earlier nights of the window.
 *
 * @param since the first night of the current level; null when the night alone is compared
 * @param nightsBefore nights of the baseline, as is nightsNow of what is compared with it
 * @param contributions by field of the dimension; they add up to the change of the mean of the six
 * @param overall the change of the vendor's overall figure, which is not that of the six; null when it is missing
 */
public record ToneHarm(
        @Nullable LocalDate since,
        int nightsBefore,
        int nightsNow,
        Contributions contributions,
        @Nullable Double overall) {

    /** A single night is compared with no fewer earlier ones. */
    private static final int FEWEST_BEFORE = 5;

    /**
     * Null without a night that has a score, or with too few nights before.
     *
     * @param suite the trends of the suite
     * @param nights those of the window with a score, oldest first
     */
    static @Nullable ToneHarm of(List<ToneTrend> suite, List<NightNumbers> nights) {
        ToneTrend changed = suite.stream()
                .filter(trend -> trend.firm() != null)
                .max(Comparator.comparing(trend -> Objects.requireNonNull(trend.currentSince())))
                .orElse(null);
        if (changed == null) {
            int last = nights.size() - 1;
            return last < FEWEST_BEFORE ? null : of(null, nights.subList(0, last), nights.subList(last, last + 1));
        }
        LocalDate since = Objects.requireNonNull(changed.currentSince());
        LocalDate from = changed.changes().stream()
                .filter(change -> change.firm() && change.since().isBefore(since))
                .map(ToneChange::since)
                .reduce(LocalDate.MIN, (older, newer) -> newer);
        return of(
                since,
                nights.stream()
                        .filter(night ->
                                night.night().isBefore(since) && !night.night().isBefore(from))
                        .toList(),
                nights.stream().filter(night -> !night.night().isBefore(since)).toList());
    }

    private static ToneHarm of(@Nullable LocalDate since, List<NightNumbers> before, List<NightNumbers> now) {
        Map<ToneDimension, Double> meansBefore = means(before);
        Map<ToneDimension, Double> meansNow = means(now);
        Double overallBefore = meansBefore.get(ToneDimension.OVERALL);
        Double overallNow = meansNow.get(ToneDimension.OVERALL);
        return new ToneHarm(
                since,
                before.size(),
                now.size(),
                Contributions.of(six(meansBefore), six(meansNow)),
                overallBefore == null || overallNow == null ? null : overallNow - overallBefore);
    }

    private static Map<ToneDimension, Double> means(List<NightNumbers> nights) {
        Map<ToneDimension, Double> means = new EnumMap<>(ToneDimension.class);
        for (ToneDimension dimension : ToneDimension.values()) {
            double[] values = nights.stream()
                    .map(night -> night.tone().mean(dimension))
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            if (values.length > 0) {
                means.put(dimension, Measures.mean(values));
            }
        }
        return means;
    }

    private static Map<String, Double> six(Map<ToneDimension, Double> means) {
        Map<String, Double> six = new HashMap<>(); // read by key only
        for (ToneDimension dimension : ToneDimension.SIX) {
            Double mean = means.get(dimension);
            if (mean != null) {
                six.put(dimension.field(), mean);
            }
        }
        return six;
    }

    /** The dimension that took most; null when none took any. */
    public @Nullable ToneDimension most() {
        return ToneDimension.SIX.stream()
                .filter(dimension -> dimension.field().equals(contributions.mostHarmful()))
                .findFirst()
                .orElse(null);
    }
}
