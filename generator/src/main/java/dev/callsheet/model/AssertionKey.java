package dev.callsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * What an assertion result says it checked. All fields are the definition's, none is text of a call.
 *
 * @param id the assertion's id
 * @param type an open enumeration; the spelling is kept
 * @param expected the text of a string, the JSON text of anything else
 */
public record AssertionKey(
        @Nullable String id,
        @Nullable String type,
        @Nullable String target,
        @Nullable String field,
        @Nullable String expected) {}
