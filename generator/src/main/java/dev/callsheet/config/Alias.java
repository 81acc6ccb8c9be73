package dev.callsheet.config;

/**
 * A scenario that goes on under another id.
 *
 * @param file that says so, as messages name it
 * @param line of the file
 * @param old the id that earlier results have
 * @param id the one it goes on as, which may be an alias in its turn; never in a circle
 */
public record Alias(String file, int line, String old, String id) {}
