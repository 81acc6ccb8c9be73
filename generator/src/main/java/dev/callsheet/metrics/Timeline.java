package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A scenario's runs in time.
 *
 * @param entries every night of the scenario, oldest first
 * @param window the runs from the first of the last {@link Rules#windowNights} nights with a valid run on
 */
record Timeline(List<NightEntry> entries, List<CorpusRun> window) {

    static final Timeline EMPTY = new Timeline(List.of(), List.of());

    /** @param runs the scenario's, in their order; those without a night are left out */
    static Timeline of(List<CorpusRun> runs, Nights nights, Rules rules) {
        SortedMap<LocalDate, List<CorpusRun>> byNight = new TreeMap<>();
        for (CorpusRun run : runs) {
            LocalDate date = nights.of(run);
            if (date != null) {
                byNight.computeIfAbsent(date, key -> new ArrayList<>()).add(run);
            }
        }
        List<NightEntry> entries = byNight.entrySet().stream()
                .map(entry -> new NightEntry(entry.getKey(), entry.getValue()))
                .toList();
        return new Timeline(entries, window(entries, rules.windowNights()));
    }

    private static List<CorpusRun> window(List<NightEntry> entries, int nights) {
        int first = entries.size();
        for (int valid = 0; first > 0 && valid < nights; first--) {
            valid += entries.get(first - 1).tally().valid() > 0 ? 1 : 0;
        }
        return entries.subList(first, entries.size()).stream()
                .flatMap(entry -> entry.runs().stream())
                .toList();
    }
}
