package dev.callsheet.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulation set: every scenario run several times, with the vendor's own statistics. It names no runs but the
 * worst one of each scenario.
 *
 * @param overall null while the set has no statistics
 */
public record SimulationSet(
        Place place,
        String id,
        @Nullable String status,
        @Nullable Integer simulationsPerScenario,
        @Nullable Integer totalScenarios,
        List<PerScenario> perScenario,
        @Nullable Overall overall,
        @Nullable Instant createdAt,
        @Nullable Instant completedAt) {

    public SimulationSet {
        perScenario = List.copyOf(perScenario);
    }

    /** The vendor's figures for one scenario; any may be missing. */
    public record PerScenario(
            Place place,
            String scenarioId,
            @Nullable String scenarioName,
            @Nullable Integer totalRuns,
            @Nullable Integer passed,
            @Nullable Integer failed,
            @Nullable Score passRate,
            @Nullable Boolean flaky,
            @Nullable Score meanScore,
            @Nullable Score medianScore,
            @Nullable Score stddevScore,
            @Nullable Score minScore,
            @Nullable Score maxScore,
            @Nullable String worstRunId,
            List<String> failureModes,
            @Nullable String confidence) {

        public PerScenario {
            failureModes = List.copyOf(failureModes);
        }
    }

    /**
     * The vendor's figures for the whole set.
     *
     * @param reliableCount scenarios that always pass <em>or always fail</em>: not a count of healthy ones
     */
    public record Overall(
            @Nullable Score averagePassRate,
            @Nullable Integer flakyCount,
            @Nullable Integer reliableCount,
            @Nullable Integer totalRuns) {}
}
