package dev.callsheet.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which keys look like secrets: those come from the environment only (design.md 1.1). */
final class Secrets {

    private static final String API_KEY = "BLAND_API_KEY";
    private static final String BASE_URL = "BLAND_BASE_URL";
    private static final String USER = MailSettings.USER;
    private static final String PASSWORD = MailSettings.PASSWORD;
    private static final String TOKEN = MailSettings.TOKEN;

    /** Variables with which the mail signs in at its server. */
    static final List<String> OF_THE_MAIL = List.of(PASSWORD, TOKEN, USER);

    /** A part of a key, without underscores, and the variable to use; the first that fits. */
    private static final List<Map.Entry<String, String>> PARTS = List.of(
            Map.entry("smtp", PASSWORD),
            Map.entry("password", PASSWORD),
            Map.entry("passwd", PASSWORD),
            Map.entry("passphrase", PASSWORD),
            Map.entry("baseurl", BASE_URL),
            Map.entry("apikey", API_KEY),
            Map.entry("accesskey", API_KEY),
            Map.entry("privatekey", API_KEY),
            Map.entry("token", API_KEY),
            Map.entry("secret", API_KEY),
            Map.entry("authorization", API_KEY),
            Map.entry("credential", API_KEY),
            Map.entry("bearer", API_KEY));

    /** Too short to be looked for inside of other words. */
    private static final Set<String> WORDS = Set.of("key", "auth", "pass", "pwd");

    private Secrets() {}

    /**
     * The environment variable that stands in for an unknown key of this name; null when it does not look like a secret.
     *
     * @param section that the key stands in, empty for none
     */
    static @Nullable String variable(String section, String name) {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        String variable = variable(letters);
        if (!section.equals(MailSettings.SECTION)) {
            return variable;
        }
        if (letters.contains("user") || letters.contains("login")) {
            return USER;
        }
        return letters.contains("token") ? TOKEN : variable == null ? null : PASSWORD;
    }

    private static @Nullable String variable(String letters) {
        return PARTS.stream()
                .filter(part -> letters.contains(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(WORDS.contains(letters) ? API_KEY : null);
    }
}
