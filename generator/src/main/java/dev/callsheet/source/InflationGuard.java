package dev.callsheet.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Counts unpacked bytes while they are read, since the sizes that an archive states may be lies. */
final class InflationGuard extends FilterInputStream {

    private final LongSupplier packedBytes;
    private final long most;
    private final String expected;
    private long count;

    /**
     * @param packedBytes packed bytes that were read, or will be at most
     * @param most unpacked bytes that may be read
     * @param expected what to say when there are more
     */
    InflationGuard(InputStream unpacked, LongSupplier packedBytes, long most, String expected) {
        super(unpacked);
        this.packedBytes = packedBytes;
        this.most = most;
        this.expected = expected;
    }

    /** Unpacked bytes read so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        add(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        add(Math.max(read, 0));
        return read;
    }

    private void add(int read) throws IOException {
        count += read;
        if (count > most) {
            throw new LimitExceededException(expected);
        }
        if (count > Limits.INFLATION_FREE_BYTES && count / Limits.INFLATION > packedBytes.getAsLong()) {
            throw new LimitExceededException("packed data that grows at most " + Limits.INFLATION + " times");
        }
    }
}
