package dev.callsheet.history;

import dev.callsheet.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;

/** Packs the lines of a file; {@link PackedLines} reads them. */
final class PackedWriter implements AutoCloseable {

    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final MessageDigest digest = Sha256.digest();
    private final Packing packing;
    private final JsonGenerator out;

    PackedWriter() {
        try {
            packing = new Packing(packed);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        }
        out = Json.generator(new DigestOutputStream(packing, digest));
    }

    /** Takes one value a line. */
    JsonGenerator out() {
        return out;
    }

    /** Bytes written so far, before packing. */
    long written() {
        return packing.taken() + out.streamWriteOutputBuffered();
    }

    /** Ends the last line and the file. */
    @Override
    public void close() {
        out.writeRaw('\n');
        out.close();
    }

    /** Of a file that is ended. */
    byte[] content() {
        return packed.toByteArray();
    }

    /** The hash of a file that is ended, as its name has it. */
    String hash() {
        return FileName.hash(digest.digest());
    }

    /**
     * Packs as tightly as it can: a file is packed once and kept for a year. Most of what repeats in columns of digits
     * is so short that naming the place takes more bits than the digits.
     */
    private static final class Packing extends GZIPOutputStream {

        Packing(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
            def.setStrategy(Deflater.FILTERED);
        }

        long taken() {
            return def.getBytesRead();
        }
    }
}
