package dev.callsheet.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;

/**
 * Lets only well-formed UTF-8 through (Unicode, table 3-7). The JSON parser decodes overlong forms and code points
 * beyond U+10FFFF without complaint.
 */
final class Utf8Check extends FilterInputStream {

    private int missing;
    private int low = 0x80;
    private int high = 0xBF;
    private boolean malformed;

    Utf8Check(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (malformed) {
            throw new MalformedInputException(1);
        }
        int read = super.read(buffer, offset, length);
        for (int i = 0; i < read; i++) {
            if ((buffer[offset + i] < 0 || missing > 0) && !isExpected(buffer[offset + i] & 0xFF)) {
                malformed = true;
                if (i == 0) {
                    throw new MalformedInputException(1);
                }
                return i; // what stands before the bad byte is still parsed, so that its place can be named
            }
        }
        return read;
    }

    private boolean isExpected(int value) {
        if (missing > 0) {
            boolean expected = value >= low && value <= high;
            missing--;
            low = 0x80;
            high = 0xBF;
            return expected;
        }
        if (value >= 0xC2 && value <= 0xDF) {
            missing = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            missing = 2;
            low = value == 0xE0 ? 0xA0 : 0x80;
            high = value == 0xED ? 0x9F : 0xBF;
        } else if (value >= 0xF0 && value <= 0xF4) {
            missing = 3;
            low = value == 0xF0 ? 0x90 : 0x80;
            high = value == 0xF4 ? 0x8F : 0xBF;
        } else {
            return false;
        }
        return true;
    }
}
