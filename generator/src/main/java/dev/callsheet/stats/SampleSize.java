package dev.callsheet.stats;

import org.jspecify.annotations.Nullable;

/** How many runs it takes (metrics.md 2.7). Null where no number of runs is enough. */
public final class SampleSize {

    /** Nobody makes more runs of one scenario: a larger answer is none. */
    private static final int MOST_RUNS = 100_000;
    // The power of a binomial test is saw-toothed: it must be reached at so many sizes in a row.
    private static final int IN_A_ROW = 3;
    // By this much a confidence or power may be missed, so that 1 − 0.1² reaches 0.99 in binary arithmetic, too.
    private static final double SLACK = 1e-12;

    private SampleSize() {}

    /**
     * The smallest n with 1 − p<sup>n</sup> ≥ confidence: so many runs show at least one failure.
     *
     * @param passProbability in [0,1]; the answer is null for 1
     * @param confidence between 0 and 1
     */
    public static @Nullable Long runsToSeeAFailure(double passProbability, double confidence) {
        checkProbability(passProbability);
        double miss = Distributions.outside(confidence);
        if (passProbability == 1) {
            return null;
        }
        double runs = StrictMath.log(miss) / StrictMath.log(passProbability);
        return Math.max(1, (long) Math.ceil(runs * (1 - SLACK)));
    }

    /**
     * The smallest n such that n passes of n prove a pass probability of at least p. It is the number of runs that
     * would show a failure if the probability were less.
     */
    public static @Nullable Long passesToProve(double passProbability, double confidence) {
        return runsToSeeAFailure(passProbability, confidence);
    }

    /** The smallest n with 1 − pⁿ − (1 − p)ⁿ ≥ confidence; null for a pass probability of 0 or 1. */
    public static @Nullable Long runsToSeeBothOutcomes(double passProbability, double confidence) {
        Long runs = runsToSeeAFailure(Math.max(passProbability, 1 - passProbability), confidence);
        if (runs == null) {
            return null;
        }
        double miss = Distributions.outside(confidence) * (1 + SLACK);
        long n = runs;
        while (StrictMath.pow(passProbability, (double) n) + StrictMath.pow(1 - passProbability, (double) n) > miss) {
            n++;
        }
        return n;
    }

    /**
     * The smallest n at which, as well as at n + 1 and n + 2, a scenario is found flaky with at least the given power:
     * the passes that refute the tolerance, P(X ≤ x | n, tolerance) ≤ alpha, occur that often.
     *
     * @param passProbability the true one, in [0,1]
     * @param tolerance between 0 and 1
     * @param alpha between 0 and 1
     * @param power between 0 and 1
     * @return null when the scenario is not flaky, because it never passes or reaches the tolerance, and when it is so
     *     near the tolerance that more than {@value #MOST_RUNS} runs would be needed
     */
    public static @Nullable Integer runsToConfirmFlaky(
            double passProbability, double tolerance, double alpha, double power) {
        checkProbability(passProbability);
        checkBetween("tolerance", tolerance);
        checkBetween("alpha", alpha);
        checkBetween("power", power);
        if (passProbability == 0 || passProbability >= tolerance) {
            return null;
        }
        Failures tolerated = new Failures(1 - tolerance);
        Failures expected = new Failures(1 - passProbability);
        int reached = 0;
        for (int n = 1; n <= MOST_RUNS; n++) {
            tolerated.oneMoreRun();
            expected.oneMoreRun();
            while (tolerated.enough > alpha) {
                tolerated.needOneMore();
                expected.needOneMore();
            }
            reached = expected.enough >= power - SLACK ? reached + 1 : 0;
            if (reached == IN_A_ROW) {
                return n - IN_A_ROW + 1;
            }
        }
        return null;
    }

    private static void checkProbability(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a probability must be in [0,1], was " + p);
        }
    }

    private static void checkBetween(String name, double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException(name + " must lie between 0 and 1, was " + share);
        }
    }

    /** The binomial tail of failures, carried along from run to run, which takes a few multiplications each. */
    private static final class Failures {

        private final double rate;
        private double runs;
        private double needed = 1;
        /** P(failures ≥ needed). */
        private double enough;
        /** P(failures = needed − 1). */
        private double oneShort = 1;

        private Failures(double rate) {
            this.rate = rate;
        }

        private void oneMoreRun() {
            runs++;
            enough += rate * oneShort;
            oneShort *= (1 - rate) * runs / (runs + 1 - needed);
        }

        private void needOneMore() {
            oneShort *= (runs + 1 - needed) / needed * rate / (1 - rate);
            enough -= oneShort;
            needed++;
        }
    }
}
