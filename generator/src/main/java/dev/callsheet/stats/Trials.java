package dev.callsheet.stats;

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

    static void check(long passed, long n) {
        if (passed < 0 || passed > n) {
            throw new IllegalArgumentException("passed must be from 0 to n, was " + passed + " of " + n);
        }
    }
}
