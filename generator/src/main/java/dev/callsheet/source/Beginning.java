package dev.callsheet.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The first bytes of a text, from which its format is told. */
final class Beginning {

    private static final Pattern FIRST_FIELD = Pattern.compile("\\{\\s*+\"[a-z_]++\"\\s*+:");

    private final byte[] bytes;

    private Beginning(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Looks at the beginning and leaves the stream where it was. */
    static Beginning of(BufferedInputStream in) throws IOException {
        in.mark(Limits.PEEK_BYTES);
        Beginning beginning = new Beginning(in.readNBytes(Limits.PEEK_BYTES));
        in.reset();
        return beginning;
    }

    /** Whether there is nothing but blanks. */
    boolean isBlank() {
        return beyondBlanks(0) == bytes.length;
    }

    /** Whether an object or a list begins here. */
    boolean isJson() {
        int first = at(beyondBlanks(0));
        return first == '{' || first == '[';
    }

    /** Whether it is prose in which an object of JSON stands. */
    boolean quotesJson() {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.indexOf('\0') < 0 && FIRST_FIELD.matcher(text).find();
    }

    /**
     * Whether the input holds one document a line: a whole object on the first line, and a line that begins another.
     * A file of one long line, or of objects over several lines, is not cut into lines.
     */
    boolean isLines() {
        int start = beyondBlanks(0);
        int end = at(start) == '{' ? endOfObject(start) : bytes.length;
        int next = beyondBlanks(end);
        boolean newLine = false;
        for (int i = end; i < next; i++) {
            newLine |= bytes[i] == '\n';
        }
        return newLine && at(next) == '{';
    }

    /** The place behind the object, or the end when the object does not end on its line. */
    private int endOfObject(int start) {
        int depth = 0;
        boolean text = false;
        for (int i = start; i < bytes.length && bytes[i] != '\n'; i++) {
            byte c = bytes[i];
            if (text && c == '\\') {
                i++;
            } else if (c == '"') {
                text = !text;
            } else if (!text && c == '{') {
                depth++;
            } else if (!text && c == '}' && --depth == 0) {
                return i + 1;
            }
        }
        return bytes.length;
    }

    private int beyondBlanks(int start) {
        int i = start;
        while (i < bytes.length && " \t\r\n".indexOf(bytes[i]) >= 0) {
            i++;
        }
        return i;
    }

    private int at(int index) {
        return index < bytes.length ? bytes[index] : -1;
    }
}
