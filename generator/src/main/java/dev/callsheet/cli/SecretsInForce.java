package dev.callsheet.cli;

import dev.callsheet.config.MailSettings;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The secrets of the environment. */
final class SecretsInForce {

    /** What no file may hold. */
    private static final List<String> SECRET = List.of(FetchStage.KEY, MailSettings.PASSWORD, MailSettings.TOKEN);

    /** What is read from the environment only. */
    private static final List<String> ALL =
            List.of(FetchStage.KEY, MailSettings.USER, MailSettings.PASSWORD, MailSettings.TOKEN);

    /** A shorter one would be found in texts that hold no secret. */
    private static final int SHORTEST = 8;

    private SecretsInForce() {}

    /** Those that must not be published, by their variable. */
    static Map<String, String> of(Io io) {
        Map<String, String> secrets = new TreeMap<>();
        for (String variable : SECRET) {
            String value = io.environment().getOrDefault(variable, "").strip();
            if (value.length() >= SHORTEST) {
                secrets.put(variable, value);
            }
        }
        return secrets;
    }

    /** Whether each is set, as comments of a configuration file; never its value. */
    static String comments(Io io) {
        StringBuilder lines = new StringBuilder();
        for (String variable : ALL) {
            boolean set = !io.environment().getOrDefault(variable, "").isBlank();
            lines.append("#   ").append(variable).append(set ? ": set, not shown\n" : ": not set\n");
        }
        return lines.toString();
    }
}
