package dev.callsheet.history;

import dev.callsheet.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a packed file, one after the other. A line counts only when its line feed was read, too. */
final class PackedLines {

    /** Bytes in one line. */
    static final int LINE_BYTES = 16 << 20;
    /** Bytes that one file may unpack to. */
    static final long FILE_BYTES = 512L << 20;

    /** Lines in one file. A night of a million runs has a tenth of that; more are there to keep the program busy. */
    static final int LINES = 1_000_000;

    private static final int BUFFER = 1 << 16;

    private final AtomicLong left;
    private final MessageDigest digest = Sha256.digest();
    private final @Nullable InputStream in;
    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private int filled;
    private long unpacked;
    private int number;
    private boolean tooLong;
    private @Nullable String fault;

    /** @param left bytes that may still be unpacked, counted down over all files */
    PackedLines(byte[] packed, AtomicLong left) {
        this.left = left;
        InputStream opened = null;
        try {
            opened = new GZIPInputStream(new ByteArrayInputStream(packed), BUFFER);
        } catch (EOFException e) {
            fault = "the end of the file";
        } catch (IOException e) {
            fault = "a file that is not packed by gzip";
        }
        in = opened;
    }

    /** Goes to the next line; false at the end, or where nothing more can be read. */
    boolean next() {
        if (number == LINES) {
            fault = "more than " + LINES + " lines";
            return false;
        }
        start = number == 0 ? 0 : end + 1;
        tooLong = false;
        int searched = start;
        while (true) {
            for (int i = searched; i < filled; i++) {
                if (buffer[i] == '\n') {
                    end = i;
                    number++;
                    return true;
                }
            }
            searched = filled;
            if (searched - start > LINE_BYTES) {
                tooLong = true;
                start = filled; // what is passed over need not be held
            }
            int held = searched - start;
            if (!fill()) {
                return false;
            }
            searched = start + held;
        }
    }

    /** Reads on behind what is held of the current line; false at the end. */
    private boolean fill() {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = read();
        if (read <= 0) {
            if (fault == null && (filled > 0 || tooLong)) {
                fault = "the end of the file inside a line";
            }
            return false;
        }
        digest.update(buffer, filled, read);
        filled += read;
        return true;
    }

    private int read() {
        if (in == null) {
            return -1;
        }
        try {
            int read = in.read(buffer, filled, buffer.length - filled);
            unpacked += Math.max(0, read);
            if (unpacked > FILE_BYTES || left.addAndGet(-Math.max(0, read)) < 0) {
                fault = "more than " + (FILE_BYTES >> 20) + " MB in one file or " + (HistoryReader.ALL_BYTES >> 20)
                        + " MB in all";
                return -1;
            }
            return read;
        } catch (EOFException e) {
            fault = "the end of the file inside the packed data";
        } catch (IOException e) {
            fault = "packed data that is broken";
        }
        return -1;
    }

    /** Holds the current line; valid until the next is read. */
    byte[] bytes() {
        return buffer;
    }

    int from() {
        return start;
    }

    int length() {
        return end - start;
    }

    /** Of the current line, from 1. */
    int number() {
        return number;
    }

    /** Whether the current line was too long to be held: what is left of it is its end. */
    boolean isTooLong() {
        return tooLong;
    }

    /** What was found where lines should have gone on; null when the file was read to its proper end. */
    @Nullable
    String fault() {
        return fault;
    }

    /** As names of files have it; after the last line. */
    String hash() {
        return FileName.hash(digest.digest());
    }
}
