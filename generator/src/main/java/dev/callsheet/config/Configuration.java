package dev.callsheet.config;

import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Threshold;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the user decided, and the defaults of everything else.
 *
 * @param output the path of the site's directory
 */
public record Configuration(String output, NightCalendar calendar, Rules rules) {

    /**
     * Reads it. A flag goes before the environment, that before the file, that before the default; what is wrong is
     * refused even where something else goes before it.
     *
     * @param directory where {@code callsheet.yml} is looked for, and what {@code file} is relative to
     * @param file named by the user; null to read {@code callsheet.yml} where there is one
     * @param flags those that were given, with their value
     */
    public static Configuration read(
            Path directory, @Nullable String file, Map<String, String> environment, Map<Setting<?>, String> flags)
            throws ConfigurationException {
        Map<String, String> texts = new HashMap<>(ConfigurationFile.read(directory, file));
        texts.putAll(Variables.read(environment));
        for (Map.Entry<Setting<?>, String> flag : flags.entrySet()) {
            Setting<?> setting = flag.getKey();
            texts.put(setting.key(), setting.checked(String.valueOf(setting.flag()), flag.getValue()));
        }
        Rules rules = Threshold.rules(threshold -> Setting.of(threshold).in(texts));
        Limit.check(rules);
        return new Configuration(
                Setting.OUTPUT.in(texts),
                new NightCalendar(Setting.ZONE.in(texts), Setting.NIGHT_STARTS.in(texts)),
                rules);
    }
}
