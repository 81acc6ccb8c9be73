package dev.callsheet.cli;

import dev.callsheet.config.Configuration;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Brings results home, for the commands that do. */
final class FetchStage {

    static final String KEY = "BLAND_API_KEY";
    static final String ADDRESS = "BLAND_BASE_URL";

    private FetchStage() {}

    /** Everything that the settings ask for. */
    static FetchRequest everything(Configuration.Fetch settings, Io io) {
        return new FetchRequest(
                true,
                settings.pathways(),
                settings.personas(),
                settings.scenarios(),
                List.of(),
                List.of(),
                settings.simulationSets(),
                since(settings, io),
                false,
                settings.patience(),
                transcripts(settings));
    }

    /** How far back runs are fetched; null for all. */
    static @Nullable Instant since(Configuration.Fetch settings, Io io) {
        return settings.since() == null
                ? null
                : settings.since().before(io.clock().instant()).truncatedTo(ChronoUnit.SECONDS);
    }

    static Transcripts transcripts(Configuration.Fetch settings) {
        return Transcripts.valueOf(settings.transcripts().toUpperCase(Locale.ROOT));
    }

    /**
     * Fetches into the directory of the settings, and says on the console what came of it.
     *
     * @throws UsageException if the environment holds no key, or one that cannot be used
     */
    static FetchResult run(Io io, Configuration.Fetch settings, FetchRequest request, Console console)
            throws UsageException, IOException, InterruptedException {
        Traces.off();
        FetchTalk talk = new FetchTalk(console);
        Fetcher fetcher = new Fetcher(
                Version.number(),
                address(io),
                key(io),
                FetchLimits.of(
                        settings.concurrency(),
                        settings.connectTimeout(),
                        settings.requestTimeout(),
                        settings.deadline()),
                new FetchRedaction(),
                Clock.tick(io.clock(), Duration.ofSeconds(1)),
                talk);
        FetchResult result = fetch(fetcher, request, settings.output(), io);
        talk.ended(result);
        return result;
    }

    static ApiAddress address(Io io) throws UsageException {
        String given = io.environment().getOrDefault(ADDRESS, "");
        try {
            return given.isBlank() ? ApiAddress.PUBLIC : ApiAddress.of(given);
        } catch (IllegalArgumentException notUsable) {
            throw new UsageException(ADDRESS + " " + notUsable.getMessage());
        }
    }

    static ApiKey key(Io io) throws UsageException {
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

    private static FetchResult fetch(Fetcher fetcher, FetchRequest request, String output, Io io)
            throws IOException, InterruptedException {
        try {
            return fetcher.fetch(request, io.directory().resolve(output));
        } catch (IOException notWritten) {
            throw PublicationException.because("cannot keep results in " + output, notWritten);
        }
    }
}
