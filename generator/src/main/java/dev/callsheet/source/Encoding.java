package dev.callsheet.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.io.input.ReaderInputStream;

/** Brings text to UTF-8 without a byte order mark. PowerShell writes UTF-16. */
final class Encoding {

    // UTF-32 before UTF-16: the little-endian mark of one begins with that of the other.
    private static final List<Mark> MARKS = List.of(
            new Mark("UTF-32LE", 0xFF, 0xFE, 0, 0),
            new Mark("UTF-32BE", 0, 0, 0xFE, 0xFF),
            new Mark("UTF-16LE", 0xFF, 0xFE),
            new Mark("UTF-16BE", 0xFE, 0xFF),
            new Mark("UTF-8", 0xEF, 0xBB, 0xBF));
    private static final int LONGEST_MARK = 4;

    private Encoding() {}

    /** The same text in UTF-8; bytes that are not valid in their encoding fail when they are read. */
    static BufferedInputStream toUtf8(BufferedInputStream in) throws IOException {
        in.mark(LONGEST_MARK);
        byte[] start = in.readNBytes(LONGEST_MARK);
        in.reset();
        for (Mark mark : MARKS) {
            if (mark.begins(start)) {
                in.skipNBytes(mark.bytes.length);
                return mark.charset.equals("UTF-8") ? in : transcode(in, mark.charset);
            }
        }
        return withoutMark(in, start);
    }

    /** JSON begins with an ASCII character, so zeros beside it tell the encoding. */
    private static BufferedInputStream withoutMark(BufferedInputStream in, byte[] start) throws IOException {
        if (start.length == LONGEST_MARK && start[0] > 0 && start[1] == 0 && start[3] == 0) {
            return transcode(in, start[2] == 0 ? "UTF-32LE" : "UTF-16LE");
        }
        if (start.length == LONGEST_MARK && start[0] == 0 && start[3] > 0) {
            return transcode(in, start[1] == 0 ? "UTF-32BE" : "UTF-16BE");
        }
        return in;
    }

    private static BufferedInputStream transcode(InputStream in, String charset) throws IOException {
        InputStreamReader reader = new InputStreamReader(
                in,
                Charset.forName(charset)
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        return new BufferedInputStream(ReaderInputStream.builder()
                .setReader(reader)
                .setCharset(StandardCharsets.UTF_8)
                .get());
    }

    private static final class Mark {

        private final String charset;
        private final byte[] bytes;

        Mark(String charset, int... bytes) {
            this.charset = charset;
            this.bytes = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                this.bytes[i] = (byte) bytes[i];
            }
        }

        boolean begins(byte[] start) {
            return start.length >= bytes.length && Arrays.equals(start, 0, bytes.length, bytes, 0, bytes.length);
        }
    }
}
