package dev.callsheet.site;

import dev.callsheet.output.SafePath;

/**
 * A file for programs.
 *
 * @param what one sentence on its rows or content
 * @param columns of a CSV file, comma separated; empty for others
 * @param size in bytes; 0 until it is written
 */
public record DataFile(SafePath path, String what, String columns, long size) {

    /** The same file when it has been written. */
    public DataFile written(long bytes) {
        return new DataFile(path, what, columns, bytes);
    }
}
