package dev.callsheet.metrics;

import dev.callsheet.corpus.CorpusRun;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A scenario's runs in time.
 *
 * @param entries every night of the scenario, oldest first
 * @param window the entries from the first of the last {@link Rules#windowNights} nights with a valid run on
 */
record Timeline(List<NightEntry> entries, List<NightEntry> window) {

    static final Timeline EMPTY = new Timeline(List.of(), List.of());

    /** Of every scenario that has a night, by id. */
    static SortedMap<String, Timeline> all(Nights nights, Rules rules) {
        SortedMap<String, List<NightEntry>> entries = new TreeMap<>();
        for (List<NightNumbers.ScenarioEntry> night : nights.entries().values()) {
            for (NightNumbers.ScenarioEntry entry : night) {
                entries.computeIfAbsent(entry.scenarioId(), id -> new ArrayList<>())
                        .add(entry.entry());
            }
        }
        SortedMap<String, Timeline> timelines = new TreeMap<>();
        entries.forEach((id, of) -> timelines.put(id, of(of, rules)));
        return timelines;
    }

    /** @param entries oldest first */
    static Timeline of(List<NightEntry> entries, Rules rules) {
        int first = entries.size();
        for (int valid = 0; first > 0 && valid < rules.windowNights(); first--) {
            valid += entries.get(first - 1).tally().valid() > 0 ? 1 : 0;
        }
        return new Timeline(List.copyOf(entries), List.copyOf(entries.subList(first, entries.size())));
    }

    /** The runs of the window that are known one by one. */
    List<CorpusRun> windowRuns() {
        return window.stream().flatMap(entry -> entry.runs().stream()).toList();
    }

    Tally windowTally() {
        return window.stream().map(NightEntry::tally).reduce(Tally.ZERO, Tally::plus);
    }
}
