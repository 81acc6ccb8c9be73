package dev.callsheet.metrics;

import dev.callsheet.model.ToneDimension;
import dev.callsheet.stats.MeanChanges;
import dev.callsheet.stats.Shift;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when the mean of a tone dimension changed.
 *
 * @param nights how many nights of the window have a mean
 * @param changes oldest first; empty when none was found, or there are too few nights to tell
 */
public record ToneTrend(ToneDimension dimension, int nights, List<ToneChange> changes) {

    /** With fewer nights no change can be told from chance (metrics.md 4.3). */
    public static final int FEWEST_NIGHTS = 12;

    /** @param alpha the error probability of one series */
    static ToneTrend of(ToneSeries series, double alpha, double minimumShift) {
        if (series.length() < FEWEST_NIGHTS) {
            return new ToneTrend(series.dimension(), series.length(), List.of());
        }
        List<MeanChanges.Change> found = MeanChanges.of(series.values(0, series.length()), alpha, minimumShift)
                .changes();
        List<ToneChange> changes = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            changes.add(change(series, found, i));
        }
        return new ToneTrend(series.dimension(), series.length(), List.copyOf(changes));
    }

    private static ToneChange change(ToneSeries series, List<MeanChanges.Change> found, int at) {
        MeanChanges.Change change = found.get(at);
        int from = 0;
        int to = series.length();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).firm() || !change.firm()) {
                from = i < at ? found.get(i).index() : from;
                to = i > at ? Math.min(to, found.get(i).index()) : to;
            }
        }
        double[] before = series.values(from, change.index());
        double[] now = series.values(change.index(), to);
        return new ToneChange(
                series.nights().get(change.index()),
                change.firm(),
                Measures.mean(before),
                Measures.mean(now),
                before.length,
                now.length,
                Objects.requireNonNull(Shift.between(before, now)), // a change has nights on either side
                change.p(),
                change.guardedP());
    }

    public boolean isTooShort() {
        return nights < FEWEST_NIGHTS;
    }

    /** The newest change that is firm: it parts the current level from the one before; null when there is none. */
    public @Nullable ToneChange firm() {
        return newest(true);
    }

    /** The newest change that is not; null when there is none, or a firm one is newer. */
    public @Nullable ToneChange tentative() {
        ToneChange newest = newest(false);
        ToneChange firm = firm();
        return newest == null || (firm != null && firm.since().isAfter(newest.since())) ? null : newest;
    }

    private @Nullable ToneChange newest(boolean firm) {
        return changes.stream()
                .filter(change -> change.firm() == firm)
                .reduce((older, newer) -> newer)
                .orElse(null);
    }

    /** The nights since the newest firm change begin here; null when there is none. */
    @Nullable
    LocalDate currentSince() {
        ToneChange firm = firm();
        return firm == null ? null : firm.since();
    }
}
