package dev.callsheet.stats;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * pass^k, the chance that k runs of a scenario all pass, and pass@k, the chance that at least one of them does
 * (metrics.md 2.3). Both are the unbiased estimators over all subsets of k of the n runs; (passed/n)^k is not.
 */
public final class PassHatK {

    private PassHatK() {}

    /**
     * Both estimates over a suite, every scenario counting alike.
     *
     * @param leftOut scenarios with fewer than k runs, which have no estimate
     */
    public record Suite(long k, int leftOut, MacroMean passHatK, MacroMean passAtK) {}

    /** C(passed, k)/C(n, k) for k ≥ 1; null when k > n. The error is below 1e-12 for n up to 10⁵. */
    public static @Nullable Double passHatK(long passed, long n, long k) {
        check(passed, n, k);
        return k > n ? null : shareOfSubsets(passed, n, k);
    }

    /** 1 − C(n − passed, k)/C(n, k) for k ≥ 1; null when k > n. The error is below 1e-12 for n up to 10⁵. */
    public static @Nullable Double passAtK(long passed, long n, long k) {
        check(passed, n, k);
        return k > n ? null : (1 - shareOfSubsets(n - passed, n, k));
    }

    /** The unweighted means over the scenarios with at least k runs, with 95 % intervals; k ≥ 1. */
    public static Suite suite(List<Trials> scenarios, long k) {
        List<Double> all = new ArrayList<>();
        List<Double> any = new ArrayList<>();
        for (Trials scenario : scenarios) {
            Double passHatK = passHatK(scenario.passed(), scenario.n(), k);
            Double passAtK = passAtK(scenario.passed(), scenario.n(), k);
            if (passHatK != null && passAtK != null) {
                all.add(passHatK);
                any.add(passAtK);
            }
        }
        return new Suite(k, scenarios.size() - all.size(), MacroMean.ofShares(all), MacroMean.ofShares(any));
    }

    private static void check(long passed, long n, long k) {
        Trials.check(passed, n);
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, was " + k);
        }
    }

    /** C(marked, k)/C(n, k), as a product of the fewer of k or n − marked factors, so that nothing overflows. */
    private static double shareOfSubsets(long marked, long n, long k) {
        if (k > marked) {
            return 0;
        }
        long factors = Math.min(k, n - marked);
        long numerator = n - Math.max(k, n - marked);
        double share = 1;
        for (long i = 0; i < factors && share > 0; i++) {
            share *= (double) (numerator - i) / (n - i);
        }
        return share;
    }
}
