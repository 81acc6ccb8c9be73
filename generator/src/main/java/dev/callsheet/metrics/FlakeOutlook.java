package dev.callsheet.metrics;

import dev.callsheet.stats.FlakeRisk;
import dev.callsheet.stats.RatePrior;
import dev.callsheet.stats.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What flakiness will cost if nothing changes (metrics.md 2.6, 8): the next night is taken to have as many runs of each
 * scenario as tonight. Scenarios that are broken or got worse are left out: they would fail a gate, but not by chance.
 *
 * @param allPass of a gate that wants every run to pass; null when no scenario is counted
 * @param counted scenarios that the risk is about
 * @param leftOut scenarios that ran tonight and are broken or got worse
 * @param required of a gate that wants required scenarios alone to pass, four fifths of the runs of each (metrics.md 9);
 *     null when none is counted
 * @param expected by scenario that ran tonight: failed runs to expect next night
 * @param cost minutes lost over the window, and runs that met their turn limit
 * @param costTonight the same of the report's night
 */
public record FlakeOutlook(
        @Nullable FlakeRisk allPass,
        int counted,
        int leftOut,
        @Nullable FlakeRisk required,
        SortedMap<String, Double> expected,
        Cost cost,
        Cost costTonight) {

    static FlakeOutlook of(List<ScenarioNumbers> scenarios, Cost cost, Cost costTonight) {
        RatePrior prior =
                RatePrior.of(scenarios.stream().map(FlakeOutlook::judged).toList());
        List<FlakeRisk.Gated> all = new ArrayList<>();
        List<FlakeRisk.Gated> required = new ArrayList<>();
        SortedMap<String, Double> expected = new TreeMap<>();
        int leftOut = 0;
        for (ScenarioNumbers scenario : scenarios) {
            int runs = Math.toIntExact(scenario.tonight().valid());
            if (runs == 0) {
                continue;
            }
            Trials judged = judged(scenario);
            expected.put(scenario.id(), runs * (1 - prior.mean(judged)));
            if (fails(scenario.decision())) {
                leftOut++;
                continue;
            }
            all.add(new FlakeRisk.Gated(judged, runs, runs));
            if (Objects.equals(scenario.required(), true)) {
                required.add(new FlakeRisk.Gated(judged, runs, needed(runs)));
            }
        }
        return new FlakeOutlook(
                all.isEmpty() ? null : FlakeRisk.of(prior, all),
                all.size(),
                leftOut,
                required.isEmpty() ? null : FlakeRisk.of(prior, required),
                expected,
                cost,
                costTonight);
    }

    /** How many of a required scenario's runs must pass, rounded up: 4 of 5. */
    static int needed(int runs) {
        return (4 * runs + 4) / 5;
    }

    private static boolean fails(Decision decision) {
        return decision.state() == State.BROKEN || decision.event() == Event.REGRESSED;
    }

    private static Trials judged(ScenarioNumbers scenario) {
        Decision.Regime judged = scenario.decision().judged();
        return judged == null ? new Trials(0, 0) : judged.rate().trials();
    }
}
