package dev.callsheet.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Tonight compared with an earlier night. What got worse or better is what the decision procedure dates after that
 * night; the counts of the two nights are its evidence (design.md 3). Lists of ids are sorted.
 *
 * @param against the earlier night, with a valid run
 * @param worse scenarios whose fall began after it, the newest first; so {@code better}
 * @param fresh scenarios with a valid run tonight that had none up to that night
 * @param returned scenarios with a valid run tonight and before that night, but none on it
 * @param gone scenarios with a valid run on that night and no run tonight that are switched off or, where the
 *     scenarios of their pathway that ran tonight all have a document, have none. A document that any input or history
 *     still holds speaks against it. Nothing here proves that a scenario was deleted: the API answers for what there
 *     is, and an export may be partial
 * @param notRun the others with a valid run on that night and none tonight
 */
public record NightComparison(
        LocalDate against,
        Comparison comparison,
        List<Moved> worse,
        List<Moved> better,
        List<String> fresh,
        List<String> returned,
        List<String> gone,
        List<String> notRun) {

    /**
     * A scenario that changed.
     *
     * @param since the night from which on it is as it is now
     * @param before the runs of the stretch that holds the earlier night, and {@code after} those since the change
     */
    public record Moved(ScenarioNumbers scenario, LocalDate since, Rate before, Rate after) {

        private static Moved ofEvent(ScenarioNumbers scenario) {
            Decision decision = scenario.decision();
            return new Moved(
                    scenario,
                    Objects.requireNonNull(decision.eventSince()),
                    Objects.requireNonNull(decision.beforeEvent()),
                    Objects.requireNonNull(decision.sinceEvent()));
        }

        /**
         * From the level that holds a night to the level of now, which several changes may lie between; null when it
         * did not change after that night, or came back to nearly where it was.
         */
        private static @Nullable Moved from(LocalDate night, ScenarioNumbers scenario, Rules rules) {
            Decision decision = scenario.decision();
            List<Decision.Change> changes = decision.changes().stream()
                    .filter(change -> change.night().isAfter(night))
                    .toList();
            boolean tonight = decision.isTonight()
                    && Objects.requireNonNull(decision.eventSince()).isAfter(night);
            if (changes.isEmpty()) {
                return tonight ? ofEvent(scenario) : null;
            }
            Decision.Change last = changes.get(changes.size() - 1);
            Moved moved = new Moved(
                    scenario,
                    tonight ? Objects.requireNonNull(decision.eventSince()) : last.night(),
                    changes.get(0).before(),
                    tonight ? Objects.requireNonNull(decision.sinceEvent()) : last.after());
            boolean once = changes.size() == 1 && !tonight;
            return once || Math.abs(moved.rise()) >= rules.minimumChange() ? moved : null;
        }

        private double rise() {
            return after.passed() / (double) after.n() - before.passed() / (double) before.n();
        }
    }

    /** Against the night before: what changed is what is news tonight. */
    static NightComparison ofPrevious(
            NightNumbers tonight, NightNumbers earlier, List<ScenarioNumbers> scenarios, Rules rules) {
        SuiteChanges changes = SuiteChanges.of(scenarios);
        return of(
                tonight,
                earlier,
                scenarios,
                SuiteChanges.after(earlier.night(), changes.worse()).stream()
                        .map(Moved::ofEvent)
                        .toList(),
                SuiteChanges.after(earlier.night(), changes.better()).stream()
                        .map(Moved::ofEvent)
                        .toList(),
                rules);
    }

    /** Against any night: what changed since then, though it may be news no longer. */
    static NightComparison ofBaseline(
            NightNumbers tonight, NightNumbers earlier, List<ScenarioNumbers> scenarios, Rules rules) {
        List<Moved> moved = new ArrayList<>();
        for (ScenarioNumbers scenario : scenarios) {
            Moved change = Moved.from(earlier.night(), scenario, rules);
            if (change != null) {
                moved.add(change);
            }
        }
        moved.sort(Comparator.comparing(Moved::since, Comparator.reverseOrder())
                .thenComparing(change -> change.scenario.name())
                .thenComparing(change -> change.scenario.id()));
        return of(
                tonight,
                earlier,
                scenarios,
                moved.stream().filter(change -> change.rise() < 0).toList(),
                moved.stream().filter(change -> change.rise() > 0).toList(),
                rules);
    }

    private static NightComparison of(
            NightNumbers tonight,
            NightNumbers earlier,
            List<ScenarioNumbers> scenarios,
            List<Moved> worse,
            List<Moved> better,
            Rules rules) {
        Comparison comparison = Comparison.of(tallies(earlier), tallies(tonight), rules);
        Map<String, ScenarioNumbers> byId =
                scenarios.stream().collect(Collectors.toMap(ScenarioNumbers::id, Function.identity()));
        List<String> fresh = new ArrayList<>();
        List<String> returned = new ArrayList<>();
        for (String id : comparison.onlyNow()) {
            boolean ran = known(byId, id).entries().stream()
                    .anyMatch(
                            entry -> entry.tally().valid() > 0 && entry.night().isBefore(earlier.night()));
            (ran ? returned : fresh).add(id);
        }
        Set<String> documented = documentedPathways(scenarios);
        List<String> gone = new ArrayList<>();
        List<String> notRun = new ArrayList<>();
        for (String id : comparison.onlyBefore()) {
            (isGone(known(byId, id), documented) ? gone : notRun).add(id);
        }
        return new NightComparison(earlier.night(), comparison, worse, better, fresh, returned, gone, notRun);
    }

    private static ScenarioNumbers known(Map<String, ScenarioNumbers> byId, String id) {
        return Objects.requireNonNull(byId.get(id), id);
    }

    private static SortedMap<String, Tally> tallies(NightNumbers night) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        night.entries()
                .forEach(entry -> tallies.put(entry.scenarioId(), entry.entry().tally()));
        return tallies;
    }

    /** Pathways of which a scenario ran tonight, and none without a document; empty for scenarios that name none. */
    private static Set<String> documentedPathways(Collection<ScenarioNumbers> scenarios) {
        return scenarios.stream()
                .filter(scenario -> scenario.tonight().total() > 0)
                .collect(Collectors.groupingBy(
                        NightComparison::pathway,
                        TreeMap::new,
                        Collectors.reducing(true, scenario -> scenario.definition() != null, Boolean::logicalAnd)))
                .entrySet()
                .stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isGone(ScenarioNumbers scenario, Set<String> documented) {
        return scenario.tonight().total() == 0
                && (scenario.definition() == null
                        ? documented.contains(pathway(scenario))
                        : Objects.equals(scenario.enabled(), false));
    }

    private static String pathway(ScenarioNumbers scenario) {
        return Objects.requireNonNullElse(scenario.pathwayId(), "");
    }
}
