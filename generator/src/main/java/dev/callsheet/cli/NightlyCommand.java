package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.config.Effective;
import dev.callsheet.render.text.Annotations;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code callsheet nightly}: everything that a night needs, in one line of a cron job. */
@Command(
        name = "nightly",
        description = {
            "Fetch, build with history, publish, send the mail if one is configured, then judge.",
            "Everything is set in callsheet.yml or by environment variables; a line on standard error tells how each"
                    + " stage went, and the exit code is that of the first one that did not go well."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class NightlyCommand implements Callable<Integer> {

    private final Io io;

    @Option(names = "--dry-run", description = "Print the configuration in force, without secrets, and do nothing.")
    boolean dryRun;

    @Option(
            names = "--annotations",
            description = "Print what the gate fails because of as annotations for GitHub Actions, on standard error.")
    boolean annotations;

    @Mixin
    CommonOptions common = new CommonOptions();

    NightlyCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        Effective effective = Effective.read(io.directory(), common.config, io.environment(), Map.of());
        Configuration configuration = Configuration.of(effective);
        if (dryRun) {
            dryRun(effective, configuration);
            return ExitCode.DONE.code();
        }
        Nightly.Outcome outcome = new Nightly(io, configuration, common).run();
        if (annotations && outcome.built() != null) {
            Annotations.lines(outcome.built().report()).forEach(common.console(io)::command);
        }
        if (common.json) {
            io.out().print(Result.ofNightly(configuration.output(), outcome) + "\n");
        } else if (outcome.built() != null) {
            io.out().print(configuration.output() + "\n");
        }
        io.out().flush();
        return outcome.code().code();
    }

    /** Checks what can be checked without asking anyone. */
    private void dryRun(Effective effective, Configuration configuration) throws UsageException {
        FetchStage.key(io);
        Nightly.mail(io, configuration);
        io.out().print("# The configuration in force, as a callsheet.yml, and where each value comes from.\n");
        io.out().print(EffectiveFile.of(effective, common.verbose));
        io.out()
                .print("\n# From the environment only:\n#   " + FetchStage.ADDRESS + ": " + FetchStage.address(io)
                        + "\n" + SecretsInForce.comments(io));
        io.out().flush();
    }
}
