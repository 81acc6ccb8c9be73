package dev.callsheet.metrics;

import dev.callsheet.model.ToneDimension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The means of one tone dimension on the last nights that have one, oldest first (metrics.md 4.3).
 *
 * @param means one for each of the nights
 */
record ToneSeries(ToneDimension dimension, List<LocalDate> nights, List<Double> means) {

    /** Of the whole suite: the mean of a night weighs every scenario equally (metrics.md 5.4). */
    static ToneSeries ofSuite(ToneDimension dimension, List<NightNumbers> nights, int most) {
        return of(dimension, nights, NightNumbers::night, night -> night.tone().mean(dimension), most);
    }

    static ToneSeries ofScenario(ToneDimension dimension, List<NightEntry> entries, int most) {
        return of(dimension, entries, NightEntry::night, entry -> entry.toneMean(dimension), most);
    }

    private static <T> ToneSeries of(
            ToneDimension dimension,
            List<T> oldestFirst,
            Function<T, LocalDate> night,
            Function<T, @Nullable Double> mean,
            int most) {
        List<LocalDate> nights = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (T entry : oldestFirst) {
            Double value = mean.apply(entry);
            if (value != null) {
                nights.add(night.apply(entry));
                means.add(value);
            }
        }
        int first = Math.max(0, nights.size() - most);
        return new ToneSeries(dimension, nights.subList(first, nights.size()), means.subList(first, means.size()));
    }

    int length() {
        return nights.size();
    }

    double[] values(int from, int to) {
        return means.subList(from, to).stream().mapToDouble(Double::doubleValue).toArray();
    }
}
