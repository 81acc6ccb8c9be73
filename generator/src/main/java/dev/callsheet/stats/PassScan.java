package dev.callsheet.stats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one split of a series of nights that best separates two pass rates, with the probability that chance alone would
 * split as well anywhere (metrics.md 4.2). The statistic is the largest binomial likelihood ratio G² over all splits. Its
 * p-value is conditional on how many runs passed in all: if nothing changed, every arrangement of the outcomes over the
 * runs is equally likely (Worsley 1983). Having searched for the split is thereby accounted for.
 *
 * @param statistic G², 0 without a split
 * @param split the index of the first night after; null when all runs agree or there are too few nights
 * @param before the runs before the split, all runs without one
 * @param after the runs from the split on, none without one
 * @param dispersion how much more the nights of one side vary than chance has it: Pearson's χ² over its degrees of
 *     freedom, at least 1
 * @param p from 0 to 1, 1 without a split
 * @param adjustedP p with the statistic divided by the dispersion; this is the one that decides
 */
public record PassScan(
        double statistic,
        @Nullable Integer split,
        Trials before,
        Trials after,
        double dispersion,
        double p,
        double adjustedP) {

    /** Statistics that differ by less are one; the sums behind them round. */
    private static final double SAME = 1e-9;

    /** Scans nights in order; a night without runs is allowed and says nothing. Each side has at least {@code fewest}. */
    public static PassScan of(List<Trials> nights, int fewest) {
        Split best = best(nights, fewest);
        if (best == null) {
            Trials all = sum(nights);
            return new PassScan(0, null, all, new Trials(0, 0), 1, 1, 1);
        }
        double dispersion = dispersion(nights, best);
        PassScanNull chance = new PassScanNull(nights, fewest);
        double p = chance.probability(threshold(best.statistic));
        double adjusted = dispersion > 1 ? chance.probability(threshold(best.statistic / dispersion)) : p;
        return new PassScan(best.statistic, best.at, best.before, best.after, dispersion, p, adjusted);
    }

    /**
     * As {@link #of}, or null where the adjusted p-value is above the level: most series show no change, and to know that
     * is far cheaper than to know their p-value.
     */
    static @Nullable PassScan significant(List<Trials> nights, int fewest, double level) {
        Split best = best(nights, fewest);
        if (best == null) {
            return null;
        }
        // A split at this place alone is no likelier than a split anywhere, and the dispersion only raises p.
        double atLeast = new PassScanNull(nights, fewest).probabilityAt(best.at, threshold(best.statistic));
        if (atLeast > level) {
            return null;
        }
        PassScan scan = of(nights, fewest);
        return scan.adjustedP <= level ? scan : null;
    }

    private static double threshold(double statistic) {
        return statistic - SAME * (1 + statistic);
    }

    private record Split(int at, double statistic, Trials before, Trials after) {}

    private static @Nullable Split best(List<Trials> nights, int fewest) {
        Trials all = sum(nights);
        if (all.passed() == 0 || all.passed() == all.n()) {
            return null;
        }
        Split best = null;
        long passed = 0;
        long n = 0;
        for (int night = 0; night < nights.size() - fewest; night++) {
            passed += nights.get(night).passed();
            n += nights.get(night).n();
            if (night + 1 < fewest) {
                continue;
            }
            double statistic = statistic(passed, n, all);
            if (best == null || statistic > best.statistic + SAME) {
                best = new Split(
                        night + 1, statistic, new Trials(passed, n), new Trials(all.passed() - passed, all.n() - n));
            }
        }
        return best;
    }

    /** G² of splitting all runs into {@code passed} of {@code n} and the rest. */
    static double statistic(long passed, long n, Trials all) {
        return 2
                * (logLikelihood(passed, n)
                        + logLikelihood(all.passed() - passed, all.n() - n)
                        - logLikelihood(all.passed(), all.n()));
    }

    private static double logLikelihood(long x, long n) {
        return xLogX(x) + xLogX(n - x) - xLogX(n);
    }

    private static double xLogX(long x) {
        return x == 0 ? 0 : x * Math.log((double) x);
    }

    private static double dispersion(List<Trials> nights, Split split) {
        double chiSquare = chiSquare(nights.subList(0, split.at), split.before)
                + chiSquare(nights.subList(split.at, nights.size()), split.after);
        return nights.size() <= 2 ? 1 : Math.max(1, chiSquare / (nights.size() - 2));
    }

    /** Pearson's χ² of the nights against their common rate; 0 where all runs agree. */
    private static double chiSquare(List<Trials> nights, Trials all) {
        if (all.passed() == 0 || all.passed() == all.n()) {
            return 0;
        }
        double rate = all.passed() / (double) all.n();
        double sum = 0;
        for (Trials night : nights) {
            double off = night.passed() - night.n() * rate;
            sum += night.n() == 0 ? 0 : off * off / (night.n() * rate * (1 - rate));
        }
        return sum;
    }

    private static Trials sum(List<Trials> nights) {
        return nights.stream().reduce(new Trials(0, 0), Trials::plus);
    }
}
