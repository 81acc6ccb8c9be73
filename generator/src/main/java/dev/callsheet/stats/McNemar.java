package dev.callsheet.stats;

/** The exact test of McNemar, for pairs of one outcome each (metrics.md 3.6). Pairs that agree say nothing. */
public final class McNemar {

    private McNemar() {}

    /**
     * The two-sided p value of a change in either direction; 1 when nothing changed.
     *
     * @param regressed pairs that passed before and failed after, at least 0
     * @param fixed pairs that failed before and passed after, at least 0
     */
    public static double exact(long regressed, long fixed) {
        long changed = Math.addExact(regressed, fixed);
        return Math.min(1, 2 * ExactBinomial.probabilityAtMost(Math.min(regressed, fixed), changed, 0.5));
    }
}
