package dev.callsheet.stats;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the suite says of a scenario's pass probability before the scenario itself does: Beta(a, b) (metrics.md 2.6).
 * From {@value #ENOUGH} scenarios with runs on it is estimated from their rates (empirical Bayes); the prior of Jeffreys
 * for each scenario would make a large healthy suite look as if some of it nearly always failed.
 *
 * @param a weight of passes, above 0
 * @param b weight of failures, above 0
 * @param icc the correlation of runs of one scenario that a and b come from, from .01 to .5; null for the prior of
 *     Jeffreys
 */
public record RatePrior(double a, double b, @Nullable Double icc) {

    private static final int ENOUGH = 5;
    private static final double LEAST_ICC = 0.01;
    private static final double MOST_ICC = 0.5;
    private static final double UNDEFINED_ICC = 0.1;
    private static final RatePrior JEFFREYS = new RatePrior(0.5, 0.5, null);

    public RatePrior {
        if (!(a > 0 && b > 0)) {
            throw new IllegalArgumentException("a beta prior needs weights above 0, had " + a + " and " + b);
        }
    }

    /** The prior of a suite; scenarios without runs are left out. Sums follow the order given. */
    public static RatePrior of(Collection<Trials> scenarios) {
        List<Trials> tried =
                scenarios.stream().filter(scenario -> scenario.n() > 0).toList();
        if (tried.size() < ENOUGH) {
            return JEFFREYS;
        }
        long passed = tried.stream().mapToLong(Trials::passed).reduce(0, Math::addExact);
        long n = tried.stream().mapToLong(Trials::n).reduce(0, Math::addExact);
        double mean = (passed + 0.5) / (n + 1.0);
        double icc = icc(tried, (double) passed / n, n);
        double weight = 1 / icc - 1;
        // Not 1 − mean, which would lose digits of a small share of failures.
        return new RatePrior(weight * mean, weight * ((n - passed + 0.5) / (n + 1.0)), icc);
    }

    /** E[p], the posterior mean of a scenario's pass probability; the prior's own without runs. */
    public double mean(Trials judged) {
        return (a + judged.passed()) / (a + b + judged.n());
    }

    /** The estimate of analysis of variance, (MSB − MSW)/(MSB + (n₀ − 1)MSW), kept within bounds. */
    private static double icc(List<Trials> tried, double rate, long n) {
        double between = 0;
        double within = 0;
        double squares = 0;
        for (Trials scenario : tried) {
            double size = (double) scenario.n();
            double own = scenario.passed() / size;
            between += size * (own - rate) * (own - rate);
            within += own * (scenario.n() - scenario.passed());
            squares += size * size;
        }
        int groups = tried.size();
        double msb = between / (groups - 1);
        double msw = within / (n - groups); // 0/0 when every scenario ran once
        double typical = (n - squares / n) / (groups - 1);
        double icc = (msb - msw) / (msb + (typical - 1) * msw);
        return Double.isNaN(icc) ? UNDEFINED_ICC : Math.max(LEAST_ICC, Math.min(MOST_ICC, icc));
    }
}
