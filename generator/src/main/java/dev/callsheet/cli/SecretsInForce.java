package dev.callsheet.cli;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The secrets of the environment. */
final class SecretsInForce {

    private static final List<String> VARIABLES =
            List.of(FetchStage.KEY, "CALLSHEET_SMTP_PASSWORD", "CALLSHEET_SMTP_TOKEN");

    /** A shorter one would be found in texts that hold no secret. */
    private static final int SHORTEST = 8;

    private SecretsInForce() {}

    /** Those that must not be published, by their variable. */
    static Map<String, String> of(Io io) {
        Map<String, String> secrets = new TreeMap<>();
        for (String variable : VARIABLES) {
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
        for (String variable : List.of(VARIABLES.get(0), "CALLSHEET_SMTP_USER", VARIABLES.get(1), VARIABLES.get(2))) {
            boolean set = !io.environment().getOrDefault(variable, "").isBlank();
            lines.append("#   ").append(variable).append(set ? ": set, not shown\n" : ": not set\n");
        }
        return lines.toString();
    }
}
