package dev.callsheet.stats;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How many of n trials passed.
 *
 * @param passed from 0 to n
 * @param n at least 0
 */
public record Trials(long passed, long n) {

    public Trials {
        check(passed, n);
    }

    public Trials plus(Trials other) {
        return new Trials(Math.addExact(passed, other.passed), Math.addExact(n, other.n));
    }

    /**
     * The likelihood of other outcomes at the rate of these, as a logarithm; −∞ where the rate rules them out, 0 where
     * either has no runs.
     */
    public double likelihood(Trials other) {
        return n == 0 || other.n == 0 ? 0 : times(other.passed, passed) + times(other.n - other.passed, n - passed);
    }

    private double times(long occurred, long outOfN) {
        return occurred == 0 ? 0 : occurred * Math.log(outOfN / (double) n);
    }

    /** passed/n; null for n = 0. */
    public @Nullable Double rate() {
        return n == 0 ? null : passed / (double) n;
    }

    /** Whether passed/n reaches a decimal: 14 of 25 are 0.56, though 0.56 · 25 is more than 14 in doubles. */
    public boolean isAtLeast(double decimal) {
        return BigDecimal.valueOf(passed).compareTo(BigDecimal.valueOf(decimal).multiply(BigDecimal.valueOf(n))) >= 0;
    }

    static void check(long passed, long n) {
        if (passed < 0 || passed > n) {
            throw new IllegalArgumentException("passed must be from 0 to n, was " + passed + " of " + n);
        }
    }
}
