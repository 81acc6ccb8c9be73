package dev.callsheet.metrics;

import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.CountedValues;
import dev.callsheet.stats.Interval;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The band that the tone of most nights lies in (metrics.md 6.2). */
final class UsualTone {

    // Enough for every digit of a double of ordinary size in [0,1].
    private static final int DECIMALS = 18;

    private UsualTone() {}

    /**
     * p10 to p90 of the nightly means before a night, within the last {@link Rules#windowNights} nights with a
     * valid run up to it. Nights without a score of a dimension are skipped; a dimension with fewer than ten has no band.
     *
     * @param nights oldest first
     */
    static Map<ToneDimension, Interval> before(@Nullable LocalDate night, List<NightNumbers> nights, Rules rules) {
        Map<ToneDimension, Interval> bands = new EnumMap<>(ToneDimension.class);
        if (night == null) {
            return bands;
        }
        List<NightNumbers> valid = nights.stream()
                .filter(numbers ->
                        !numbers.night().isAfter(night) && numbers.tally().valid() > 0)
                .toList();
        List<NightNumbers> earlier =
                valid.subList(Math.max(0, valid.size() - rules.windowNights()), valid.size()).stream()
                        .filter(numbers -> numbers.night().isBefore(night))
                        .toList();
        for (ToneDimension dimension : ToneDimension.values()) {
            Interval band = band(dimension, earlier);
            if (band != null) {
                bands.put(dimension, band);
            }
        }
        return bands;
    }

    private static @Nullable Interval band(ToneDimension dimension, List<NightNumbers> nights) {
        CountedValues means = new CountedValues(DECIMALS);
        for (NightNumbers numbers : nights) {
            Double mean = numbers.tone().mean(dimension);
            if (mean != null) {
                means.add(BigDecimal.valueOf(mean)
                        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                        .unscaledValue()
                        .longValueExact());
            }
        }
        Double low = means.quantileIfEnough(0.1);
        Double high = means.quantileIfEnough(0.9);
        return low == null || high == null ? null : new Interval(low, high);
    }
}
