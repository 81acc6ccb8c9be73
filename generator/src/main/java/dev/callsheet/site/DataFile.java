package dev.callsheet.site;

import dev.callsheet.output.SafePath;

/**
 * A file for programs.
 *
 * @param what one sentence on its rows or content
 * @param columns of a CSV file, comma separated; empty for others
 */
public record DataFile(SafePath path, String what, String columns) {}
