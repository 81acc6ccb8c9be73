package dev.callsheet.metrics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which scenarios truly changed of late, that is, beyond what chance explains (metrics.md 2.5).
 *
 * @param worse those that got worse, the newest change first, then required ones, then the strongest evidence
 * @param better those that were fixed or improved, likewise
 * @param unchanged how many of the others have been judged before and are as they were
 * @param fresh how many are too new to have changed
 * @param undecided those of which neither is proven, that they are reliable nor that they are not; the fewest runs to
 *     settle it first
 */
public record SuiteChanges(
        List<ScenarioNumbers> worse,
        List<ScenarioNumbers> better,
        int unchanged,
        int fresh,
        List<ScenarioNumbers> undecided) {

    private static final Comparator<ScenarioNumbers> NEWEST_AND_STRONGEST = Comparator.comparing(
                    (ScenarioNumbers s) -> Objects.requireNonNull(s.decision().eventSince()), Comparator.reverseOrder())
            .thenComparing(s -> !Objects.equals(s.required(), true))
            .thenComparing(s -> s.decision().eventP())
            .thenComparing(ScenarioNumbers::name)
            .thenComparing(ScenarioNumbers::id);

    static SuiteChanges of(List<ScenarioNumbers> scenarios) {
        return new SuiteChanges(
                scenarios.stream()
                        .filter(s -> s.decision().event() == Event.REGRESSED)
                        .sorted(NEWEST_AND_STRONGEST)
                        .toList(),
                scenarios.stream()
                        .filter(s -> s.decision().event() == Event.FIXED
                                || s.decision().event() == Event.IMPROVED)
                        .sorted(NEWEST_AND_STRONGEST)
                        .toList(),
                (int) scenarios.stream()
                        .filter(s ->
                                s.decision().judged() != null && s.decision().event() == Event.NONE)
                        .count(),
                (int) scenarios.stream()
                        .filter(s -> s.decision().event() == Event.NEW)
                        .count(),
                scenarios.stream()
                        .filter(s -> s.decision().state() == State.SUSPECT
                                || s.decision().state() == State.INSUFFICIENT)
                        .sorted(Comparator.comparing(
                                        ScenarioNumbers::runsToDecide, Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(ScenarioNumbers::name)
                                .thenComparing(ScenarioNumbers::id))
                        .toList());
    }

    /** Those of some scenarios whose change began after a night; none without a night to compare with. */
    public static List<ScenarioNumbers> after(@Nullable LocalDate against, List<ScenarioNumbers> changed) {
        return changed.stream()
                .filter(s -> against != null
                        && Objects.requireNonNull(s.decision().eventSince()).isAfter(against))
                .toList();
    }
}
