package dev.callsheet.config;

import dev.callsheet.gate.Mute;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is in force: the text of every setting and where it comes from.
 *
 * @param values in the order of the documentation
 * @param aliases in the order of the file
 * @param mutes in the order of the file
 */
public record Effective(List<Value> values, List<Alias> aliases, List<Mute> mutes) {

    /**
     * A setting in force.
     *
     * @param text that has a value; of several a line each
     * @param origin the flag, the variable or the file; null for the default
     */
    public record Value(
            Setting<?> setting, String text, @Nullable String origin) {}

    public Effective {
        values = List.copyOf(values);
        aliases = List.copyOf(aliases);
        mutes = List.copyOf(mutes);
    }

    /**
     * Reads it. A flag goes before the environment, that before the file, that before the default; what is wrong is
     * refused even where something else goes before it.
     *
     * @param directory where {@code callsheet.yml} is looked for, and what {@code file} is relative to
     * @param file named by the user; null to read {@code callsheet.yml} where there is one
     * @param flags those that were given, with their value; of a flag given several times a value a line
     */
    public static Effective read(
            Path directory, @Nullable String file, Map<String, String> environment, Map<Setting<?>, String> flags)
            throws ConfigurationException {
        Yaml.Content content = ConfigurationFile.read(directory, file);
        Map<String, String> variables = Variables.read(environment);
        Map<String, String> given = new HashMap<>();
        for (Map.Entry<Setting<?>, String> flag : flags.entrySet()) {
            Setting<?> setting = flag.getKey();
            given.put(setting.key(), setting.checked(String.valueOf(setting.flag()), flag.getValue()));
        }
        return new Effective(
                Settings.ALL.stream()
                        .map(setting -> value(setting, content, variables, given))
                        .toList(),
                content.aliases(),
                content.mutes());
    }

    private static Value value(
            Setting<?> setting, Yaml.Content content, Map<String, String> variables, Map<String, String> flags) {
        String key = setting.key();
        if (flags.containsKey(key)) {
            return new Value(setting, Objects.requireNonNull(flags.get(key)), setting.flag());
        }
        if (variables.containsKey(key)) {
            return new Value(setting, Objects.requireNonNull(variables.get(key)), setting.variable());
        }
        String text = content.texts().get(key);
        return text == null ? new Value(setting, setting.byDefault(), null) : new Value(setting, text, content.file());
    }

    /** The texts by the key of their setting. */
    Map<String, String> texts() {
        Map<String, String> texts = new HashMap<>();
        values.forEach(value -> texts.put(value.setting().key(), value.text()));
        return texts;
    }
}
