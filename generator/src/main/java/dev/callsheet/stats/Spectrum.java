package dev.callsheet.stats;

import org.jspecify.annotations.Nullable;

/**
 * How runs that have something in common ended, against all runs: the counts of spectrum-based fault localisation
 * (metrics.md 7.3). What they have in common may be a node they visit, a step they take, or a node they miss. Every
 * score is high where failing runs have it and passing runs do not; none of them says why.
 *
 * @param ef failed runs that have it, from 0 to {@code failed}
 * @param ep passed runs that have it, from 0 to {@code passed}
 * @param failed all failed runs
 * @param passed all passed runs
 */
public record Spectrum(long ef, long ep, long failed, long passed) {

    private static final double HALF = 0.5;

    public Spectrum {
        Trials.check(ef, failed);
        Trials.check(ep, passed);
    }

    /**
     * The logarithm of the odds ratio with one half added to each count, so that it is finite for any counts.
     *
     * @param z the same in standard errors
     */
    public record LogOdds(double value, double z) {}

    /** Runs that have it. */
    public long with() {
        return Math.addExact(ef, ep);
    }

    /** Runs that do not have it. */
    public long without() {
        return Math.addExact(failed - ef, passed - ep);
    }

    /** The same runs counted by not having it. */
    public Spectrum absent() {
        return new Spectrum(failed - ef, passed - ep, failed, passed);
    }

    /** ef/√(F·(ef+ep)), 0 to 1; null when no run failed, none passed or none has it. */
    public @Nullable Double ochiai() {
        return isUndefined() ? null : ef / Math.sqrt(failed * (double) with());
    }

    /** The share of failed runs that have it over the sum of that and the share of passed runs, 0 to 1; null likewise. */
    public @Nullable Double tarantula() {
        double ofFailed = ef / (double) failed;
        return isUndefined() ? null : ofFailed / (ofFailed + ep / (double) passed);
    }

    /** ef²/(ep+F−ef), from 0; null likewise, and where it is infinite: all failed runs have it and no passed run. */
    public @Nullable Double dstar2() {
        long against = Math.addExact(ep, failed - ef);
        return isUndefined() || against == 0 ? null : ef * (double) ef / against;
    }

    /** ef/(F+ep), 0 to 1; null likewise. */
    public @Nullable Double jaccard() {
        return isUndefined() ? null : ef / (double) Math.addExact(failed, ep);
    }

    /** How many times as often runs that have it fail as all runs do, from 0; 1 is neither. Null likewise. */
    public @Nullable Double lift() {
        return isUndefined() ? null : ef / (double) with() / (failed / (double) Math.addExact(failed, passed));
    }

    public LogOdds logOdds() {
        double failedWith = ef + HALF;
        double passedWith = ep + HALF;
        double failedWithout = failed - ef + HALF;
        double passedWithout = passed - ep + HALF;
        double value = Math.log(failedWith / passedWith) - Math.log(failedWithout / passedWithout);
        double variance = 1 / failedWith + 1 / passedWith + 1 / failedWithout + 1 / passedWithout;
        return new LogOdds(value, value / Math.sqrt(variance));
    }

    /**
     * Fisher's exact one-sided p: the probability that as many failed runs would have it, or more, if runs that have it
     * failed as often as the others. 1 where there is nothing to compare.
     */
    public double pGreater() {
        return Fisher.drop(new Trials(passed - ep, without()), new Trials(ep, with()));
    }

    private boolean isUndefined() {
        return failed == 0 || passed == 0 || with() == 0;
    }
}
