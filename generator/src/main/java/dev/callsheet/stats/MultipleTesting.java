package dev.callsheet.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * p-values adjusted for having asked many questions at once (metrics.md 3.4). Each method takes p-values from 0 to 1 in
 * any order and returns as many adjusted ones in the same order, none above 1 and none below its p-value; an empty list
 * gives an empty list. A question is answered "yes" where its adjusted value is at most the level.
 */
public final class MultipleTesting {

    private MultipleTesting() {}

    /** Benjamini–Hochberg 1995: the level is the share of wrong ones among all answered "yes". */
    public static List<Double> benjaminiHochberg(List<Double> p) {
        return stepUp(p, 1);
    }

    /** Benjamini–Yekutieli 2001: as {@link #benjaminiHochberg}, for tests that depend on each other in any way. */
    public static List<Double> benjaminiYekutieli(List<Double> p) {
        return stepUp(
                p, IntStream.rangeClosed(1, p.size()).mapToDouble(i -> 1.0 / i).sum());
    }

    /** Holm 1979: the level is the probability of any wrong "yes" at all. */
    public static List<Double> holm(List<Double> p) {
        int[] ascending = ascending(p);
        double[] adjusted = new double[ascending.length];
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            largest = Math.max(largest, p.get(ascending[rank]) * (ascending.length - rank));
            adjusted[ascending[rank]] = Math.min(1, largest);
        }
        return boxed(adjusted);
    }

    private static List<Double> stepUp(List<Double> p, double penalty) {
        int[] ascending = ascending(p);
        double[] adjusted = new double[ascending.length];
        double smallest = 1;
        for (int rank = ascending.length; rank >= 1; rank--) {
            int i = ascending[rank - 1];
            // Divided by the share and not multiplied: the largest p-value must stay what it is, to the last bit.
            smallest = Math.min(smallest, p.get(i) * penalty / (rank / (double) ascending.length));
            adjusted[i] = smallest;
        }
        return boxed(adjusted);
    }

    private static int[] ascending(List<Double> p) {
        p.forEach(MultipleTesting::check);
        return IntStream.range(0, p.size())
                .boxed()
                .sorted(Comparator.comparing(p::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void check(double p) {
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("a p-value must lie between 0 and 1, was " + p);
        }
    }

    private static List<Double> boxed(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }
}
