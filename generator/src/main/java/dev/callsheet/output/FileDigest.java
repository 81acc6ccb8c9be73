package dev.callsheet.output;

import java.util.regex.Pattern;

/**
 * What the manifest says of a file.
 *
 * @param sha256 64 lower-case hex digits
 * @param size in bytes
 */
public record FileDigest(String sha256, long size) {

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public FileDigest {
        if (!HEX.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a SHA-256 has 64 lower-case hex digits, was " + sha256);
        }
        if (size < 0) {
            throw new IllegalArgumentException("a size cannot be negative, was " + size);
        }
    }
}
