package dev.callsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet gate}: the verdict that a site holds, once more. */
@Command(
        name = "gate",
        description = "Read the gate's verdict from a site and end with it: 0 passed, 3 failed, 4 inconclusive.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class GateCommand implements Callable<Integer> {

    private static final String REPORT = "data/report.json";
    private static final List<String> IN_A_DIRECTORY = List.of(REPORT, "report.json");

    private final Io io;

    @Parameters(arity = "1", paramLabel = "SITE", description = "A site, or its data/report.json.")
    @Nullable
    String site;

    @Option(names = "--json", description = "Print one JSON object on standard output instead of text.")
    boolean json;

    GateCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws UsageException {
        Console console = new Console(io, Console.Verbosity.NORMAL);
        String given = String.valueOf(site);
        Path path = path(given);
        Path file = file(path);
        if (file == null) {
            console.error(given + ": holds no " + REPORT + ": it is no site of callsheet, or not the whole of one");
            return ExitCode.NO_INPUT.code();
        }
        try {
            StoredGate gate = StoredGate.read(file);
            io.out().print(json ? Result.line(gate.node()) + "\n" : text(gate.lines()));
            io.out().flush();
            return gate.code().code();
        } catch (StoredGate.UnusableException e) {
            console.error(given + ": " + e.getMessage());
        } catch (IOException e) {
            console.error(given + ": cannot be read");
        }
        return ExitCode.NO_INPUT.code();
    }

    private static Path path(String given) throws UsageException {
        try {
            Path path = Path.of(given);
            if (!given.isBlank() && Files.exists(path)) {
                return path;
            }
        } catch (InvalidPathException e) {
            // as good as none
        }
        throw new UsageException(given + ": there is no such file or directory");
    }

    /** The report of a site; null when there is none. */
    private static @Nullable Path file(Path path) {
        return Files.isDirectory(path)
                ? IN_A_DIRECTORY.stream()
                        .map(path::resolve)
                        .filter(Files::isRegularFile)
                        .findFirst()
                        .orElse(null)
                : path;
    }

    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(Console.visible(line)).append('\n'));
        return text.toString();
    }
}
