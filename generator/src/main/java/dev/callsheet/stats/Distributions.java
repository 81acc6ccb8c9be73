package dev.callsheet.stats;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The distributions that the mathematics needs, to the accuracy of metrics.md 0.4: 1e-11 (cdf) and 1e-9 (quantiles).
 *
 * <p>Of a cdf and its complement the library computes the smaller one well; the larger one is taken as the difference
 * from 1, since for Beta(½, ½) the library's own is off by 2e-9 beside the ends.
 */
final class Distributions {

    /** The confidence of every interval that does not say otherwise. */
    static final double CONFIDENCE = 0.95;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Distributions() {}

    /** The probability left above a two-sided interval, (1 − confidence)/2. */
    static double tail(double confidence) {
        return outside(confidence) / 2;
    }

    /** The probability outside a one-sided bound, 1 − confidence. */
    static double outside(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence must lie between 0 and 1, was " + confidence);
        }
        return 1 - confidence;
    }

    /** Φ⁻¹(p) of the standard normal distribution. */
    static double normalQuantile(double p) {
        return NORMAL.inverseCumulativeProbability(p);
    }

    /** The p-quantile of Student's t with {@code df} degrees of freedom, which must be positive. */
    static double tQuantile(double p, double df) {
        return TDistribution.of(df).inverseCumulativeProbability(p);
    }

    /** P(T > t) for Student's t with {@code df} degrees of freedom, with all its digits where it is small. */
    static double tSurvival(double t, double df) {
        double square = t * t;
        // P(|T| > |t|) by the beta distribution, from whichever of x and 1 − x is the smaller.
        double beyond = square < df
                ? betaSurvival(square / (df + square), 0.5, df / 2)
                : betaCdf(df / (df + square), df / 2, 0.5);
        return t < 0 ? 1 - beyond / 2 : beyond / 2;
    }

    /** P(X ≤ x) for X ~ Beta(a, b), the regularised incomplete beta function. */
    static double betaCdf(double x, double a, double b) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double below = beta.cumulativeProbability(x);
        return below <= 0.5 ? below : 1 - beta.survivalProbability(x);
    }

    /** P(X > x) for X ~ Beta(a, b), with all its digits where it is small. */
    static double betaSurvival(double x, double a, double b) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double above = beta.survivalProbability(x);
        return above <= 0.5 ? above : 1 - beta.cumulativeProbability(x);
    }

    /** The p-quantile of Beta(a, b). */
    static double betaQuantile(double p, double a, double b) {
        return BetaDistribution.of(a, b).inverseCumulativeProbability(p);
    }

    /** The number that X ~ Beta(a, b) exceeds with probability p. */
    static double betaUpperQuantile(double p, double a, double b) {
        return BetaDistribution.of(a, b).inverseSurvivalProbability(p);
    }
}
