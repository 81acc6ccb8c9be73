package dev.callsheet.render.data;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureMode;
import dev.callsheet.metrics.Rate;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A group of failures, ours or a failure mode that the API names (metrics.md 7.1). The API does not say which runs its
 * modes are of.
 *
 * @param kind {@code assertion}, {@code error_message} or {@code api_mode}
 * @param runs null for a mode of the API, as the three that follow
 * @param evaluated runs of which {@code runs} are a share; null when that is not known
 * @param soleCause runs in which nothing else failed; null for others than assertions
 * @param setIds simulation sets that name the mode; empty for our groups
 */
record FailureRow(
        String kind,
        String signature,
        String label,
        @Nullable Long runs,
        @Nullable Long evaluated,
        Rate share,
        @Nullable Long soleCause,
        List<String> scenarioIds,
        List<String> setIds,
        @Nullable LocalDate first,
        @Nullable LocalDate last) {

    private static final String API_MODE = "api_mode";

    /** Our groups, then the API's modes. */
    static List<FailureRow> all(Analysis analysis) {
        List<FailureRow> rows = new ArrayList<>();
        analysis.failures().forEach(group -> rows.add(of(group)));
        analysis.failureModes().forEach(mode -> rows.add(of(mode)));
        return rows;
    }

    private static FailureRow of(FailureGroup group) {
        return new FailureRow(
                group.kind().name().toLowerCase(Locale.ROOT),
                group.signature(),
                group.label(),
                (long) group.runs().size(),
                group.evaluated() == 0 ? null : group.evaluated(),
                group.share(),
                group.kind() == FailureGroup.Kind.ASSERTION ? group.soleCause() : null,
                group.scenarioIds(),
                List.of(),
                group.first(),
                group.last());
    }

    private static FailureRow of(FailureMode mode) {
        return new FailureRow(
                API_MODE,
                mode.signature(),
                mode.text(),
                null,
                null,
                Rate.of(0, 0),
                null,
                mode.scenarioIds(),
                mode.setIds(),
                null,
                null);
    }
}
