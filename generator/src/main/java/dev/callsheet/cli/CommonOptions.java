package dev.callsheet.cli;

import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {

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

    Console console(Io io) {
        if (quiet) {
            return new Console(io, Console.Verbosity.QUIET);
        }
        return new Console(io, verbose ? Console.Verbosity.VERBOSE : Console.Verbosity.NORMAL);
    }
}
