package dev.callsheet.metrics;

import dev.callsheet.stats.PassHatK;
import dev.callsheet.stats.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** pass^k of scenarios and of the suite (metrics.md 2.3). */
final class SuitePassHat {

    private SuitePassHat() {}

    /** pass^1, pass^2, … as far as the runs reach. */
    static List<Double> ofScenario(Tally tally) {
        List<Double> values = new ArrayList<>();
        for (int k = 1; k <= Math.min(Analysis.MAX_K, tally.valid()); k++) {
            values.add(Objects.requireNonNull(PassHatK.passHatK(tally.passed(), tally.valid(), k)));
        }
        return List.copyOf(values);
    }

    /** The suite's curve over scenarios that have a valid run, as far as any of them reaches. */
    static List<PassHatPoint> curve(List<Tally> scenarios) {
        List<Trials> trials = scenarios.stream()
                .filter(tally -> tally.valid() > 0)
                .map(tally -> new Trials(tally.passed(), tally.valid()))
                .toList();
        List<PassHatPoint> points = new ArrayList<>();
        for (int k = 1; k <= Analysis.MAX_K; k++) {
            PassHatK.Suite suite = PassHatK.suite(trials, k);
            Double value = suite.passHatK().mean();
            if (value == null) {
                break;
            }
            points.add(new PassHatPoint(
                    k,
                    value,
                    suite.passHatK().groups(),
                    suite.leftOut(),
                    suite.passHatK().interval()));
        }
        return List.copyOf(points);
    }
}
