package dev.callsheet.cli;

import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The sources and the options that every command has. */
final class CommonOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description =
                    "A file, a directory, a .zip, .json, .ndjson or .jsonl, each also .gz, or - for standard input.")
    List<String> sources = List.of();

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
