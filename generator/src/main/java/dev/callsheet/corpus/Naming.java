package dev.callsheet.corpus;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult;
import dev.callsheet.model.Place;
import dev.callsheet.model.Problem;
import dev.callsheet.model.Scenario;
import dev.callsheet.model.SimulationSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds ids that mean different things in different documents: a scenario under several names, an assertion id under
 * several types. Each is reported once, at the first place by scenario and time, since a rename shows on every run.
 */
final class Naming {

    private final Consumer<Problem> problems;
    private final Set<List<@Nullable String>> reported = new HashSet<>();

    Naming(Consumer<Problem> problems) {
        this.problems = problems;
    }

    void check(List<CorpusRun> runs, SortedMap<String, Scenario> scenarios, SortedMap<String, SimulationSet> sets) {
        Map<String, AssertionKey> assertions = new HashMap<>();
        for (CorpusRun run : runs) {
            Place place = run.facts().place();
            name(
                    scenarios,
                    run.facts().scenarioId(),
                    run.facts().scenarioName(),
                    place.at("scenario").at("name"));
            List<AssertionResult> results = run.facts().assertions();
            for (int i = 0; i < results.size(); i++) {
                assertion(
                        assertions,
                        results.get(i).key(),
                        place.at("assertion_results").at(i).at("type"));
            }
        }
        for (SimulationSet set : sets.values()) {
            for (SimulationSet.PerScenario entry : set.perScenario()) {
                name(
                        scenarios,
                        entry.scenarioId(),
                        entry.scenarioName(),
                        entry.place().at("scenario_name"));
            }
        }
    }

    private void name(SortedMap<String, Scenario> scenarios, String scenarioId, @Nullable String name, Place place) {
        Scenario scenario = scenarios.get(scenarioId);
        if (scenario == null
                || scenario.name() == null
                || name == null
                || scenario.name().equals(name)) {
            return;
        }
        if (reported.add(List.of(scenarioId, name))) {
            report(
                    place,
                    scenarioId,
                    scenario.name() + " as in " + scenario.place(),
                    name,
                    "renamed? the scenario's own document gives the name");
        }
    }

    private void assertion(Map<String, AssertionKey> known, AssertionKey key, Place place) {
        if (key.id() == null || key.type() == null) {
            return;
        }
        AssertionKey first = known.putIfAbsent(key.id(), key);
        if (first != null && !key.type().equals(first.type()) && reported.add(List.of(key.id(), key.type()))) {
            report(
                    place,
                    key.id(),
                    "the type " + first.type() + " that this assertion id has elsewhere",
                    key.type(),
                    "the two are counted as two assertions");
        }
    }

    private void report(Place place, String id, String expected, String found, String hint) {
        problems.accept(new Problem(Problem.Kind.CONFLICT, Problem.Severity.INFO, place, id, expected, found, hint));
    }
}
