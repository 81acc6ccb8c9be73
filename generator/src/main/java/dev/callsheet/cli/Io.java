package dev.callsheet.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;

/**
 * The outside of the program: tests give their own.
 *
 * @param terminal whether {@code err} is a terminal, so that a progress bar may be drawn
 */
public record Io(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        Clock clock,
        boolean terminal) {}
