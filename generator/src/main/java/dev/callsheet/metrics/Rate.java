package dev.callsheet.metrics;

import dev.callsheet.stats.Interval;
import dev.callsheet.stats.Trials;
import dev.callsheet.stats.Wilson;
import org.jspecify.annotations.Nullable;

/**
 * A pass rate with its evidence (metrics.md 1.1, 1.2).
 *
 * @param value passed/n, null when n is 0
 * @param interval the 95 % interval, by Wilson unless it says otherwise; null when n is 0
 */
public record Rate(
        long passed,
        long n,
        @Nullable Double value,
        @Nullable Interval interval) {

    public static Rate of(Tally tally) {
        return of(tally.passed(), tally.valid());
    }

    Trials trials() {
        return new Trials(passed, n);
    }

    static Rate of(Trials trials) {
        return of(trials.passed(), trials.n());
    }

    public static Rate of(long passed, long n) {
        return new Rate(passed, n, n == 0 ? null : passed / (double) n, Wilson.interval(passed, n));
    }
}
