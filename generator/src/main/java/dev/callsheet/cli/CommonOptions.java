package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.config.ConfigurationException;
import dev.callsheet.config.Setting;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that every command has, and the configuration that they name. */
final class CommonOptions {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration file (default: callsheet.yml in the working directory, where there is one).")
    @Nullable
    String config;

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

    /** @param flags those that were given */
    Configuration configuration(Io io, Map<Setting<?>, String> flags) throws ConfigurationException {
        return Configuration.read(io.directory(), config, io.environment(), flags);
    }

    Console console(Io io) {
        if (quiet) {
            return new Console(io, Console.Verbosity.QUIET);
        }
        return new Console(io, verbose ? Console.Verbosity.VERBOSE : Console.Verbosity.NORMAL);
    }
}
