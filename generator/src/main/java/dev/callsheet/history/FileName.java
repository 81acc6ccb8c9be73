package dev.callsheet.history;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a history file: whose night it holds, and a hash of what it holds. A file is never changed, so a name
 * stands for one content for ever.
 *
 * @param hash the first 16 hex digits of the SHA-256 of the content before packing
 */
public record FileName(String stream, LocalDate night, String hash) {

    private static final int HASH_BYTES = 8;
    /** No path of a site begins with a device of Windows; nor has it dots in a row, or a letter in upper case. */
    private static final String NO_DEVICE = "(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])\\.)";

    private static final Pattern STREAM = Pattern.compile(NO_DEVICE + "[a-z0-9](?:[a-z0-9_-]|\\.(?!\\.)){0,39}");
    private static final Pattern NAME =
            Pattern.compile("(" + STREAM.pattern() + ")-(\\d{4}-\\d\\d-\\d\\d)-([0-9a-f]{16})\\.ndjson\\.gz");
    private static final Pattern SAFE = Pattern.compile(NO_DEVICE + "[a-z0-9](?:[a-z0-9_-]|\\.(?!\\.|$)){0,99}");

    /** In which order files are read: the newest night first, and last what has no such name. */
    public static final Comparator<String> NEWEST_FIRST = Comparator.comparing(
                    FileName::nightOf, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder()))
            .thenComparing(Comparator.naturalOrder());

    private static @Nullable LocalDate nightOf(String name) {
        FileName parts = of(name);
        return parts == null ? null : parts.night();
    }

    /** Whether a text is such a name. One that is, is safe in any path and in any address. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** What a name says, read from its right end, since a stream may hold what looks like a date; null for others. */
    static @Nullable FileName of(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return null;
        }
        try {
            return new FileName(parts.group(1), LocalDate.parse(parts.group(2)), parts.group(3));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The hash of a name, from the digest of the content before packing. */
    static String hash(byte[] digest) {
        return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    }

    static boolean isStream(String text) {
        return STREAM.matcher(text).matches();
    }

    /** Whether a file that is not read may be handed on under its name. */
    static boolean isSafe(String name) {
        return SAFE.matcher(name).matches() && !name.startsWith("index.");
    }

    @Override
    public String toString() {
        return stream + "-" + night + "-" + hash + ".ndjson.gz";
    }
}
