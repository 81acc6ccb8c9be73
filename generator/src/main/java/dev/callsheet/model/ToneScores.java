package dev.callsheet.model;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tone scores of one run; each dimension may be missing on its own, and a missing one is never 0. */
@SuppressWarnings("EnumOrdinal") // an index into an array in memory; never stored
public final class ToneScores {

    private static final int MISSING = -1;
    private static final ToneDimension[] DIMENSIONS = ToneDimension.values();

    /** No dimension scored. */
    public static final ToneScores NONE = new ToneScores(Map.of());

    // Billionths fit an int up to 1e9; a hundred thousand runs hold one of these each.
    private final int[] billionths = new int[DIMENSIONS.length];

    public ToneScores(Map<ToneDimension, Score> scores) {
        for (ToneDimension dimension : DIMENSIONS) {
            Score score = scores.get(dimension);
            billionths[dimension.ordinal()] = score == null ? MISSING : Math.toIntExact(score.billionths());
        }
    }

    public @Nullable Score get(ToneDimension dimension) {
        int value = billionths[dimension.ordinal()];
        return value == MISSING ? null : new Score(value);
    }

    /** Whether any dimension has a value. */
    public boolean isScored() {
        for (int value : billionths) {
            if (value != MISSING) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ToneScores that && Arrays.equals(billionths, that.billionths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(billionths);
    }

    @Override
    public String toString() {
        return Arrays.toString(billionths);
    }
}
