package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.config.ConfigurationException;
import dev.callsheet.config.Setting;
import dev.callsheet.fetch.FetchRequest;
import dev.callsheet.fetch.FetchResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code callsheet fetch}: bring results home from the API. */
@Command(
        name = "fetch",
        description = {
            "Fetch test results from the API into a directory, from which reports are built.",
            "The key of the API is read from BLAND_API_KEY, its address from BLAND_BASE_URL (default: https://api.bland.ai)."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Version.class)
final class FetchCommand implements Callable<Integer> {

    private final Io io;

    @Mixin
    FetchOptions options = new FetchOptions();

    @Mixin
    CommonOptions common = new CommonOptions();

    FetchCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws Exception {
        Console console = common.console(io);
        Configuration.Fetch settings = settings();
        FetchResult result = FetchStage.run(io, settings, request(settings), console);
        io.out().print((common.json ? Result.ofFetch(settings.output(), result) : settings.output()) + "\n");
        io.out().flush();
        return (result.isComplete() ? ExitCode.DONE : ExitCode.INCOMPLETE).code();
    }

    private Configuration.Fetch settings() throws ConfigurationException {
        Map<Setting<?>, String> flags = new HashMap<>();
        options.addTo(flags);
        return common.configuration(io, flags).fetch();
    }

    private FetchRequest request(Configuration.Fetch settings) throws UsageException {
        boolean discovers = options.discovers();
        checkIds("--run", options.runs);
        checkIds("--batch", options.batches);
        FetchRequest request = new FetchRequest(
                discovers,
                discovers ? settings.pathways() : List.of(),
                discovers ? settings.personas() : List.of(),
                discovers ? settings.scenarios() : List.of(),
                options.runs,
                options.batches,
                discovers ? settings.simulationSets() : options.simulationSets,
                discovers ? FetchStage.since(settings, io) : null,
                options.refresh,
                settings.patience(),
                FetchStage.transcripts(settings));
        if (options.wait != null
                && !request.patience().isZero()
                && request.batches().isEmpty()
                && request.simulationSets().isEmpty()) {
            throw new UsageException("--wait needs something to wait for: name a --batch or a --simulation-set");
        }
        return request;
    }

    /** Those that are settings are checked as such. */
    private static void checkIds(String flag, List<String> ids) throws UsageException {
        if (ids.stream().anyMatch(String::isBlank)) {
            throw new UsageException(flag + ": must be an id; was blank");
        }
    }
}
