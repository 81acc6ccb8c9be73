package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.config.ConfigurationException;
import dev.callsheet.config.Setting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The sources and the options that every command has, and the configuration that they are a part of. */
final class CommonOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description =
                    "A file, a directory, a .zip, .json, .ndjson or .jsonl, each also .gz, or - for standard input.")
    List<String> sources = List.of();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (default: callsheet.yml in the working directory, where there is one).")
    @Nullable
    String config;

    @Option(names = "--zone", description = "Time zone of nights and of the times on pages (default: UTC).")
    @Nullable
    String zone;

    @Option(
            names = "--night-starts",
            paramLabel = "HH:MM",
            description = "When a night starts; earlier runs belong to the day before (default: 00:00).")
    @Nullable
    String nightStarts;

    @Option(names = "--json", description = "Print one JSON object on standard output instead of text.")
    boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing on standard error but errors.")
    boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print every problem.")
    boolean verbose;

    /** @param own the flags that only this command has, those that were given */
    Configuration configuration(Io io, Map<Setting<?>, String> own) throws ConfigurationException {
        Map<Setting<?>, String> flags = new HashMap<>(own);
        put(flags, Setting.ZONE, zone);
        put(flags, Setting.NIGHT_STARTS, nightStarts);
        return Configuration.read(io.directory(), config, io.environment(), flags);
    }

    private static void put(Map<Setting<?>, String> flags, Setting<?> setting, @Nullable String value) {
        if (value != null) {
            flags.put(setting, value);
        }
    }

    Console console(Io io) {
        if (quiet) {
            return new Console(io, Console.Verbosity.QUIET);
        }
        return new Console(io, verbose ? Console.Verbosity.VERBOSE : Console.Verbosity.NORMAL);
    }
}
