package dev.callsheet.stats;

import org.apache.commons.statistics.distribution.HypergeometricDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The exact test of Wald and Wolfowitz: whether outcomes flip more rarely or more often than in a random order of the
 * same passes and failures (metrics.md 2.2). Few flips mean that outcomes come in blocks, which looks like a change
 * rather than a flake. For display only; changes are found by the scan of metrics.md 4.2.
 *
 * @param expectedFlips 2 · passed · failed/n; null without outcomes, like all that follow
 * @param fewFlips the probability of at most as many flips
 * @param manyFlips the probability of at least as many flips
 */
public record WaldWolfowitz(
        @Nullable Double expectedFlips,
        @Nullable Double fewFlips,
        @Nullable Double manyFlips) {

    /** The test of a sequence; both probabilities are 1 when all outcomes agree. Linear in n, also for small tails. */
    public static WaldWolfowitz of(OutcomeSequence sequence) {
        int n = sequence.n();
        int passed = sequence.passed();
        if (n == 0) {
            return new WaldWolfowitz(null, null, null);
        }
        double expected = 2.0 * passed * (n - passed) / n;
        if (sequence.flips() == 0) {
            return new WaldWolfowitz(expected, 1.0, 1.0);
        }
        // With j = ⌈flips/2⌉, the published P(2j runs) and P(2j + 1 runs) add up to the hypergeometric
        // C(passed, j) · C(failed − 1, failed − j)/C(n − 1, failed), of which P(2j runs) is the share 2j/n.
        HypergeometricDistribution pairs = HypergeometricDistribution.of(n - 1, passed, n - passed);
        int j = (sequence.flips() + 1) / 2;
        boolean odd = sequence.flips() % 2 == 1;
        double here = pairs.probability(j);
        double few = pairs.cumulativeProbability(j - 1) + here * (odd ? 2.0 * j / n : 1);
        double many = pairs.survivalProbability(j) + here * (odd ? 1 : 1 - 2.0 * j / n);
        return new WaldWolfowitz(expected, Math.min(1, few), Math.min(1, many));
    }
}
