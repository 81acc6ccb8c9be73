package dev.callsheet.fetch;

import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Takes personal data and secrets out of the texts of a record. For several threads. */
public interface Redaction {

    /**
     * Makes the copy of a record.
     *
     * @param copy given what redacts the texts of this record, which it applies in their order
     */
    <T> T redacted(Function<UnaryOperator<String>, T> copy);

    /** How many replacements were made so far, by kind. */
    SortedMap<String, Long> counts();
}
