package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.FailureGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A group of failures and how many of its runs are tonight's. */
record FailingTonight(FailureGroup group, long tonight) {

    /** All groups, those with the most runs of tonight first, then as they are over the window. */
    static List<FailingTonight> of(Analysis analysis) {
        return analysis.failures().stream()
                .map(group -> new FailingTonight(group, runsTonight(analysis, group)))
                .sorted(Comparator.comparing(FailingTonight::tonight).reversed())
                .toList();
    }

    private static long runsTonight(Analysis analysis, FailureGroup group) {
        return group.runs().stream()
                .filter(run -> Objects.equals(analysis.nights().of(run), analysis.night()))
                .count();
    }
}
