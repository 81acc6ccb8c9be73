package dev.callsheet.metrics;

import dev.callsheet.model.SimulationSet;
import dev.callsheet.stats.Summary;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A simulation set's own statistics beside what the loaded runs say (metrics.md 2.4). Runs name no set: those of a
 * set's scenario that were created within its time span are taken as its runs.
 *
 * @param night the night it was created; null when undated
 */
public record SetNumbers(SimulationSet set, @Nullable LocalDate night, List<PerScenario> scenarios) {

    /**
     * One scenario of the set.
     *
     * @param api the vendor's figures
     * @param computed ours, over the runs that were found; n is 0 when none was
     * @param confidence ours: from the width of the Wilson interval; null without runs
     * @param disagreements empty without runs
     */
    public record PerScenario(
            SimulationSet.PerScenario api,
            String name,
            Tally tally,
            Rate computed,
            @Nullable Summary score,
            @Nullable String confidence,
            List<Disagreement> disagreements) {}

    /** A figure that differs, in words ready for comparison. */
    public record Disagreement(String field, String api, String computed) {}
}
