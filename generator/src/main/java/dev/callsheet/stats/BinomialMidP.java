package dev.callsheet.stats;

/**
 * Mid-p values of the exact test that a pass rate is {@code rate}: the observed outcome counts half (metrics.md 3.2).
 * They are shown for information; no decision rests on them, because their level is not guaranteed.
 *
 * @param less against a lower rate: P(X &lt; passed) + ½P(X = passed)
 * @param greater against a higher rate; less + greater is 1
 * @param twoSided twice the smaller of both
 */
public record BinomialMidP(double less, double greater, double twoSided) {

    /** The test of {@code passed} of n against a rate in [0,1]; ½ on either side for n = 0. */
    public static BinomialMidP of(long passed, long n, double rate) {
        // Averages of two tails, not differences from 1: small values keep all their digits.
        double below = passed == 0 ? 0 : ExactBinomial.probabilityAtMost(passed - 1, n, rate);
        double above = passed == n ? 0 : ExactBinomial.probabilityAtLeast(passed + 1, n, rate);
        double less = (below + ExactBinomial.probabilityAtMost(passed, n, rate)) / 2;
        double greater = (above + ExactBinomial.probabilityAtLeast(passed, n, rate)) / 2;
        return new BinomialMidP(less, greater, Math.min(1, 2 * Math.min(less, greater)));
    }
}
