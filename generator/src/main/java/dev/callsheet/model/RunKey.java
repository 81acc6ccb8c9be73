package dev.callsheet.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;

/** How a run is known once only its facts are kept: by a hash of its id, which is short and leads to no call. */
public final class RunKey {

    /** Of a UUID 32 of its 122 random bits. */
    private static final int LEADING = 8;

    private static final int HASH_BYTES = 8;
    private static final int HASH_CHARS = 11;
    private static final Pattern KEY =
            Pattern.compile(".{1," + LEADING + "} [A-Za-z0-9_-]{" + HASH_CHARS + "}", Pattern.DOTALL);

    private RunKey() {}

    /**
     * The key of an id: the id's first eight characters, a space, and 64 bits of its SHA-256. The first characters keep
     * runs of one scenario and second in the order of their ids (metrics.md 0.2), among keys and among ids, since a
     * space sorts before every character of an id.
     *
     * <p>Two runs with one key would count as one. Of 400 000 runs whose ids all begin alike, the chance that any two
     * share a key is 4 in a billion; where the first characters are random, as those of UUIDs are, it is 4 billion times
     * smaller.
     */
    public static String of(String id) {
        byte[] hash = Arrays.copyOf(Sha256.digest().digest(id.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
        int end = id.offsetByCodePoints(0, Math.min(LEADING, id.codePointCount(0, id.length())));
        return id.substring(0, end) + " "
                + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /** Whether a text looks like a key. */
    public static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }
}
