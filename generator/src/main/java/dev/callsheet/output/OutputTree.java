package dev.callsheet.output;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Where renderers put their files. Only implementations touch a disk. All methods may be called from several threads;
 * one stream belongs to one thread.
 */
public interface OutputTree {

    /**
     * Starts one file, for content larger than memory; the stream is buffered, and the caller closes it.
     *
     * @throws IllegalStateException if the path was written or opened before, which is a bug in the caller
     * @throws PublicationException if the place cannot take the file; the stream throws it too
     */
    OutputStream open(SafePath path) throws IOException;

    /** Writes one file. Throws what {@link #open} throws. */
    default void write(SafePath path, byte[] content) throws IOException {
        try (OutputStream out = open(path)) {
            out.write(content);
        }
    }
}
