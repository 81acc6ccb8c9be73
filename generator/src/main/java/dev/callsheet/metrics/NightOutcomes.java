package dev.callsheet.metrics;

import dev.callsheet.stats.Trials;
import java.time.LocalDate;

/**
 * What the decision procedure sees of a scenario's night (metrics.md 2.5).
 *
 * @param infrastructure runs that ended without a result of the agent's: errors, cancelled runs, and runs of a batch
 *     that mostly errored
 * @param mixedSet whether some set of runs that were started together both passed and failed
 */
record NightOutcomes(LocalDate night, long passed, long failed, long infrastructure, boolean mixedSet) {

    static NightOutcomes none(LocalDate night) {
        return new NightOutcomes(night, 0, 0, 0, false);
    }

    boolean isValid() {
        return passed + failed > 0;
    }

    /** Whether all its runs agree, and so the night stands for one outcome. */
    boolean isUnmixed() {
        return (passed == 0) != (failed == 0);
    }

    Trials trials() {
        return new Trials(passed, passed + failed);
    }
}
