package dev.callsheet.config;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads the environment variables {@code CALLSHEET_*}. */
final class Variables {

    /** Options for Java, read by the launcher. */
    private static final String OF_THE_LAUNCHER = "CALLSHEET_JAVA_OPTS";

    /** Secrets of the mail, which no setting is. */
    private static final String OF_THE_MAIL = "CALLSHEET_SMTP_";

    private Variables() {}

    /** Texts by the key of their setting. An empty variable is as good as none. */
    static Map<String, String> read(Map<String, String> environment) throws ConfigurationException {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            if (isOurs(variable.getKey()) && !variable.getValue().isBlank()) {
                Setting<?> setting = setting(variable.getKey());
                texts.put(setting.key(), setting.checked(variable.getKey(), variable.getValue()));
            }
        }
        return texts;
    }

    private static boolean isOurs(String name) {
        return name.startsWith(Setting.VARIABLES) && !name.equals(OF_THE_LAUNCHER) && !name.startsWith(OF_THE_MAIL);
    }

    private static Setting<?> setting(String name) throws ConfigurationException {
        Setting<?> nearest = Nearest.of(name, Settings.ALL, Setting::variable);
        if (!nearest.variable().equals(name)) {
            throw new ConfigurationException("environment variable " + Shown.name(name)
                    + ": unknown; the nearest known one is " + nearest.variable());
        }
        return nearest;
    }
}
