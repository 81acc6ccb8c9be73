package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.model.Scenario;
import dev.callsheet.stats.Summary;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one scenario.
 *
 * @param name the definition's name, else the latest a run or set gives it, else the id
 * @param definition its own document, null when none was loaded
 * @param tonight its runs of the report's night
 * @param window its runs of the last {@link Rules#windowNights} nights on which it had a valid run
 * @param passHat pass^k over the window for k = 1, 2, …; shorter than the curve where the runs do not suffice
 * @param score overall scores of valid runs of the window; so durations in milliseconds and turn counts
 * @param entries every night of the scenario, oldest first
 * @param runs all its runs, those without a night among them
 * @param assertions those that most failed runs are down to first
 * @param worst the worst run of the night, null when none failed
 * @param where what its failing runs of the window have in common
 * @param decision what can be claimed about it, and the evidence
 * @param runsToDecide more runs that would settle how it stands, 0 when it is settled; null when that cannot be said
 * @param formerNames what it was called before, the latest first
 */
public record ScenarioNumbers(
        String id,
        String name,
        @Nullable Scenario definition,
        @Nullable String pathwayId,
        @Nullable String personaId,
        Tally tonight,
        Tally window,
        List<Double> passHat,
        Flips flips,
        ToneNumbers tone,
        @Nullable Summary score,
        @Nullable Summary duration,
        @Nullable Summary turns,
        List<NightEntry> entries,
        List<CorpusRun> runs,
        List<AssertionNumbers> assertions,
        @Nullable CorpusRun worst,
        Attribution where,
        Decision decision,
        @Nullable Long runsToDecide,
        List<String> formerNames) {

    /** Whether promotion requires it; null when no document says. */
    public @Nullable Boolean required() {
        return definition == null ? null : definition.required();
    }

    /** Whether it is switched on; null when no document says. */
    public @Nullable Boolean enabled() {
        return definition == null ? null : definition.enabled();
    }

    /** The pass rate over the window without tonight. */
    public Rate earlier() {
        return Rate.of(window.passed() - tonight.passed(), window.valid() - tonight.valid());
    }

    /** Valid runs of the window that are known one by one: of those that are only counted nobody knows what failed. */
    public long windowRunsAtHand(Rules rules) {
        return Timeline.of(entries, rules).windowRuns().stream()
                .filter(run -> run.facts().status().isValid())
                .count();
    }

    /** Nights of the window with a valid run. */
    public long windowNights(Rules rules) {
        return Math.min(
                rules.windowNights(),
                entries.stream().filter(entry -> entry.tally().valid() > 0).count());
    }

    /** Its runs of a night; null when it did not run, or there is no such night. */
    public @Nullable NightEntry entryOf(@Nullable LocalDate night) {
        return NightEntry.of(night, entries);
    }

    public Tally.Outcome outcome() {
        return window.outcome();
    }
}
