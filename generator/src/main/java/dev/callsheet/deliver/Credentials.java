package dev.callsheet.deliver;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a client signs in with. The secret goes into one command of one connection and nowhere else: not into messages,
 * exceptions, files or {@link #toString()}.
 */
public final class Credentials {

    /** No sign-in. */
    public static final Credentials NONE = new Credentials("", "", "");

    private final String user;
    private final String secret;
    private final String mechanisms;

    private Credentials(String user, String secret, String mechanisms) {
        this.user = user;
        this.secret = secret;
        this.mechanisms = mechanisms;
    }

    /**
     * A password, or what a mail provider gives out in place of one.
     *
     * @throws IllegalArgumentException if they cannot be used; the message repeats neither
     */
    public static Credentials password(String user, String password) {
        return new Credentials(checked("user name", user), checked("password", password), "PLAIN LOGIN");
    }

    /**
     * An access token of OAuth 2, which someone else got.
     *
     * @throws IllegalArgumentException if they cannot be used; the message repeats neither
     */
    public static Credentials token(String user, String token) {
        return new Credentials(checked("user name", user), checked("access token", token), "XOAUTH2");
    }

    /** Control characters separate the parts of a sign-in; a line break at the end is what files and pipes leave. */
    private static String checked(String what, String text) {
        String value = text.replaceFirst("[\\r\\n]+$", "");
        if (value.isEmpty() || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("the " + what + " is empty or holds a control character");
        }
        return value;
    }

    boolean areGiven() {
        return !secret.isEmpty();
    }

    String user() {
        return user;
    }

    String secret() {
        return secret;
    }

    /** The ways to sign in, as SMTP calls them, the first that the server offers going first. */
    String mechanisms() {
        return mechanisms;
    }

    /** Whether a text holds the secret, or what is sent of it, in one piece or in several. */
    boolean areIn(String text) {
        if (!areGiven()) {
            return false;
        }
        String squeezed = squeezed(text);
        String plain = "\0" + user + "\0" + secret;
        return Stream.concat(
                        Stream.of(secret),
                        Stream.of(secret, plain, user + plain, "user=" + user + "\1auth=Bearer " + secret + "\1\1")
                                .map(Credentials::base64))
                .anyMatch(form -> squeezed.contains(squeezed(form)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Without what an answer may have put in between: blanks, line breaks, the codes of its lines. */
    private static String squeezed(String text) {
        return List.of(text.split("\n", -1)).stream()
                .map(line -> line.replaceFirst("^\\d{3}[ -]", ""))
                .reduce("", String::concat)
                .replaceAll("\\s", "")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "[credentials]";
    }
}
