package dev.callsheet.model;

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
        @Nullable String sentiment) {}
