package dev.callsheet.samples;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Chance that depends on a name only. Every run throws its own dice, so a change to one run leaves the others as they
 * were. Only {@link SplittableRandom#nextLong()} is used: its sequence is the same on every JDK.
 */
final class Dice {

    private static final String SEED = "twenty-nights-2026/";

    private final SplittableRandom random;

    private Dice(long seed) {
        random = new SplittableRandom(seed);
    }

    static Dice of(String name) {
        return new Dice(id(name).getMostSignificantBits());
    }

    /** The id of a thing with this name: a lower-case UUID. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes((SEED + name).getBytes(StandardCharsets.UTF_8));
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + (int) Long.remainderUnsigned(random.nextLong(), high - low + 1L);
    }

    <T> T pick(List<T> choices) {
        return choices.get(between(0, choices.size() - 1));
    }
}
