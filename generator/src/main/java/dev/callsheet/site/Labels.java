package dev.callsheet.site;

import dev.callsheet.metrics.ScenarioNumbers;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What pages call a scenario: its name, and where several scenarios share a name, the beginning of its id behind it.
 * Names are unique for a pathway only, so two scenarios of one name are two scenarios.
 */
final class Labels {

    private static final int ID_START = 8;

    private final Map<String, String> byId = new TreeMap<>();

    Labels(Collection<ScenarioNumbers> scenarios) {
        Map<String, Integer> uses = new HashMap<>();
        scenarios.forEach(scenario -> uses.merge(scenario.name(), 1, Integer::sum));
        for (ScenarioNumbers scenario : scenarios) {
            boolean shared = uses.getOrDefault(scenario.name(), 1) > 1;
            String id =
                    scenario.id().substring(0, Math.min(ID_START, scenario.id().length()));
            byId.put(scenario.id(), shared ? scenario.name() + " (" + id + ")" : scenario.name());
        }
    }

    /** The label; the id itself for a scenario that is not known. */
    String of(String scenarioId) {
        return byId.getOrDefault(scenarioId, scenarioId);
    }
}
