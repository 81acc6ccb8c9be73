package dev.callsheet.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Inputs drawn from a fixed seed. */
final class RandomNumbers {

    private final SplittableRandom random;

    RandomNumbers(long seed) {
        random = new SplittableRandom(seed);
    }

    /** From 0 to bound − 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    double fraction() {
        return random.nextDouble();
    }

    Trials trials(int mostTrials) {
        int n = below(mostTrials + 1);
        return new Trials(below(n + 1), n);
    }

    /** Lists of up to {@code most} values, of small, large, negative and extreme longs in turn. */
    long[] longs(int most) {
        int kind = below(4);
        return random.longs(below(most + 1))
                .map(value -> switch (kind) {
                    case 0 -> Math.floorMod(value, 7L);
                    case 1 -> Math.floorMod(value, 1_000_000_001L);
                    case 2 -> value >> 30;
                    default -> value;
                })
                .toArray();
    }

    /** The values in another order, cut into 1 to 10 parts of which some may be empty. */
    List<long[]> parts(long[] values) {
        long[] shuffled = shuffled(values);
        List<long[]> parts = new ArrayList<>();
        int from = 0;
        for (int more = below(10); more > 0; more--) {
            int to = from + below(values.length - from + 1);
            parts.add(Arrays.copyOfRange(shuffled, from, to));
            from = to;
        }
        parts.add(Arrays.copyOfRange(shuffled, from, values.length));
        return parts;
    }

    long[] shuffled(long[] values) {
        long[] shuffled = values.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = below(i + 1);
            long moved = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = moved;
        }
        return shuffled;
    }
}
