package dev.callsheet.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * The outside of the program: tests give their own.
 *
 * @param directory the working directory, where the configuration file is looked for
 * @param terminal whether {@code err} is a terminal, so that a progress bar may be drawn
 */
public record Io(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Path directory,
        Clock clock,
        boolean terminal) {}
