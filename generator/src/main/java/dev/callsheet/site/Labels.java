package dev.callsheet.site;

import dev.callsheet.metrics.ScenarioNumbers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What pages call a scenario: its name, and where several scenarios share a name, the beginning of its id behind it,
 * or all of it where the beginnings agree.
 * Names are unique for a pathway only, so two scenarios of one name are two scenarios.
 */
final class Labels {

    private static final int ID_START = 8;

    private final Map<String, String> byId = new TreeMap<>();

    Labels(Collection<ScenarioNumbers> scenarios) {
        Map<String, Integer> names = new HashMap<>();
        Map<String, Integer> labels = new HashMap<>();
        for (ScenarioNumbers scenario : scenarios) {
            names.merge(scenario.name(), 1, Integer::sum);
            labels.merge(withStartOfId(scenario), 1, Integer::sum);
        }
        for (ScenarioNumbers scenario : scenarios) {
            String label = scenario.name();
            if (names.getOrDefault(label, 1) > 1) {
                label = withStartOfId(scenario);
            }
            if (labels.getOrDefault(label, 1) > 1) {
                label = scenario.name() + " (" + scenario.id() + ")";
            }
            byId.put(scenario.id(), label);
        }
    }

    private static String withStartOfId(ScenarioNumbers scenario) {
        String id = scenario.id();
        String start = id.codePointCount(0, id.length()) <= ID_START
                ? id
                : id.substring(0, id.offsetByCodePoints(0, ID_START));
        return scenario.name() + " (" + start + ")";
    }

    /** The label; the id itself for a scenario that is not known. */
    String of(String scenarioId) {
        return byId.getOrDefault(scenarioId, scenarioId);
    }
}
