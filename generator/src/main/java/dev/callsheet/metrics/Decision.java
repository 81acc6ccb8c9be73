package dev.callsheet.metrics;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be claimed about a scenario, and the evidence (metrics.md 2.5).
 *
 * @param eventSince the night of the event; null when there is none
 * @param sinceEvent the runs since that night; null when there is none
 * @param onlyErrorsTonight whether tonight brought nothing but errors, so that earlier nights are judged
 * @param judged the runs that the state is about: tonight's if tonight differs from the nights before, else all since
 *     the last change; null when there is none
 * @param proof how likely so many passes would be at the rate that the state denies or, for {@link State#SUSPECT} and
 *     {@link State#INSUFFICIENT}, at the rate that is nearest to being denied; null when there are no runs
 * @param tonight tonight against the regime before it; null when that cannot be compared
 * @param changes the changes of the window, oldest first
 */
public record Decision(
        State state,
        Event event,
        @Nullable LocalDate eventSince,
        @Nullable Rate sinceEvent,
        boolean onlyErrorsTonight,
        @Nullable Regime judged,
        @Nullable Double proof,
        @Nullable TonightTest tonight,
        List<Change> changes) {

    /** Of a scenario that no run says anything about. */
    static final Decision NONE =
            new Decision(State.NO_DATA, Event.NONE, null, null, false, null, null, null, List.of());

    public Headline headline() {
        return Headline.of(state, event);
    }

    /** The night since which it is as it is: the event's, else the last change's; null when the window shows no change. */
    public @Nullable LocalDate lastChanged() {
        if (event != Event.NONE && event != Event.NEW) {
            return eventSince;
        }
        return changes.isEmpty() ? null : changes.get(changes.size() - 1).night();
    }

    /**
     * How often chance alone would bring the event: of a change within all nights, or of so bad or so good a night; 1
     * without one.
     */
    public double eventP() {
        if (tonight != null && isTonight()) {
            return tonight.isLower() ? tonight.drop() : tonight.rise();
        }
        return eventSince == null || changes.isEmpty()
                ? 1
                : changes.get(changes.size() - 1).adjustedP();
    }

    /** The runs before the event; null when there is none, or nothing came before. */
    public @Nullable Rate beforeEvent() {
        Change last = changes.isEmpty() ? null : changes.get(changes.size() - 1);
        if (tonight != null && isTonight()) {
            return last != null && cutsOffTooMuch(last, tonight)
                    ? Rate.of(
                            last.before().passed() + tonight.before().passed(),
                            last.before().n() + tonight.before().n())
                    : tonight.before();
        }
        return eventSince == null || last == null ? null : last.before();
    }

    /**
     * Whether the change of tonight is what the scan for changes found. It leaves no side of a change fewer than two
     * nights, so it dates a collapse of tonight one night early; only that night would then count as before.
     */
    private static boolean cutsOffTooMuch(Change last, TonightTest test) {
        double before = last.before().passed() / (double) last.before().n();
        double between = test.before().passed() / (double) test.before().n();
        double tonight = test.tonight().passed() / (double) test.tonight().n();
        return last.night().equals(test.since()) && Math.abs(between - before) < Math.abs(between - tonight);
    }

    /** Whether the event rests on tonight alone, and not on a change that began earlier. */
    public boolean isTonight() {
        return tonight != null && (tonight.isLower() || tonight.isHigher());
    }

    /**
     * Runs that are judged together.
     *
     * @param since their first night
     * @param nights with a valid run
     */
    public record Regime(LocalDate since, int nights, Rate rate) {}

    /**
     * A change of the pass rate (metrics.md 4.2).
     *
     * @param night the first one after it
     * @param before the runs of the stretch before it, and {@code after} those after it
     * @param p how often chance alone would split a series as well, anywhere
     * @param adjustedP the same, with nights allowed to vary as much as they do here; decides
     * @param dispersion how much more nights vary than chance has it, at least 1
     */
    public record Change(LocalDate night, Rate before, Rate after, double p, double adjustedP, double dispersion) {

        public boolean isDrop() {
            return after.passed() * before.n() < before.passed() * after.n();
        }
    }

    /**
     * Tonight against the regime before it, by Fisher's exact test (metrics.md 2.5 step 3, 3.2).
     *
     * @param since first night of the regime
     * @param drop how often chance alone would bring as bad a night, and {@code rise} as good a night
     * @param dropQ {@code drop} adjusted for asking it of every scenario, and {@code riseQ} for {@code rise}
     * @param level at or below which an adjusted value counts
     */
    public record TonightTest(
            LocalDate since,
            Rate before,
            Rate tonight,
            double drop,
            double rise,
            double dropQ,
            double riseQ,
            double level) {

        public boolean isLower() {
            return dropQ <= level;
        }

        public boolean isHigher() {
            return !isLower() && riseQ <= level;
        }
    }
}
