package dev.callsheet.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program's entry. */
@Command(
        name = "callsheet",
        description = "The nightly report for voice-agent tests.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footer = {
            "",
            "Exit codes: 0 done, 1 fault of callsheet, 2 wrong command line or configuration, 3 gate failed,",
            "4 gate inconclusive, 5 no usable input, 6 fetch or required history incomplete, 7 not published or delivered."
        })
public final class Main implements Runnable {

    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

    private Main() {}

    public static void main(String... args) {
        System.setProperty("java.awt.headless", "true");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        boolean terminal = Boolean.getBoolean("callsheet.terminal") && System.getenv("NO_COLOR") == null;
        Io io = new Io(System.in, out, err, System.getenv(), Path.of(""), Clock.systemUTC(), terminal);
        int code;
        try {
            code = run(io, args);
        } catch (Error e) { // out of memory, say: still a line and an exit code of ours
            code = Failure.tell(io, "", e).code();
        }
        System.exit(code);
    }

    /** The whole program as a function of its outside: the exit code. */
    public static int run(Io io, String... args) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new BuildCommand(io))
                .addSubcommand(new FetchCommand(io))
                .addSubcommand(new NightlyCommand(io))
                .addSubcommand(new CheckCommand(io))
                .addSubcommand(new GateCommand(io))
                .addSubcommand(new MailCommand(io))
                .setOut(new PrintWriter(io.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(io.err(), true, StandardCharsets.UTF_8))
                .setUsageHelpAutoWidth(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setExecutionExceptionHandler((exception, command, result) ->
                        Failure.tell(io, "", exception).code());
        return line.execute(args);
    }

    /** Without a command there is nothing to do but to say which commands there are. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "a command is missing: build, fetch, nightly, check, gate or mail");
    }
}
