package dev.callsheet.source;

import java.io.IOException;
import java.io.InputStream;

/** An input cut into its lines: as a stream it ends at the end of each line. No line is ever held as a whole. */
final class Lines extends InputStream {

    private final InputStream in;
    private final byte[] buffer = new byte[16 << 10];
    private int position;
    private int end;
    private boolean lineEnded = true;

    Lines(InputStream in) {
        this.in = in;
    }

    /** Goes on to the next line, past what is left of this one; false when there is none. */
    boolean next() throws IOException {
        while (!lineEnded && hasByte()) {
            position = endOfLine();
            if (position < end) {
                position++;
                lineEnded = true;
            }
        }
        lineEnded = !hasByte();
        return !lineEnded;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (lineEnded || !hasByte()) {
            return -1;
        }
        int count = Math.min(endOfLine() - position, length);
        if (count == 0) {
            position++;
            lineEnded = true;
            return -1;
        }
        System.arraycopy(buffer, position, to, offset, count);
        position += count;
        return count;
    }

    private int endOfLine() {
        int at = position;
        while (at < end && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    private boolean hasByte() throws IOException {
        if (position == end) {
            position = 0;
            end = 0; // reading may fail
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return position < end;
    }
}
