package dev.callsheet.metrics;

import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every number that follows from the loaded runs.
 *
 * @param dataAsOf the latest creation of a run that belongs to a night; null when none does
 * @param night the report's night: the newest with any finished run, errors included; null when there is none
 * @param runs every run loaded
 * @param nights which night each run belongs to, and the problems with dates
 * @param nightNumbers oldest first
 * @param scenarios by name, then id
 * @param batches newest first
 * @param sets newest first
 * @param passHat pass^k for k = 1, 2, … as far as a scenario has k valid runs, at most {@value #MAX_K}
 * @param tone of the report's night
 * @param usualTone for each dimension p10 to p90 of the nightly means of the window's earlier nights; only dimensions
 *     with enough of them (metrics.md 6.2)
 * @param pathways by id
 * @param failures those of most runs first
 * @param failureModes those of most sets and scenarios first
 * @param rules the thresholds that it was made with
 * @param comparisons tonight beside earlier nights, versions beside each other
 * @param fetch what the fetches say that brought the input; null where none did
 * @param errorSets batches whose runs are no evidence
 */
public record Analysis(
        @Nullable Instant dataAsOf,
        @Nullable LocalDate night,
        Tally runs,
        Nights nights,
        List<NightNumbers> nightNumbers,
        List<ScenarioNumbers> scenarios,
        List<BatchNumbers> batches,
        List<SetNumbers> sets,
        List<PassHatPoint> passHat,
        ToneNumbers tone,
        Map<ToneDimension, Interval> usualTone,
        ToneTexts toneTexts,
        List<PathwayNumbers> pathways,
        List<FailureGroup> failures,
        List<FailureMode> failureModes,
        Rules rules,
        ToneEvidence toneEvidence,
        FlakeOutlook outlook,
        Comparisons comparisons,
        @Nullable FetchNumbers fetch,
        ErrorSets errorSets) {

    /** The largest k of pass^k: beyond it the curve says nothing that a reader of a nightly report would act on. */
    public static final int MAX_K = 10;

    /** Whether on any night a run passed or failed. */
    public boolean hasNightWithResult() {
        return nightNumbers.stream().anyMatch(night -> night.tally().valid() > 0);
    }

    /** What tonight alone can prove. */
    public OneNight oneNight() {
        return OneNight.of(scenarios);
    }

    /** How many scenarios go by a headline. */
    public long count(Headline headline) {
        return scenarios.stream()
                .filter(scenario -> scenario.decision().headline() == headline)
                .count();
    }

    /** What changed beyond chance, and what did not. */
    public SuiteChanges changes() {
        return SuiteChanges.of(scenarios);
    }

    /** The numbers of the report's night, null when there is none. */
    public @Nullable NightNumbers tonight() {
        return nightNumbers.stream()
                .filter(numbers -> numbers.night().equals(night))
                .findFirst()
                .orElse(null);
    }
}
