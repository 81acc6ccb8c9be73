package dev.callsheet.stats;

import org.jspecify.annotations.Nullable;

/**
 * The difference of two pass rates, a − b, with Newcombe's hybrid score interval: method 10 of Newcombe 1998, built
 * from the Wilson intervals of both (metrics.md 3.3). Exchanging a and b changes the signs and no digit.
 *
 * @param difference from −1 to 1
 * @param interval within [−1,1], and around the difference
 */
public record NewcombeDifference(double difference, Interval interval) {

    /** The difference with its 95 % interval; null when either side has no trials. */
    public static @Nullable NewcombeDifference of(Trials a, Trials b) {
        return of(a, b, Distributions.CONFIDENCE);
    }

    /** The difference with its interval at a confidence between 0 and 1; null when either side has no trials. */
    public static @Nullable NewcombeDifference of(Trials a, Trials b, double confidence) {
        Interval ofA = Wilson.interval(a.passed(), a.n(), confidence);
        Interval ofB = Wilson.interval(b.passed(), b.n(), confidence);
        if (ofA == null || ofB == null) {
            return null;
        }
        double rateA = (double) a.passed() / a.n();
        double rateB = (double) b.passed() / b.n();
        double difference = rateA - rateB;
        double down = Math.hypot(rateA - ofA.low(), ofB.high() - rateB);
        double up = Math.hypot(ofA.high() - rateA, rateB - ofB.low());
        return new NewcombeDifference(
                difference, new Interval(Math.max(-1, difference - down), Math.min(1, difference + up)));
    }
}
