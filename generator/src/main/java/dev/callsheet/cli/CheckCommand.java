package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.config.Setting;
import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.Analysis;
import dev.callsheet.model.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callsheet check}: load and report problems, write nothing. */
@Command(
        name = "check",
        description = "Read test results and list what could not be used; writes nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class CheckCommand implements Callable<Integer> {

    private final Io io;

    @Mixin
    SourceOptions input = new SourceOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    CheckCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        Console console = common.console(io);
        Map<Setting<?>, String> flags = new HashMap<>();
        input.addTo(flags);
        Configuration configuration = common.configuration(io, flags);
        Loader.Loaded loaded = Loader.load(
                input.sources, io.in(), configuration.aliases(), Memory.none(configuration.history()), console);
        try (Corpus corpus = loaded.corpus()) {
            Analysis analysis = loaded.analysis(configuration, GeneratedAt.of(io));
            List<Problem> problems = loaded.problems(configuration, analysis).stream()
                    .sorted(Problem.ORDER)
                    .toList();
            console.problems(problems, true);
            if (common.json) {
                io.out().print(Result.ofCheck(loaded.totals(), analysis, problems) + "\n");
                io.out().flush();
            }
            if (corpus.isEmpty()) {
                throw new NoInputException(problems);
            }
        }
        return ExitCode.DONE.code();
    }
}
