package dev.callsheet.metrics;

import dev.callsheet.stats.NewcombeDifference;
import dev.callsheet.stats.OddsRatio;
import dev.callsheet.stats.Spectrum;
import dev.callsheet.stats.Trials;
import org.jspecify.annotations.Nullable;

/**
 * A node, a transition or the absence of a node over valid runs whose nodes are known (metrics.md 7.3). Nodes behind a
 * failure are its symptoms: nothing here says that one is to blame.
 *
 * @param with the runs that have it
 * @param without the others of the group
 * @param odds of failing with it, each scenario compared with itself only
 * @param suspicion null where too few runs have it, every run has it, none failed or none passed
 */
public record NodeNumbers(
        NodeFeature feature,
        Rate with,
        Rate without,
        OddsRatio odds,
        @Nullable Suspicion suspicion) {

    /**
     * Its place among all of its kind that enough runs have.
     *
     * @param rank from 1, by Ochiai's score
     * @param p Fisher's one-sided p
     * @param q the same adjusted for the number of those ranked
     * @param clear whether q is small enough to be called "clearly associated with failing"; else it is "weakly"
     */
    public record Suspicion(int rank, double p, double q, boolean clear) {}

    static NodeNumbers of(NodeFeature feature, Spectrum spectrum, OddsRatio odds, @Nullable Suspicion suspicion) {
        Spectrum absent = spectrum.absent();
        return new NodeNumbers(
                feature, Rate.of(spectrum.ep(), spectrum.with()), Rate.of(absent.ep(), absent.with()), odds, suspicion);
    }

    public Spectrum spectrum() {
        long ef = with.n() - with.passed();
        return new Spectrum(ef, with.passed(), ef + without.n() - without.passed(), with.passed() + without.passed());
    }

    /** By how much more runs that have it fail than the others, with its interval; null when either are none. */
    public @Nullable NewcombeDifference difference() {
        Spectrum with = spectrum();
        Spectrum without = with.absent();
        return NewcombeDifference.of(new Trials(with.ef(), with.with()), new Trials(without.ef(), without.with()));
    }

    /** Whether runs that have it failed more often than the others. */
    public boolean failsMore() {
        Double lift = spectrum().lift();
        return lift != null && lift > 1 && without.n() > 0;
    }
}
