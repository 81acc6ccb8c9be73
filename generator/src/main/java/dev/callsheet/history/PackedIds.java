package dev.callsheet.history;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Many ids as one text of base64: UUIDs in 16 bytes each, keys of runs whose id begins with hex digits in 12. Half of a
 * history file is such ids, which no compression makes smaller; spelled out they would make it a quarter larger.
 */
final class PackedIds {

    private static final int UUID_BYTES = 16;
    private static final int UUID_CHARS = 36;
    /** Bytes of a key that stand in hex digits before its space. */
    private static final int KEY_START = 4;

    private static final int KEY_BYTES = 12;
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8} [A-Za-z0-9_-]{11}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final HexFormat HEX = HexFormat.of();

    private PackedIds() {}

    /** The UUID that a text spells in the usual way; null for any other text. */
    static @Nullable UUID uuid(String text) {
        if (text.length() != UUID_CHARS) {
            return null;
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? uuid : null;
        } catch (IllegalArgumentException noUuid) {
            return null;
        }
    }

    static String packUuids(List<UUID> uuids) {
        ByteBuffer bytes = ByteBuffer.allocate(uuids.size() * UUID_BYTES);
        for (UUID uuid : uuids) {
            bytes.putLong(uuid.getMostSignificantBits()).putLong(uuid.getLeastSignificantBits());
        }
        return ENCODER.encodeToString(bytes.array());
    }

    static List<UUID> unpackUuids(String packed) throws BadLineException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(packed, UUID_BYTES));
        List<UUID> uuids = new ArrayList<>();
        while (bytes.hasRemaining()) {
            uuids.add(new UUID(bytes.getLong(), bytes.getLong()));
        }
        return uuids;
    }

    /** Whether a key ({@link dev.callsheet.model.RunKey}) can be packed. */
    static boolean isPackable(String key) {
        return KEY.matcher(key).matches() && key(packKey(key), 0).equals(key);
    }

    /** @param keys that can be packed */
    static String packKeys(List<String> keys) {
        ByteBuffer bytes = ByteBuffer.allocate(keys.size() * KEY_BYTES);
        keys.forEach(key -> bytes.put(packKey(key)));
        return ENCODER.encodeToString(bytes.array());
    }

    private static byte[] packKey(String key) {
        byte[] hash = DECODER.decode(key.substring(2 * KEY_START + 1));
        return ByteBuffer.allocate(KEY_BYTES)
                .put(HEX.parseHex(key, 0, 2 * KEY_START))
                .put(hash)
                .array();
    }

    static List<String> unpackKeys(String packed) throws BadLineException {
        byte[] bytes = bytes(packed, KEY_BYTES);
        List<String> keys = new ArrayList<>(bytes.length / KEY_BYTES);
        for (int from = 0; from < bytes.length; from += KEY_BYTES) {
            keys.add(key(bytes, from));
        }
        return keys;
    }

    private static String key(byte[] bytes, int from) {
        byte[] hash = Arrays.copyOfRange(bytes, from + KEY_START, from + KEY_BYTES);
        return HEX.formatHex(bytes, from, from + KEY_START) + " " + ENCODER.encodeToString(hash);
    }

    private static byte[] bytes(String packed, int each) throws BadLineException {
        try {
            byte[] bytes = DECODER.decode(packed);
            if (bytes.length % each == 0) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // the same as too few or too many of them
        }
        throw new BadLineException("ids of " + each + " bytes in base64");
    }
}
