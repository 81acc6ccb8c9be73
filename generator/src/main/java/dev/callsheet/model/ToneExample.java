package dev.callsheet.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quotation that the tone score points to.
 *
 * @param turn 1-based place in the transcript as the vendor gave it; may point beyond its end
 * @param category name of a tone dimension, as given
 * @param sentiment {@code positive}, {@code negative} or any other word, as given
 */
public record ToneExample(
        @Nullable Integer turn,
        @Nullable String category,
        String text,
        @Nullable String sentiment) {

    /**
     * Where in a transcript the text stands: in the turn that is named, else in the one before or behind it
     * (metrics.md 5.9). Turns are believed only where they hold the text.
     *
     * @return an index into the transcript, -1 when the text is in none of the three
     */
    public int indexIn(List<Turn> chat) {
        if (turn == null || text.isBlank()) {
            return -1;
        }
        int said = turn - 1;
        for (int candidate : new int[] {said, said - 1, said + 1}) {
            if (candidate >= 0
                    && candidate < chat.size()
                    && chat.get(candidate).content().contains(text)) {
                return candidate;
            }
        }
        return -1;
    }

    /** Whether it shows the agent at its worst. */
    public boolean isNegative() {
        return "negative".equals(sentiment);
    }
}
