package dev.callsheet.metrics;

import dev.callsheet.stats.Interval;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A tone issue over the valid runs of the scenarios' windows (metrics.md 5.9).
 *
 * @param label the issues' category; of issues without one the most frequent text of those with like words
 * @param count how often it was reported
 * @param runs the runs it was reported of
 * @param shareOfScored the share of scored runs that it was reported of; null when no run was scored
 * @param interval 95 % Wilson interval of that share
 * @param first the first night, null when no run belongs to one; so the last
 */
public record ToneIssueGroup(
        String label,
        long count,
        long runs,
        @Nullable Double shareOfScored,
        @Nullable Interval interval,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {}
