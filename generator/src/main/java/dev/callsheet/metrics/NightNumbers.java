package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import dev.callsheet.stats.Summary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /**
     * Of all nights, oldest first.
     *
     * @param labels what could be said on some of them
     */
    static List<NightNumbers> all(Nights nights, Map<LocalDate, NightLabels> labels) {
        List<NightNumbers> numbers = new ArrayList<>();
        NightNumbers previous = null;
        for (Map.Entry<LocalDate, List<ScenarioEntry>> night : nights.entries().entrySet()) {
            NightNumbers of = of(
                    night.getKey(),
                    night.getValue(),
                    nights.byNight().getOrDefault(night.getKey(), List.of()),
                    previous,
                    labels.get(night.getKey()));
            numbers.add(of);
            previous = of.tally.valid() > 0 ? of : previous;
        }
        return List.copyOf(numbers);
    }

    private static NightNumbers of(
            LocalDate night,
            List<ScenarioEntry> entries,
            List<CorpusRun> runs,
            @Nullable NightNumbers previous,
            @Nullable NightLabels labels) {
        SortedMap<String, Tally> tallies = tallies(entries);
        Tally tally = tallies.values().stream().reduce(Tally.ZERO, Tally::plus);
        NightNumbers against = tally.valid() == 0 ? null : previous;
        return new NightNumbers(
                night,
                tally,
                SuiteRate.of(tallies),
                (int) tallies.values().stream().filter(of -> of.valid() > 0).count(),
                (int) tallies.values().stream()
                        .filter(of -> of.outcome() == Tally.Outcome.MIXED)
                        .count(),
                runs.isEmpty()
                        ? ToneNumbers.ofSealed(
                                entries.stream().map(ScenarioEntry::entry).toList())
                        : ToneNumbers.of(runs),
                Measures.overallScores(runs),
                Measures.durations(runs),
                against == null ? null : against.night,
                against == null ? null : RunChanges.between(tallies(against.entries), tallies),
                labels,
                entries);
    }

    private static SortedMap<String, Tally> tallies(List<ScenarioEntry> entries) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        entries.forEach(entry -> tallies.put(entry.scenarioId, entry.entry.tally()));
        return tallies;
    }

    /** Whether only tallies of it are kept. */
    public boolean isSealed() {
        return entries.stream().anyMatch(entry -> entry.entry.isSealed());
    }

    /** A scenario on this night. */
    public record ScenarioEntry(String scenarioId, NightEntry entry) {}
}
