package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
import dev.callsheet.config.ConfigurationException;
import dev.callsheet.config.Setting;
import dev.callsheet.fetch.ApiAddress;
import dev.callsheet.fetch.ApiKey;
import dev.callsheet.fetch.FetchLimits;
import dev.callsheet.fetch.FetchRequest;
import dev.callsheet.fetch.FetchResult;
import dev.callsheet.fetch.Fetcher;
import dev.callsheet.fetch.Transcripts;
import dev.callsheet.output.PublicationException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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

    private static final String KEY = "BLAND_API_KEY";
    private static final String ADDRESS = "BLAND_BASE_URL";

    /** What makes Java print everything that it sends, the key too. */
    private static final List<String> TRACES =
            List.of("jdk.httpclient.HttpClient.log", "jdk.internal.httpclient.debug", "javax.net.debug");

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
        TRACES.forEach(System::clearProperty);
        Console console = common.console(io);
        Configuration.Fetch settings = settings();
        FetchRequest request = request(settings);
        FetchTalk talk = new FetchTalk(console);
        Fetcher fetcher = new Fetcher(
                Version.number(),
                address(),
                key(),
                FetchLimits.of(
                        settings.concurrency(),
                        settings.connectTimeout(),
                        settings.requestTimeout(),
                        settings.deadline()),
                new FetchRedaction(),
                Clock.tick(io.clock(), Duration.ofSeconds(1)),
                talk);
        FetchResult result = fetch(fetcher, request, settings.output());
        talk.ended(result);
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
                !discovers || settings.since() == null
                        ? null
                        : settings.since().before(io.clock().instant()).truncatedTo(ChronoUnit.SECONDS),
                options.refresh,
                settings.patience(),
                Transcripts.valueOf(settings.transcripts().toUpperCase(Locale.ROOT)));
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

    private ApiAddress address() throws UsageException {
        String given = io.environment().getOrDefault(ADDRESS, "");
        try {
            return given.isBlank() ? ApiAddress.PUBLIC : ApiAddress.of(given);
        } catch (IllegalArgumentException notUsable) {
            throw new UsageException(ADDRESS + " " + notUsable.getMessage());
        }
    }

    private ApiKey key() throws UsageException {
        String given = io.environment().getOrDefault(KEY, "");
        if (given.isBlank()) {
            throw new UsageException(KEY + " is not set: it holds the key of the API, which is read from nowhere else");
        }
        try {
            return new ApiKey(given);
        } catch (IllegalArgumentException notUsable) {
            throw new UsageException(KEY + " cannot be used: " + notUsable.getMessage());
        }
    }

    private FetchResult fetch(Fetcher fetcher, FetchRequest request, String output)
            throws IOException, InterruptedException {
        try {
            return fetcher.fetch(request, io.directory().resolve(output));
        } catch (IOException notWritten) {
            throw PublicationException.because("cannot keep results in " + output, notWritten);
        }
    }
}
