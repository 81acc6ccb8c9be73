package dev.callsheet.cli;

import dev.callsheet.config.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Collects the flags that were given, as the configuration takes them. */
final class Flags {

    private Flags() {}

    /** Adds a flag when it was given. */
    static void put(Map<Setting<?>, String> flags, Setting<?> setting, @Nullable Object value) {
        if (value != null) {
            flags.put(setting, value.toString());
        }
    }

    /** Adds a flag that may be given several times, a value a line. */
    static void putEach(Map<Setting<?>, String> flags, Setting<?> setting, List<String> values) {
        if (!values.isEmpty()) {
            flags.put(setting, values.stream().collect(Collectors.joining("\n", "", "\n")));
        }
    }
}
