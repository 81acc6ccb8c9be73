package dev.callsheet.stats;

/**
 * The posterior of a pass rate from the Jeffreys prior, Beta(passed + ½, n − passed + ½) (metrics.md 1.3). Defined
 * without data too, where it is the prior: mean ½, interval [0,1].
 */
public final class Jeffreys {

    private Jeffreys() {}

    /** The posterior mean, (passed + ½)/(n + 1). */
    public static double mean(long passed, long n) {
        Trials.check(passed, n);
        return (passed + 0.5) / (n + 1.0);
    }

    /** The equal-tailed 95 % interval. */
    public static Interval interval(long passed, long n) {
        return interval(passed, n, Distributions.CONFIDENCE);
    }

    /**
     * The equal-tailed interval at a confidence between 0 and 1. It begins at 0 when nothing passed and ends at 1 when
     * everything did (Brown, Cai and DasGupta 2001).
     */
    public static Interval interval(long passed, long n, double confidence) {
        Trials.check(passed, n);
        double tail = Distributions.tail(confidence);
        double a = passed + 0.5;
        double b = n - passed + 0.5;
        return new Interval(
                passed == 0 ? 0 : Distributions.betaQuantile(tail, a, b),
                passed == n ? 1 : Distributions.betaUpperQuantile(tail, a, b));
    }

    /** The posterior probability that the pass rate is below {@code rate}, a number in [0,1]. */
    public static double probabilityBelow(long passed, long n, double rate) {
        Trials.check(passed, n);
        if (!(rate >= 0 && rate <= 1)) {
            throw new IllegalArgumentException("a rate must be in [0,1], was " + rate);
        }
        return Distributions.betaCdf(rate, passed + 0.5, n - passed + 0.5);
    }
}
