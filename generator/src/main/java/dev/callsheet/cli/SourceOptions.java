package dev.callsheet.cli;

import dev.callsheet.config.Setting;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The sources and how their runs are put into nights, of the commands that read some. */
final class SourceOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description =
                    "A file, a directory, a .zip, .json, .ndjson or .jsonl, each also .gz, or - for standard input.")
    List<String> sources = List.of();

    @Option(names = "--zone", description = "Time zone of nights and of the times on pages (default: UTC).")
    @Nullable
    String zone;

    @Option(
            names = "--night-starts",
            paramLabel = "HH:MM",
            description = "When a night starts; earlier runs belong to the day before (default: 00:00).")
    @Nullable
    String nightStarts;

    /** Adds those that were given. */
    void addTo(Map<Setting<?>, String> flags) {
        Flags.put(flags, Setting.ZONE, zone);
        Flags.put(flags, Setting.NIGHT_STARTS, nightStarts);
    }
}
