package dev.callsheet.metrics;

import dev.callsheet.stats.Summary;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one night.
 *
 * @param scenarios scenarios with a valid run
 * @param mixed scenarios that passed and failed
 * @param score overall scores of valid runs; null when none has one
 * @param duration of valid runs, milliseconds; null when none says
 * @param against the nearest earlier night with a valid run; null when there is none, or this one has none
 * @param changes against that night, null without one
 * @param labels what could be said on that night; null for nights before the window
 * @param entries one for each scenario that ran, by scenario id
 */
public record NightNumbers(
        LocalDate night,
        Tally tally,
        SuiteRate rate,
        int scenarios,
        int mixed,
        ToneNumbers tone,
        @Nullable Summary score,
        @Nullable Summary duration,
        @Nullable LocalDate against,
        @Nullable RunChanges changes,
        @Nullable NightLabels labels,
        List<ScenarioEntry> entries) {

    /** A scenario on this night. */
    public record ScenarioEntry(String scenarioId, NightEntry entry) {}
}
