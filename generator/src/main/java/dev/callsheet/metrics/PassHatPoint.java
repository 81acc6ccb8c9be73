package dev.callsheet.metrics;

import dev.callsheet.stats.Interval;
import org.jspecify.annotations.Nullable;

/**
 * One point of the pass^k curve of the suite (metrics.md 2.3): the mean over scenarios of the chance that k runs all
 * pass.
 *
 * @param n scenarios with at least k valid runs
 * @param leftOut scenarios with fewer
 * @param interval 95 %, null below two scenarios
 */
public record PassHatPoint(
        int k, double value, int n, int leftOut, @Nullable Interval interval) {}
