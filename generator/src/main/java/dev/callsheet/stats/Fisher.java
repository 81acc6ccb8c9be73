package dev.callsheet.stats;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test of whether runs before and after have one pass probability (metrics.md 3.2): under that hypothesis
 * and given how many passed in all, the number that passed after is hypergeometric. The level is guaranteed for any
 * counts. Every p-value is 1 where either side has no run, since nothing can be said then.
 */
public final class Fisher {

    /** Outcomes as likely as the observed one, up to rounding, count as unlikely; as R and scipy have it. */
    private static final double AS_LIKELY = 1 + 1e-7;

    private Fisher() {}

    /** P(as few passes after, or fewer): small where the rate fell. */
    public static double drop(Trials before, Trials after) {
        return isEmpty(before, after) ? 1 : passedAfter(before, after).cumulativeProbability(count(after.passed()));
    }

    /** P(as many passes after, or more): small where the rate rose. */
    public static double rise(Trials before, Trials after) {
        return isEmpty(before, after) ? 1 : passedAfter(before, after).survivalProbability(count(after.passed()) - 1);
    }

    /** The total probability of all outcomes that are not likelier than the observed one. */
    public static double twoSided(Trials before, Trials after) {
        if (isEmpty(before, after)) {
            return 1;
        }
        HypergeometricDistribution passed = passedAfter(before, after);
        double observed = passed.probability(count(after.passed())) * AS_LIKELY;
        double p = 0;
        for (int x = passed.getSupportLowerBound(); x <= passed.getSupportUpperBound(); x++) {
            double probability = passed.probability(x);
            p += probability <= observed ? probability : 0;
        }
        return Math.min(1, p);
    }

    /** {@link #drop} with half the weight on the observed outcome; for information, since its level is not guaranteed. */
    public static double dropMidP(Trials before, Trials after) {
        return isEmpty(before, after)
                ? 1
                : drop(before, after) - passedAfter(before, after).probability(count(after.passed())) / 2;
    }

    private static boolean isEmpty(Trials before, Trials after) {
        return before.n() == 0 || after.n() == 0;
    }

    private static HypergeometricDistribution passedAfter(Trials before, Trials after) {
        return HypergeometricDistribution.of(
                count(Math.addExact(before.n(), after.n())),
                count(Math.addExact(before.passed(), after.passed())),
                count(after.n()));
    }

    private static int count(long runs) {
        return Math.toIntExact(runs);
    }
}
