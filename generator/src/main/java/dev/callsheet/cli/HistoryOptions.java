package dev.callsheet.cli;

import dev.callsheet.config.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about what earlier reports kept, of the commands that read it. */
final class HistoryOptions {

    @Option(
            names = "--history",
            paramLabel = "DIR|FILE|URL",
            description = "What earlier reports kept: a site, its data/history, or a copy of either; may be repeated"
                    + " (default: none).")
    List<String> from = List.of();

    // A switch takes a value so that it can be turned off where the file or the environment turns it on.
    @Option(
            names = "--history-required",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description =
                    "Stop with exit code 6, and write nothing, when not all of the history can be read; needs --history (default: false).")
    @Nullable
    Boolean required;

    @Option(
            names = "--history-readonly",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true|false",
            description = "Add nothing to the history, as a pull request should (default: false).")
    @Nullable
    Boolean readonly;

    @Option(
            names = "--stream",
            paramLabel = "NAME",
            description = "Which series of nights this is: a branch or an environment (default: main).")
    @Nullable
    String stream;

    @Option(
            names = "--baseline",
            paramLabel = "NIGHT",
            description = "Night that the Changes page compares with, beside the previous one (default: none).")
    @Nullable
    String baseline;

    /** Adds those that were given. */
    void addTo(Map<Setting<?>, String> flags) {
        Flags.putEach(flags, Setting.HISTORY_FROM, from);
        Flags.put(flags, Setting.HISTORY_REQUIRED, required);
        Flags.put(flags, Setting.HISTORY_READONLY, readonly);
        Flags.put(flags, Setting.STREAM, stream);
        Flags.put(flags, Setting.BASELINE, baseline);
    }
}
