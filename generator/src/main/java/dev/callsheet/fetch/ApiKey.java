package dev.callsheet.fetch;

import java.net.http.HttpRequest;

/**
 * The key of the API. Its value goes into one header and nowhere else: not into messages, exceptions, files or
 * {@link #toString()}.
 */
public final class ApiKey {

    private static final String MASK = "[key]";
    private static final char FIRST_VISIBLE = '!';
    private static final char LAST_VISIBLE = '~';

    /** Shorter ones are no secrets, and would be found in the middle of words. */
    private static final int SHORTEST_SECRET = 8;

    /** Shorter parts of it tell nothing: a key begins with a word such as {@code sk-}. */
    private static final int SHORTEST_PART = 5;

    private static final String CUT = "…";

    private final String value;

    /** @throws IllegalArgumentException if no header can hold it; the message does not repeat it */
    public ApiKey(String value) {
        this.value = value.strip();
        if (this.value.isEmpty() || this.value.chars().anyMatch(c -> c < FIRST_VISIBLE || c > LAST_VISIBLE)) {
            throw new IllegalArgumentException("it is empty, or holds a blank or a character that no header can hold");
        }
    }

    void addTo(HttpRequest.Builder request) {
        request.header("authorization", value);
    }

    /** A text from outside, without the key, should someone send it back. */
    String masked(String text) {
        if (value.length() < SHORTEST_SECRET) {
            return text;
        }
        String masked = text.replace(value, MASK);
        if (masked.contains(CUT)) {
            // What an answer says is shortened in messages, which may cut the key in two.
            for (int n = value.length() - 1; n >= SHORTEST_PART; n--) {
                masked = masked.replace(value.substring(0, n) + CUT, MASK + CUT);
            }
        }
        return masked;
    }

    @Override
    public String toString() {
        return MASK;
    }
}
