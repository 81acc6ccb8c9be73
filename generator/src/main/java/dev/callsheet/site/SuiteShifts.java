package dev.callsheet.site;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.ScenarioNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The nights of a suite on which the level of some scenario truly changed. */
final class SuiteShifts {

    private static final int MOST_NAMED = 3;

    private SuiteShifts() {}

    /** Those that a chart shows, oldest first, then by name. */
    static List<Level.Shift> shown(Analysis analysis, NightAxis axis) {
        return analysis.scenarios().stream()
                .flatMap(scenario -> Level.shifts(scenario).stream())
                .filter(shift -> axis.shows(shift.night()))
                .sorted(Comparator.comparing(Level.Shift::night))
                .toList();
    }

    /** One flag a night: "1 worse, 2 better". */
    static List<ChartSpec.Flag> flags(List<Level.Shift> shifts, NightAxis axis) {
        Map<LocalDate, List<Level.Shift>> nights =
                shifts.stream().collect(Collectors.groupingBy(Level.Shift::night, TreeMap::new, Collectors.toList()));
        return nights.entrySet().stream()
                .map(night -> flag(axis.place(night.getKey()), night.getValue()))
                .toList();
    }

    private static ChartSpec.Flag flag(int place, List<Level.Shift> shifts) {
        long worse = shifts.stream().filter(Level.Shift::isWorse).count();
        long better = shifts.size() - worse;
        String label =
                worse == 0 ? better + " better" : worse + " worse" + (better == 0 ? "" : ", " + better + " better");
        return new ChartSpec.Flag(place, worse == 0 ? ChartSpec.Kind.BETTER : ChartSpec.Kind.WORSE, label);
    }

    /** " Worse from 12 Apr: Cancel an appointment. Better from …"; the newest, and how many more there are. */
    static String words(Analysis analysis, List<Level.Shift> shifts) {
        Labels labels = new Labels(analysis.scenarios());
        Map<String, List<ScenarioNumbers>> courses = new LinkedHashMap<>();
        shifts.stream()
                .sorted(Comparator.comparing(Level.Shift::night, Comparator.reverseOrder())
                        .thenComparing(shift -> !shift.isWorse()))
                .limit(MOST_NAMED)
                .forEach(shift -> courses.computeIfAbsent(course(shift), c -> new ArrayList<>())
                        .add(shift.scenario()));
        String named = courses.entrySet().stream()
                .map(course -> " " + course.getKey() + ": "
                        + course.getValue().stream()
                                .map(scenario -> labels.of(scenario.id()))
                                .collect(Collectors.joining(", "))
                        + ".")
                .collect(Collectors.joining());
        int more = shifts.size() - MOST_NAMED;
        return more <= 0 ? named : named + " " + Format.count(more, "more change") + " of scenarios.";
    }

    private static String course(Level.Shift shift) {
        return (shift.isWorse() ? "Worse" : "Better") + " from " + Format.shortDate(shift.night());
    }
}
