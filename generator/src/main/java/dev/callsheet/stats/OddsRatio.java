package dev.callsheet.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Mantel–Haenszel odds ratio of failing, over groups of runs that are compared only with themselves (metrics.md
 * 7.3): above 1 where runs that have something in common fail more often than others of the same group. A group that has
 * no run with it, none without it, or in which every run ended alike says nothing and takes nothing away.
 *
 * @param raising Σ of failed with × passed without / runs of the group, at least 0
 * @param lowering Σ of passed with × failed without / runs of the group, at least 0
 */
public record OddsRatio(double raising, double lowering) {

    /** Of one group this is the plain odds ratio. */
    public static OddsRatio of(List<Spectrum> groups) {
        double raising = 0;
        double lowering = 0;
        for (Spectrum group : groups) {
            double n = Math.addExact(group.failed(), group.passed());
            if (n > 0) {
                raising += group.ef() * (double) (group.passed() - group.ep()) / n;
                lowering += group.ep() * (double) (group.failed() - group.ef()) / n;
            }
        }
        return new OddsRatio(raising, lowering);
    }

    /** From 0; null where it is infinite or no group says anything. */
    public @Nullable Double value() {
        return lowering == 0 ? null : raising / lowering;
    }

    public boolean isInfinite() {
        return lowering == 0 && raising > 0;
    }

    /** Whether runs that have it fail more often than others of their own group. */
    public boolean isAboveOne() {
        return raising > lowering;
    }
}
