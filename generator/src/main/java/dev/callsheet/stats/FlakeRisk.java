package dev.callsheet.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How likely a gate fails the next time although nothing has changed (metrics.md 2.6). Sums and products follow the
 * order of the list.
 *
 * @param probability that at least one scenario of the gate fails
 * @param expectedFailures how many scenarios are expected to fail
 * @param plugIn the probability if every scenario's rate were exactly the one observed; it is 0 where nothing ever
 *     failed. Null when a scenario has no runs to take a rate from
 */
public record FlakeRisk(
        double probability,
        double expectedFailures,
        @Nullable Double plugIn) {

    private static final double RESCALE_ABOVE = 1e200;

    /**
     * A scenario that the gate looks at.
     *
     * @param judged its runs so far, of its current regime
     * @param runs how many runs it will have, at least 0
     * @param needed how many of them must pass, at least 0; all runs for the strictest rule
     */
    public record Gated(Trials judged, int runs, int needed) {

        public Gated {
            if (runs < 0 || needed < 0) {
                throw new IllegalArgumentException(
                        "runs and passes must not be negative, were " + runs + " and " + needed);
            }
        }
    }

    /** The risk of a gate; 0 for a gate without scenarios. */
    public static FlakeRisk of(RatePrior prior, List<Gated> gate) {
        double logPass = 0;
        double logPlugIn = 0;
        double expected = 0;
        boolean observed = true;
        for (Gated gated : gate) {
            double risk = risk(prior, gated);
            expected += risk;
            logPass += StrictMath.log1p(-risk);
            if (gated.judged().n() == 0) {
                observed = false;
            } else {
                logPlugIn += StrictMath.log1p(-plugIn(gated));
            }
        }
        return new FlakeRisk(failing(logPass), expected, observed ? failing(logPlugIn) : null);
    }

    /** 1 − e^x without losing the digits of a small result, and without a negative zero. */
    private static double failing(double logPass) {
        return 0 - StrictMath.expm1(logPass);
    }

    /** P(passes &lt; needed) for a beta-binomial number of passes. */
    private static double risk(RatePrior prior, Gated gated) {
        Trials judged = gated.judged();
        double a = prior.a() + judged.passed();
        double b = prior.b() + (judged.n() - judged.passed());
        int k = gated.runs();
        // The probabilities relative to that of k passes, by the ratio of neighbours downwards: all are positive, so
        // that a small risk keeps its digits.
        double weight = 1;
        double all = 1;
        double failing = k < gated.needed() ? 1 : 0;
        for (int passes = k - 1; passes >= 0; passes--) {
            weight *= (passes + 1) * (b + (k - passes - 1)) / ((k - passes) * (a + passes));
            all += weight;
            failing += passes < gated.needed() ? weight : 0;
            if (all > RESCALE_ABOVE) {
                weight /= RESCALE_ABOVE;
                all /= RESCALE_ABOVE;
                failing /= RESCALE_ABOVE;
            }
        }
        return Math.min(1, failing / all);
    }

    private static double plugIn(Gated gated) {
        if (gated.needed() == 0) {
            return 0;
        }
        if (gated.needed() > gated.runs()) {
            return 1;
        }
        double rate = (double) gated.judged().passed() / gated.judged().n();
        return ExactBinomial.probabilityAtMost(gated.needed() - 1L, gated.runs(), rate);
    }
}
