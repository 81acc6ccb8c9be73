package dev.callsheet.output;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * File names for ids (design.md 1.2). An id comes from input and may be anything, so it is never a path itself.
 *
 * <ul>
 *   <li>A lower-case UUID is its own slug.
 *   <li>Any other id becomes at most 40 characters of {@code [a-z0-9-]}, a dash, and the first 8 hex digits of the
 *       SHA-256 of the whole id in UTF-8; {@code id-} and the digits when it has no usable character.
 *   <li>Same id, same slug: it depends neither on locale nor on which ids were seen before.
 *   <li>Different ids, different slugs, also if they differ only in case, in Unicode normal form, beyond the 40th
 *       character, or in an unpaired surrogate. Where the words agree the promise is that of 32 bits of hash.
 *   <li>Never empty, never a Windows device name, always a part of a {@link SafePath}.
 * </ul>
 */
public final class Slugs {

    private static final int MAX_WORDS = 40;
    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern UNUSABLE = Pattern.compile("[^a-z0-9]+");
    private static final Pattern OUTER_DASHES = Pattern.compile("^-|-$");

    private Slugs() {}

    /** The slug of an id. */
    public static String of(String id) {
        if (UUID.matcher(id).matches()) {
            return id;
        }
        String words = words(id);
        return (words.isEmpty() ? "id" : words) + "-" + hash(id);
    }

    private static String words(String id) {
        String letters =
                MARKS.matcher(Normalizer.normalize(id, Normalizer.Form.NFKD)).replaceAll("");
        String dashed = UNUSABLE.matcher(letters.toLowerCase(Locale.ROOT)).replaceAll("-");
        String trimmed = OUTER_DASHES.matcher(dashed).replaceAll("");
        String cut = trimmed.substring(0, Math.min(trimmed.length(), MAX_WORDS));
        return OUTER_DASHES.matcher(cut).replaceAll("");
    }

    private static String hash(String id) {
        return HexFormat.of().formatHex(Sha256.digest().digest(utf8(id)), 0, 4);
    }

    /** UTF-8, where an unpaired surrogate keeps its own three bytes; the JDK would make {@code ?} of each of them. */
    private static byte[] utf8(String id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(id.length());
        id.codePoints().forEach(c -> {
            if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                bytes.write(0xE0 | (c >> 12));
                bytes.write(0x80 | ((c >> 6) & 0x3F));
                bytes.write(0x80 | (c & 0x3F));
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        });
        return bytes.toByteArray();
    }
}
