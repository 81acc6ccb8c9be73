package dev.callsheet.config;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads the environment variables {@code CALLSHEET_*}. */
final class Variables {

    /** Options for Java, read by the launcher. */
    private static final String OF_THE_LAUNCHER = "CALLSHEET_JAVA_OPTS";

    /** How the names of those begin that hold secrets of the mail, which no setting is. */
    private static final String OF_THE_MAIL = "CALLSHEET_SMTP_";

    private Variables() {}

    /** Texts by the key of their setting. An empty variable is as good as none. */
    static Map<String, String> read(Map<String, String> environment) throws ConfigurationException {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            if (variable.getValue().isBlank() || !isOurs(variable.getKey())) {
                continue;
            }
            if (variable.getKey().startsWith(OF_THE_MAIL)) {
                requireKnown(variable.getKey());
            } else {
                Setting<?> setting = setting(variable.getKey());
                texts.put(setting.key(), setting.checked(variable.getKey(), variable.getValue()));
            }
        }
        return texts;
    }

    private static boolean isOurs(String name) {
        return name.startsWith(Setting.VARIABLES) && !name.equals(OF_THE_LAUNCHER);
    }

    /** A misspelt password would be none, and the mail would be sent without signing in, or not at all. */
    private static void requireKnown(String name) throws ConfigurationException {
        String nearest = Nearest.of(name, Secrets.OF_THE_MAIL, known -> known);
        if (!nearest.equals(name)) {
            throw unknown(name, nearest);
        }
    }

    private static Setting<?> setting(String name) throws ConfigurationException {
        Setting<?> nearest = Nearest.of(name, Settings.ALL, Setting::variable);
        if (!nearest.variable().equals(name)) {
            throw unknown(name, nearest.variable());
        }
        return nearest;
    }

    private static ConfigurationException unknown(String name, String nearest) {
        return new ConfigurationException(
                "environment variable " + Shown.name(name) + ": unknown; the nearest known one is " + nearest);
    }
}
