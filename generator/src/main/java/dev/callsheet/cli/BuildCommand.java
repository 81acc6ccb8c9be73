package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.config.ConfigurationException;
import dev.callsheet.config.Setting;
import dev.callsheet.gate.Verdict;
import dev.callsheet.render.text.Annotations;
import dev.callsheet.report.Report;
import dev.callsheet.site.GateSummary;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet build}: load, count, write. */
@Command(
        name = "build",
        description = "Read test results and write the report as a static site.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class BuildCommand implements Callable<Integer> {

    private final Io io;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Directory of the site, replaced as a whole (default: site).")
    @Nullable
    String output;

    @Option(
            names = "--base-url",
            paramLabel = "URL",
            description = "Where the site can be read once it is published (default: not known).")
    @Nullable
    String baseUrl;

    @Option(
            names = "--single-file",
            paramLabel = "FILE",
            description = "Also write the first page as one file that needs no other (default: none).")
    @Nullable
    String singleFile;

    @Option(
            names = "--gate",
            description = "End with the gate's verdict, once the site is written: 3 failed, 4 inconclusive.")
    boolean gate;

    @Option(
            names = "--annotations",
            description = "Print what the gate fails because of as annotations for GitHub Actions, on standard error.")
    boolean annotations;

    @Mixin
    HistoryOptions history = new HistoryOptions();

    @Mixin
    SourceOptions input = new SourceOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    BuildCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        Console console = common.console(io);
        Configuration configuration = configuration();
        BuildStage.Built built;
        try {
            built = BuildStage.run(io, input.sources, configuration, console);
        } catch (NoInputException nothing) {
            console.problems(nothing.problems(), true);
            throw nothing;
        }
        finish(console, configuration.output(), built);
        return (gate ? ExitCode.of(built.report().gate().verdict()) : ExitCode.DONE).code();
    }

    /** @throws UsageException if a history is required and none is named */
    private Configuration configuration() throws ConfigurationException, UsageException {
        Map<Setting<?>, String> flags = new HashMap<>();
        Flags.put(flags, Setting.OUTPUT, output);
        Flags.put(flags, Setting.SITE_BASE_URL, baseUrl);
        Flags.put(flags, Setting.SITE_SINGLE_FILE, singleFile);
        history.addTo(flags);
        input.addTo(flags);
        Configuration configuration = common.configuration(io, flags);
        if (configuration.history().required() && configuration.history().from().isEmpty()) {
            throw new UsageException("history.required is on (--history-required), but no history is named:"
                    + " give --history DIR|FILE|URL or history.from, or turn it off with --history-required=false");
        }
        return configuration;
    }

    private void finish(Console console, String output, BuildStage.Built built) throws IOException {
        Report report = built.report();
        BuildStage.Single single = built.single();
        if (annotations) {
            Annotations.lines(report).forEach(console::command);
        }
        console.stage("wrote " + output + " for "
                + (report.analysis().night() == null
                        ? "no night"
                        : "the night of " + report.analysis().night()));
        if (single != null && single.failure() == null) {
            console.stage("wrote " + single.words());
        }
        if (gate) {
            boolean passed = report.gate().verdict() == Verdict.PASS;
            StoredGate.lines(GateSummary.of(report)).forEach(passed ? console::stage : console::result);
        }
        io.out().print(common.json ? Result.ofBuild(output, built) + "\n" : output + "\n");
        io.out().flush();
        if (single != null && single.failure() != null) {
            throw single.failure();
        }
    }
}
