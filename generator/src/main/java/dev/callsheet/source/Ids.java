package dev.callsheet.source;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Ids are compared exactly and never changed, so one that cannot be shown is refused. */
public final class Ids {

    /** What an id has to be, in the words of a problem. */
    static final String EXPECTED =
            "a text of 1 to " + Limits.ID_CHARS + " characters, not blank, without control characters";

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.:-]{0,98}[A-Za-z0-9])?");

    private Ids() {}

    /** The id that the value is; null when it can be none. The digits of a whole number are taken as text. */
    public static @Nullable String of(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        String id = value.isString() ? value.stringValue() : Numbers.isPlainInteger(value) ? value.toString() : "";
        return isUsable(id) ? id : null;
    }

    /** Whether an id needs no second look: nothing in it could be meant as a path, a name of markup or a formula. */
    static boolean isPlain(String id) {
        return PLAIN.matcher(id).matches() && !id.contains("..");
    }

    /** Whether a text can be an id. */
    static boolean isUsable(String id) {
        return id.length() <= Limits.ID_CHARS
                && !Text.isBlank(id)
                && Text.line(id).equals(id);
    }
}
