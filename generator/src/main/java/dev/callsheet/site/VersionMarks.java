package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.NightEntry;
import dev.callsheet.metrics.NightNumbers;
import dev.callsheet.metrics.ScenarioNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * From which nights on runs name another version. A version is new on a night if its pathway has named versions before
 * and this one was not among those of the nearest earlier night that names any; a scenario or a pathway that misses a
 * night therefore makes no mark. Scenarios of no known pathway are taken as of one.
 */
final class VersionMarks {

    private static final int MOST_NAMED = 3;

    private VersionMarks() {}

    /** Of the whole suite, oldest first. */
    static List<VersionMark> of(Analysis analysis) {
        Map<String, String> pathways = new HashMap<>();
        for (ScenarioNumbers scenario : analysis.scenarios()) {
            pathways.put(scenario.id(), scenario.pathwayId() == null ? "" : scenario.pathwayId());
        }
        SortedMap<LocalDate, SortedMap<String, List<NightEntry>>> nights = new TreeMap<>();
        for (NightNumbers night : analysis.nightNumbers()) {
            nights.put(
                    night.night(),
                    night.entries().stream()
                            .collect(Collectors.groupingBy(
                                    entry -> pathways.getOrDefault(entry.scenarioId(), ""),
                                    TreeMap::new,
                                    Collectors.mapping(NightNumbers.ScenarioEntry::entry, Collectors.toList()))));
        }
        return marks(nights);
    }

    /** Of one scenario, oldest first. */
    static List<VersionMark> of(List<NightEntry> entries) {
        SortedMap<LocalDate, SortedMap<String, List<NightEntry>>> nights = new TreeMap<>();
        entries.forEach(entry -> nights.put(entry.night(), new TreeMap<>(Map.of("", List.of(entry)))));
        return marks(nights);
    }

    /** The marks that a chart shows. */
    static List<VersionMark> shown(List<VersionMark> marks, NightAxis axis) {
        return marks.stream().filter(mark -> axis.shows(mark.night())).toList();
    }

    /** " Version 42 from 3 Apr, 43 from 13 Apr."; the last of many; nothing where there is none. */
    static String words(List<VersionMark> marks) {
        if (marks.isEmpty()) {
            return "";
        }
        return marks.size() <= MOST_NAMED
                ? " Version " + marks.stream().map(VersionMark::words).collect(Collectors.joining(", ")) + "."
                : " " + marks.size() + " changes of version, the last to "
                        + marks.get(marks.size() - 1).words() + ".";
    }

    /** @param nights the entries of each by pathway */
    private static List<VersionMark> marks(SortedMap<LocalDate, SortedMap<String, List<NightEntry>>> nights) {
        Map<String, SortedSet<String>> known = new HashMap<>();
        List<VersionMark> marks = new ArrayList<>();
        nights.forEach((night, pathways) -> {
            SortedMap<String, Long> fresh = new TreeMap<>();
            pathways.forEach((pathway, entries) -> {
                SortedMap<String, Long> named = named(entries);
                if (!named.isEmpty()) {
                    SortedSet<String> before = known.put(pathway, new TreeSet<>(named.keySet()));
                    if (before != null) {
                        named.keySet().removeAll(before);
                        named.forEach((version, runs) -> fresh.merge(version, runs, Long::sum));
                    }
                }
            });
            if (!fresh.isEmpty()) {
                marks.add(new VersionMark(night, mostRunsFirst(fresh)));
            }
        });
        return marks;
    }

    /** Each version with the runs of the entries that name it. */
    private static SortedMap<String, Long> named(List<NightEntry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.versions().stream()
                        .map(version -> Map.entry(version, entry.tally().total())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, Long::sum, TreeMap::new));
    }

    private static List<String> mostRunsFirst(SortedMap<String, Long> versions) {
        return versions.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
