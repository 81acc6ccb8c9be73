package dev.callsheet.stats;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** How often each key occurs, keys ascending; immutable. */
final class Counts {

    static final Counts EMPTY = new Counts(new long[0], new long[0], 0);

    private final long[] keys;
    private final long[] counts;

    private Counts(long[] keys, long[] counts, int size) {
        this.keys = Arrays.copyOf(keys, size);
        this.counts = Arrays.copyOf(counts, size);
    }

    /** Counts the first {@code length} keys, in whatever order they stand. */
    static Counts of(long[] unsorted, int length) {
        long[] keys = Arrays.copyOf(unsorted, length);
        Arrays.sort(keys);
        long[] ones = new long[length];
        Arrays.fill(ones, 1);
        return joined(keys, ones);
    }

    int size() {
        return keys.length;
    }

    Counts plus(Counts other) {
        long[] bothKeys = new long[keys.length + other.keys.length];
        long[] bothCounts = new long[bothKeys.length];
        int mine = 0;
        int theirs = 0;
        for (int i = 0; i < bothKeys.length; i++) {
            boolean takeMine = theirs == other.keys.length || (mine < keys.length && keys[mine] <= other.keys[theirs]);
            bothKeys[i] = takeMine ? keys[mine] : other.keys[theirs];
            bothCounts[i] = takeMine ? counts[mine++] : other.counts[theirs++];
        }
        return joined(bothKeys, bothCounts);
    }

    /** The counts under other keys. The mapping must keep the order, but may send several keys to one. */
    Counts mapped(LongUnaryOperator monotone) {
        return joined(Arrays.stream(keys).map(monotone).toArray(), counts.clone());
    }

    /** The key at a rank from 0 to the total of the counts less one. */
    long keyAt(long rank) {
        int i = 0;
        for (long before = counts[0]; before <= rank; before += counts[i]) {
            i++;
        }
        return keys[i];
    }

    /** Adds up the counts of equal neighbours; uses up both arrays. */
    private static Counts joined(long[] sortedKeys, long[] counts) {
        int size = 0;
        for (int i = 0; i < sortedKeys.length; i++) {
            if (size > 0 && sortedKeys[size - 1] == sortedKeys[i]) {
                counts[size - 1] = Math.addExact(counts[size - 1], counts[i]);
            } else {
                sortedKeys[size] = sortedKeys[i];
                counts[size++] = counts[i];
            }
        }
        return new Counts(sortedKeys, counts, size);
    }
}
