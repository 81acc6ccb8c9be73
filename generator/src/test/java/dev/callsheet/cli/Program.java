package dev.callsheet.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Runs the program in this process, as a user would, on a clock that stands still. */
final class Program {

    /** What a run of the program left behind. */
    record Outcome(int code, String out, String err) {}

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-14T06:00:00Z"), ZoneOffset.UTC);

    /** No folder: the tests depend on no configuration file that happens to lie about. */
    private static final Path NOWHERE = Path.of("target/no-such-folder");

    private Program() {}

    static Outcome run(String... args) {
        return run(new byte[0], Map.of(), args);
    }

    static Outcome run(byte[] standardInput, Map<String, String> environment, String... args) {
        return run(standardInput, environment, NOWHERE, args);
    }

    /** @param directory the working directory as far as the configuration file goes */
    static Outcome run(byte[] standardInput, Map<String, String> environment, Path directory, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Io io = new Io(
                new ByteArrayInputStream(standardInput),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                environment,
                directory,
                CLOCK,
                false);
        int code = Main.run(io, args);
        return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Builds a site and fails unless that works. */
    static Path build(Path site, Path... sources) {
        String[] args = Stream.of(sources).map(Path::toString).toArray(String[]::new);
        return build(site, new byte[0], args);
    }

    /** The same from runs as the API gives them. */
    static Path build(Path site, ObjectNode... runs) {
        String lines = Stream.of(runs).map(run -> run + "\n").collect(Collectors.joining());
        return build(site, lines.getBytes(StandardCharsets.UTF_8), "-");
    }

    private static Path build(Path site, byte[] standardInput, String... sources) {
        List<String> args = new ArrayList<>(List.of("build", "-q", "-o", site.toString()));
        args.addAll(List.of(sources));
        Outcome outcome = run(standardInput, Map.of(), args.toArray(String[]::new));
        if (outcome.code() != 0) {
            throw new AssertionError("build ended with " + outcome.code() + ": " + outcome.err());
        }
        return site;
    }
}
