package dev.callsheet.metrics;

import dev.callsheet.stats.Fisher;
import dev.callsheet.stats.Trials;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a single night can prove against the nights before it (metrics.md 3.2): a fall that is no larger than this stays
 * unseen until further nights confirm it.
 *
 * @param tested scenarios that tonight was compared for
 * @param blind those of them for which not even a night without a pass would prove a fall
 * @param typical the scenario in the middle, by how deep it must fall, of those that are as before, if any is; null when
 *     none was tested
 * @param passedAtMost how many of the typical scenario's runs may pass for a fall to be proven; −1 when none may
 */
public record OneNight(int tested, int blind, @Nullable ScenarioNumbers typical, long passedAtMost) {

    private record Fall(ScenarioNumbers scenario, long passedAtMost) {

        /** Whether tonight is as before. What is before of one that fell tonight may be cut to its last good night. */
        boolean isSteady() {
            Decision.TonightTest test =
                    Objects.requireNonNull(scenario.decision().tonight());
            return !test.isLower() && !test.isHigher();
        }
    }

    static OneNight of(List<ScenarioNumbers> scenarios) {
        List<ScenarioNumbers> tested =
                scenarios.stream().filter(s -> s.decision().tonight() != null).toList();
        List<Fall> falls = tested.stream()
                .map(s -> new Fall(
                        s, passedAtMost(Objects.requireNonNull(s.decision().tonight()), tested.size())))
                .sorted(Comparator.comparing(Fall::passedAtMost).thenComparing(fall -> fall.scenario.id()))
                .toList();
        if (falls.isEmpty()) {
            return new OneNight(0, 0, null, -1);
        }
        List<Fall> steady = falls.stream().filter(Fall::isSteady).toList();
        List<Fall> some = steady.isEmpty() ? falls : steady;
        Fall middle = some.get(some.size() / 2);
        return new OneNight(
                falls.size(),
                (int) falls.stream().filter(fall -> fall.passedAtMost < 0).count(),
                middle.scenario,
                middle.passedAtMost);
    }

    /** As if only this scenario had fallen: its p-value is then the smallest of all that are tested. */
    private static long passedAtMost(Decision.TonightTest test, int tested) {
        long n = test.tonight().n();
        for (long passed = n; passed >= 0; passed--) {
            if (Fisher.drop(test.before().trials(), new Trials(passed, n)) * tested <= test.level()) {
                return passed;
            }
        }
        return -1;
    }
}
