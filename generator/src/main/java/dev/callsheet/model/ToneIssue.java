package dev.callsheet.model;

import org.jspecify.annotations.Nullable;

/**
 * A tone issue as the vendor reported it; its shape is not documented.
 *
 * @param category the issue's {@code category}, else its {@code type}, when it is an object that has one
 * @param text the whole of it in words
 */
public record ToneIssue(@Nullable String category, String text) {}
