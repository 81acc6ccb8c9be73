package dev.callsheet.model;

/**
 * A variable that the agent extracted.
 *
 * @param value the text of a string; the JSON text of anything else, {@code null} among it
 */
public record Variable(String name, String value) {}
