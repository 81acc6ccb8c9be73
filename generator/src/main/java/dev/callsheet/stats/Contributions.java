package dev.callsheet.stats;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What each part adds to the change of a weighted mean (metrics.md 5.6). Parts that have a value on one side only are
 * left out.
 *
 * @param byPart by name: the part's weight times its change over the sum of the weights
 * @param total the change of the weighted mean; null when no part has a value on both sides
 * @param shareOfLoss by name: the part of the losses that falls on it, from 0 to 1; 0 for every part when none lost
 * @param mostHarmful the part that lost most, the first by name of equal ones; null when none lost
 */
public record Contributions(
        SortedMap<String, Double> byPart,
        @Nullable Double total,
        SortedMap<String, Double> shareOfLoss,
        @Nullable String mostHarmful) {

    /** Changes nearer than this are equal: the inputs are means of short decimals. */
    private static final double ROUNDING = 1e-12;

    /** With equal weights. */
    public static Contributions of(Map<String, Double> before, Map<String, Double> now) {
        return of(before, now, Map.of());
    }

    /**
     * The contributions to the change from one set of values to another.
     *
     * @param weights at least 0; 1 for parts that have none
     */
    public static Contributions of(Map<String, Double> before, Map<String, Double> now, Map<String, Double> weights) {
        SortedMap<String, Double> byPart = new TreeMap<>();
        double sum = 0;
        for (Map.Entry<String, Double> part : now.entrySet()) {
            Double earlier = before.get(part.getKey());
            double weight = weights.getOrDefault(part.getKey(), 1.0);
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("a weight must be at least 0, was " + weight);
            }
            if (earlier != null && weight > 0) {
                byPart.put(part.getKey(), weight * (part.getValue() - earlier));
                sum += weight;
            }
        }
        double all = sum;
        byPart.replaceAll((part, weighted) -> weighted / all);
        return of(byPart);
    }

    private static Contributions of(SortedMap<String, Double> byPart) {
        double total = 0;
        double loss = 0;
        String most = null;
        double least = -ROUNDING;
        for (Map.Entry<String, Double> part : byPart.entrySet()) {
            double contribution = part.getValue();
            total += contribution;
            loss -= Math.min(contribution, 0);
            if (contribution < least - (most == null ? 0 : ROUNDING)) {
                most = part.getKey();
                least = contribution;
            }
        }
        SortedMap<String, Double> shares = new TreeMap<>();
        for (Map.Entry<String, Double> part : byPart.entrySet()) {
            shares.put(part.getKey(), most == null ? 0.0 : Math.max(0, -part.getValue()) / loss);
        }
        return new Contributions(byPart, byPart.isEmpty() ? null : total, shares, most);
    }
}
