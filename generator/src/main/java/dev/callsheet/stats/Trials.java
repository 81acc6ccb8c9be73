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
