package dev.callsheet.cli;

import dev.callsheet.config.MailSettings;
import dev.callsheet.deliver.Credentials;
import java.util.Map;

/** What the environment holds to sign in at the server of the mail. */
final class MailSignIn {

    private static final String USER = MailSettings.USER;
    private static final String PASSWORD = MailSettings.PASSWORD;
    private static final String TOKEN = MailSettings.TOKEN;

    private MailSignIn() {}

    /** @throws UsageException if they do not go together, or cannot be used; the message repeats none of them */
    static Credentials of(Map<String, String> environment) throws UsageException {
        String user = environment.getOrDefault(USER, "");
        String password = environment.getOrDefault(PASSWORD, "");
        String token = environment.getOrDefault(TOKEN, "");
        if (!password.isBlank() && !token.isBlank()) {
            throw new UsageException(PASSWORD + " and " + TOKEN + " are both set; the mail signs in with one of them");
        }
        String secret = password.isBlank() ? TOKEN : PASSWORD;
        boolean given = !password.isBlank() || !token.isBlank();
        if (user.isBlank() && given) {
            throw new UsageException(secret + " is set, but " + USER + " is not, and it belongs to a user");
        }
        if (!user.isBlank() && !given) {
            throw new UsageException(USER + " is set, but neither " + PASSWORD + " nor " + TOKEN + " is");
        }
        if (!given) {
            return Credentials.NONE;
        }
        try {
            return password.isBlank() ? Credentials.token(user, token) : Credentials.password(user, password);
        } catch (IllegalArgumentException notUsable) {
            throw new UsageException(USER + " with " + secret + " cannot be used: " + notUsable.getMessage());
        }
    }
}
