package dev.callsheet.history;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ids of 128 bits in {@value #CHARS} characters of base64: UUIDs, and keys of runs whose id begins with hex digits.
 * Half of a history file is ids, which no packing makes smaller; written as hex they are a fifth longer still.
 */
final class Packed128 {

    static final int CHARS = 22;

    private static final int BYTES = 16;
    private static final int UUID_CHARS = 36;
    private static final int KEY_START = 4;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8} [A-Za-z0-9_-]{16}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final HexFormat HEX = HexFormat.of();

    private Packed128() {}

    /** The short form of a UUID in lower case; null for any other text. */
    static @Nullable String ofUuid(String text) {
        if (text.length() != UUID_CHARS) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(text);
            ByteBuffer bytes = ByteBuffer.allocate(BYTES);
            bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
            return uuid.toString().equals(text) ? ENCODER.encodeToString(bytes.array()) : null;
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    static String uuid(String packed) throws BadLineException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(packed));
        return new UUID(bytes.getLong(), bytes.getLong()).toString();
    }

    /** The short form of a key ({@link dev.callsheet.model.RunKey}); null where it begins with other characters. */
    static @Nullable String ofKey(String key) {
        if (!KEY.matcher(key).matches()) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(HEX.parseHex(key, 0, 2 * KEY_START)).put(DECODER.decode(key.substring(2 * KEY_START + 1)));
        return ENCODER.encodeToString(bytes.array());
    }

    static String key(String packed) throws BadLineException {
        byte[] bytes = bytes(packed);
        byte[] hash = new byte[BYTES - KEY_START];
        System.arraycopy(bytes, KEY_START, hash, 0, hash.length);
        return HEX.formatHex(bytes, 0, KEY_START) + " " + ENCODER.encodeToString(hash);
    }

    /** Short forms that were written one behind the other. */
    static List<String> split(String packed) {
        List<String> split = new ArrayList<>(packed.length() / CHARS + 1);
        for (int i = 0; i < packed.length(); i += CHARS) {
            split.add(packed.substring(i, Math.min(packed.length(), i + CHARS)));
        }
        return split;
    }

    private static byte[] bytes(String packed) throws BadLineException {
        try {
            byte[] bytes = DECODER.decode(packed);
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // the same as too few of them
        }
        throw new BadLineException("ids of " + CHARS + " characters of base64");
    }
}
