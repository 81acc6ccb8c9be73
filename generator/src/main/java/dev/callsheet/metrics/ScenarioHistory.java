package dev.callsheet.metrics;

import dev.callsheet.stats.Fisher;
import dev.callsheet.stats.PassSegments;
import dev.callsheet.stats.Trials;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A scenario's nights up to tonight, cut where its pass rate changed (metrics.md 2.5, steps 1 and 2).
 *
 * @param valid the nights of the window with a valid run, oldest first
 * @param tonight the last entry, with or without a valid run
 * @param errors whether there is any run without a result of the agent's
 * @param changes within {@code valid}
 */
record ScenarioHistory(
        List<NightOutcomes> valid, NightOutcomes tonight, boolean errors, List<PassSegments.Change> changes) {

    /** @param nights oldest first, the last one being tonight, with or without runs */
    static List<NightOutcomes> window(List<NightOutcomes> nights, Rules rules) {
        List<NightOutcomes> valid = new ArrayList<>();
        for (int i = nights.size() - 1; i >= 0 && valid.size() < rules.windowNights(); i--) {
            if (nights.get(i).isValid()) {
                valid.add(nights.get(i));
            }
        }
        Collections.reverse(valid);
        return valid;
    }

    static ScenarioHistory of(List<NightOutcomes> nights, double changeAlpha, Rules rules) {
        List<NightOutcomes> valid = window(nights, rules);
        return new ScenarioHistory(
                valid,
                nights.get(nights.size() - 1),
                nights.stream().anyMatch(night -> night.infrastructure() > 0),
                PassSegments.changes(
                        valid.stream().map(NightOutcomes::trials).toList(), changeAlpha, rules.minimumChange()));
    }

    /** The nights since the last change. */
    List<NightOutcomes> regime() {
        return valid.subList(changes.isEmpty() ? 0 : lastChange().night(), valid.size());
    }

    PassSegments.Change lastChange() {
        return changes.get(changes.size() - 1);
    }

    /** How many nights ago the last change was, the night itself counted. */
    int nightsSinceChange() {
        return valid.size() - lastChange().night();
    }

    /** Tonight compared with its regime before; null when either has too few runs. */
    @Nullable
    Comparison comparison(Rules rules) {
        if (!tonight.isValid()) {
            return null;
        }
        List<NightOutcomes> regime = regime();
        Trials before = sum(regime.subList(0, regime.size() - 1));
        return before.n() < rules.priorRuns()
                ? null
                : new Comparison(
                        regime.get(0).night(),
                        before,
                        tonight.trials(),
                        Fisher.drop(before, tonight.trials()),
                        Fisher.rise(before, tonight.trials()));
    }

    /** Fisher's p-values of a fall and of a rise, not yet adjusted for asking them of every scenario. */
    record Comparison(LocalDate since, Trials before, Trials tonight, double drop, double rise) {}

    static Trials sum(List<NightOutcomes> nights) {
        return nights.stream().map(NightOutcomes::trials).reduce(new Trials(0, 0), Trials::plus);
    }
}
