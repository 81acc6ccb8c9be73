package dev.callsheet.site;

import dev.callsheet.metrics.Decision;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.ScenarioNumbers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of nights on which a scenario passed at one rate, by what is decided of it (metrics.md 2.5).
 *
 * @param since its first night; null for the first stretch
 * @param rate of its runs
 */
record Level(@Nullable LocalDate since, Rate rate) {

    /** The stretches of the window, oldest first; none where nothing is judged. */
    static List<Level> of(Decision decision) {
        Decision.TonightTest tonight = decision.isTonight() ? decision.tonight() : null;
        Rate before = decision.beforeEvent();
        List<Decision.Change> changes = decision.changes();
        if (tonight != null && !changes.isEmpty() && !tonight.before().equals(before)) {
            // The change dates tonight's collapse one night early.
            changes = changes.subList(0, changes.size() - 1);
        }
        List<Level> levels = new ArrayList<>();
        changes.forEach(change -> {
            if (levels.isEmpty()) {
                levels.add(new Level(null, change.before()));
            }
            levels.add(new Level(change.night(), change.after()));
        });
        if (tonight != null && before != null && decision.eventSince() != null) {
            LocalDate since =
                    levels.isEmpty() ? null : levels.remove(levels.size() - 1).since();
            levels.add(new Level(since, before));
            levels.add(new Level(decision.eventSince(), tonight.tonight()));
        } else if (levels.isEmpty() && decision.judged() != null) {
            levels.add(new Level(null, decision.judged().rate()));
        }
        return levels;
    }

    /** The nights on which a scenario changed from one level to another, oldest first. */
    static List<Shift> shifts(ScenarioNumbers scenario) {
        List<Level> levels = of(scenario.decision());
        List<Shift> shifts = new ArrayList<>();
        for (int i = 1; i < levels.size(); i++) {
            Level level = levels.get(i);
            if (level.since != null) {
                shifts.add(new Shift(level.since, scenario, level.isBelow(levels.get(i - 1))));
            }
        }
        return shifts;
    }

    private boolean isBelow(Level other) {
        return rate.passed() * other.rate.n() < other.rate.passed() * rate.n();
    }

    /** A change of the level of a scenario. */
    record Shift(LocalDate night, ScenarioNumbers scenario, boolean isWorse) {}
}
