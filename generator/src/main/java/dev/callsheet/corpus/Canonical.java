package dev.callsheet.corpus;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.callsheet.model.Place;
import dev.callsheet.model.Sha256;
import java.security.MessageDigest;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * The canonical form of a record: its fields in their declared order, without the place it stood in. The same content
 * has the same form wherever it was found.
 */
final class Canonical {

    private static final JsonMapper JSON = JsonMapper.builder()
            .withConfigOverride(Place.class, place -> place.setIsIgnoredType(true))
            .changeDefaultVisibility(
                    visible -> visible.withVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
                            .withVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY))
            .build();

    private Canonical() {}

    static byte[] bytes(Object value) {
        return JSON.writeValueAsBytes(value);
    }

    /** SHA-256 of the parts one after the other, in hex. */
    static String digest(byte[]... parts) {
        MessageDigest sha = Sha256.digest();
        for (byte[] part : parts) {
            sha.update(part);
        }
        return HexFormat.of().formatHex(sha.digest());
    }
}
