package dev.callsheet.cli;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.output.SiteDirectory;
import dev.callsheet.render.data.Manifest;
import dev.callsheet.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.Callable;
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
            defaultValue = "site",
            description = "Directory of the site, replaced as a whole (default: ${DEFAULT-VALUE}).")
    String output = "site";

    @Option(
            names = "--zone",
            defaultValue = "UTC",
            converter = Converters.Zone.class,
            description = "Time zone of nights and of the times on pages (default: ${DEFAULT-VALUE}).")
    ZoneId zone = ZoneId.of("UTC");

    @Option(
            names = "--night-starts",
            defaultValue = "00:00",
            converter = Converters.TimeOfDay.class,
            description = "When a night starts; earlier runs belong to the day before (default: ${DEFAULT-VALUE}).")
    LocalTime nightStarts = LocalTime.MIDNIGHT;

    @Mixin
    CommonOptions common = new CommonOptions();

    BuildCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        Console console = common.console(io);
        Instant generatedAt = GeneratedAt.of(io);
        try (SiteDirectory site = SiteDirectory.open(Path.of(output))) {
            Loader.Loaded loaded = Loader.load(common.sources, io.in(), console);
            try (Corpus corpus = loaded.corpus()) {
                if (corpus.isEmpty()) {
                    console.problems(corpus.problems(), true);
                    console.error("no usable input: nothing that was read is a test result");
                    return ExitCode.NO_INPUT.code();
                }
                NightCalendar calendar = new NightCalendar(zone, nightStarts);
                Report report = loaded.report(calendar, generatedAt, Rules.DEFAULT);
                console.problems(report.problems(), false);
                new SiteWriter(site.tree(), console).write(report, corpus);
                site.publish(files -> Manifest.of(files, report.version(), corpus.digest()));
                finish(console, report);
            }
        }
        return ExitCode.DONE.code();
    }

    private void finish(Console console, Report report) throws IOException {
        console.stage("wrote " + output + " for "
                + (report.analysis().night() == null
                        ? "no night"
                        : "the night of " + report.analysis().night()));
        io.out().print(common.json ? Result.ofBuild(output, report) + "\n" : output + "\n");
        io.out().flush();
    }
}
