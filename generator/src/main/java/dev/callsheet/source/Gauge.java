package dev.callsheet.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read and refuses a document that is too long. After a failure below it, it is at its end. */
final class Gauge extends FilterInputStream {

    private long count;
    private long end = Long.MAX_VALUE;
    private boolean failed;

    Gauge(InputStream in) {
        super(in);
    }

    /** From here on {@link Limits#DOCUMENT_BYTES} may be read. */
    void startDocument() {
        end = count + Limits.DOCUMENT_BYTES;
    }

    /** From here on anything may be read. */
    void noLimit() {
        end = Long.MAX_VALUE;
    }

    /** Bytes read so far. */
    long count() {
        return count;
    }

    /** Whether the bytes below could not be read to their end. */
    boolean hasFailed() {
        return failed;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (failed) {
            return -1;
        }
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (IOException failure) {
            failed = true;
            throw failure;
        }
        count += Math.max(read, 0);
        if (count > end) {
            throw new LimitExceededException("at most " + Limits.inWords(Limits.DOCUMENT_BYTES) + " for one document");
        }
        return read;
    }
}
