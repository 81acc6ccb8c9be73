package dev.callsheet.site;

import dev.callsheet.stats.Interval;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The range that a score usually keeps to, in words. What lies where is decided on the figures as they are shown: no
 * page may say that 0.850 is below 0.850.
 */
final class Usual {

    private Usual() {}

    /** Where a score lies against the range. */
    enum Side {
        BELOW("below"),
        WITHIN("within"),
        ABOVE("above");

        private final String word;

        Side(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    static Side side(double score, Interval usual) {
        BigDecimal shown = shown(score);
        if (shown.compareTo(shown(usual.low())) < 0) {
            return Side.BELOW;
        }
        return shown.compareTo(shown(usual.high())) > 0 ? Side.ABOVE : Side.WITHIN;
    }

    /** Whether a score lies outside of its range; false when either is not known. */
    static boolean isOutside(@Nullable Double score, @Nullable Interval usual) {
        return score != null && usual != null && side(score, usual) != Side.WITHIN;
    }

    static String words(Interval usual) {
        return Format.score(usual.low()) + " to " + Format.score(usual.high());
    }

    private static BigDecimal shown(double score) {
        return new BigDecimal(Format.score(score));
    }
}
