package dev.callsheet.cli;

import dev.callsheet.model.Problem;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the program says while it works, on standard error: one line a stage, problems with their place, and on a
 * terminal a progress bar once a stage lasts over a second. Control characters never reach the terminal.
 */
final class Console {

    private static final int MOST_PROBLEMS = 20;
    private static final long NANOS_BEFORE_BAR = 1_000_000_000L;
    private static final long NANOS_BETWEEN_BARS = 100_000_000L;
    private static final int BAR_WIDTH = 30;
    private static final String CLEAR_REST = "\u001b[K";
    private static final Pattern COMMAND = Pattern.compile("##(?=[\\p{L}]*\\[)|^\\s*::");

    private final PrintStream err;
    private final Verbosity verbosity;
    private final boolean bars;
    private final long started = System.nanoTime();
    private long lastBar;
    private boolean barShown;

    enum Verbosity {
        QUIET,
        NORMAL,
        VERBOSE
    }

    Console(Io io, Verbosity verbosity) {
        this.err = io.err();
        this.verbosity = verbosity;
        this.bars = io.terminal() && verbosity != Verbosity.QUIET;
    }

    /** A finished stage. */
    void stage(String line) {
        if (verbosity != Verbosity.QUIET) {
            print(line);
        }
    }

    /** A result that does not go to standard output; said however quiet the program is. */
    void result(String line) {
        print(line);
    }

    /** Something the user must see. */
    void error(String line) {
        print("callsheet: " + line);
    }

    /** A command to a CI system, which is the only line that may be one; its texts are escaped. */
    void command(String line) {
        write(line);
    }

    /** How far a stage is; may be called often and by several threads. */
    void progress(String stage, long done, long total) {
        progress(() -> {
            if (total <= 0) {
                return stage + " " + done;
            }
            int filled = (int) (BAR_WIDTH * done / total);
            return stage + " " + done + " [" + "#".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "] of " + total;
        });
    }

    /** The same in words of its own, which are made only when they are shown. */
    synchronized void progress(Supplier<String> line) {
        long now = System.nanoTime();
        if (!bars || now - started < NANOS_BEFORE_BAR || now - lastBar < NANOS_BETWEEN_BARS) {
            return;
        }
        lastBar = now;
        barShown = true;
        err.print("\r" + line.get() + CLEAR_REST);
        err.flush();
    }

    boolean isVerbose() {
        return verbosity == Verbosity.VERBOSE;
    }

    /** Problems, the worst first; the first {@value #MOST_PROBLEMS} unless verbose. */
    void problems(List<Problem> problems, boolean all) {
        if (verbosity == Verbosity.QUIET) {
            return;
        }
        List<Problem> worstFirst = problems.stream()
                .sorted(Comparator.comparing(Problem::severity).thenComparing(Problem.ORDER))
                .toList();
        int shown =
                all || verbosity == Verbosity.VERBOSE ? worstFirst.size() : Math.min(MOST_PROBLEMS, worstFirst.size());
        worstFirst.subList(0, shown).forEach(problem -> print(line(problem)));
        if (shown < worstFirst.size()) {
            print((worstFirst.size() - shown) + " more problems are on the page problems.html; --verbose prints them");
        }
    }

    static String line(Problem problem) {
        String hint = problem.hint().isEmpty() ? "" : " (" + problem.hint() + ")";
        return problem.severity().name().toLowerCase(Locale.ROOT) + ": " + problem.place() + ": expected "
                + problem.expected() + ", found " + problem.found() + hint;
    }

    private void print(String line) {
        write(visible(line));
    }

    private synchronized void write(String line) {
        if (barShown) {
            err.print("\r" + CLEAR_REST);
            barShown = false;
        }
        err.print(line + "\n");
        err.flush();
    }

    /**
     * A line break or an escape sequence from input must not forge a line or drive the terminal, nor must a text command
     * the CI system that reads along: GitHub and Azure find {@code ##[…]} and {@code ##vso[…]} anywhere in a line, and
     * {@code ::…::} where one begins.
     */
    static String visible(String line) {
        StringBuilder text = new StringBuilder(line.length());
        line.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isISOControl(c)
                    || type == Character.FORMAT
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR
                    || type == Character.SURROGATE) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                text.appendCodePoint(c);
            }
        });
        return COMMAND.matcher(text).replaceAll(command -> {
            String first = command.group().substring(0, command.group().length() - 1);
            return Matcher.quoteReplacement(first
                    + String.format(
                            Locale.ROOT, "\\u%04x", (int) command.group().charAt(first.length())));
        });
    }
}
