package dev.callsheet.stats;

import org.jspecify.annotations.Nullable;

/**
 * The figures shown of a list of numbers (metrics.md 6.1).
 *
 * @param mean null without values, like all that follow
 * @param sampleSd with divisor n − 1, the one pages show; null for a single value too
 * @param populationSd with divisor n, for comparison with the API's own; 0 for a single value
 * @param p10 the tenth part of the values lies below; null below 10 values, as is p90 (metrics.md 6.2)
 * @param approximate whether the quantiles are within 0.5 % only ({@link CountedValues})
 */
public record Summary(
        long n,
        @Nullable Double mean,
        @Nullable Double sampleSd,
        @Nullable Double populationSd,
        @Nullable Double min,
        @Nullable Double max,
        @Nullable Double median,
        @Nullable Double p10,
        @Nullable Double p90,
        boolean approximate) {

    /** The figures of the values so far. */
    public static Summary of(CountedValues values) {
        ExactMoments moments = values.moments();
        return new Summary(
                values.n(),
                moments.mean(),
                moments.sampleSd(),
                moments.populationSd(),
                moments.min(),
                moments.max(),
                values.median(),
                values.quantileIfEnough(0.1),
                values.quantileIfEnough(0.9),
                values.approximate());
    }
}
