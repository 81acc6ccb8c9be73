package dev.callsheet.fetch;

import dev.callsheet.testing.FaultyApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A fetch into a directory, with limits so small that nothing takes long. */
final class Fetching {

    static final String KEY = "sk-0f1e2d3c4b5a6978";

    private static final Duration MOST_TIME = Duration.ofSeconds(20);

    private final String origin;
    private final Path directory;
    private int concurrency = 2;
    private Duration connect = MOST_TIME;
    private Duration request = MOST_TIME;
    private Duration deadline = MOST_TIME;
    private int throttledTries = 5;
    private Duration leastRetryAfter = Duration.ofMillis(1);
    private Duration mostRetryAfter = Duration.ofMillis(20);
    private Duration patience = Duration.ZERO;
    private @Nullable Instant since;

    Fetching(FaultyApi api, Path directory) {
        this(api.origin(), directory);
    }

    Fetching(String origin, Path directory) {
        this.origin = origin;
        this.directory = directory;
    }

    Fetching concurrency(int requests) {
        concurrency = requests;
        return this;
    }

    Fetching connectWithin(int millis) {
        connect = Duration.ofMillis(millis);
        return this;
    }

    Fetching requestWithin(int millis) {
        request = Duration.ofMillis(millis);
        return this;
    }

    Fetching deadline(int millis) {
        deadline = Duration.ofMillis(millis);
        return this;
    }

    Fetching throttledTries(int most) {
        throttledTries = most;
        return this;
    }

    Fetching retryAfter(int leastMillis, int mostMillis) {
        leastRetryAfter = Duration.ofMillis(leastMillis);
        mostRetryAfter = Duration.ofMillis(mostMillis);
        return this;
    }

    Fetching since(String moment) {
        since = Instant.parse(moment);
        return this;
    }

    Fetching patience(int millis) {
        patience = Duration.ofMillis(millis);
        return this;
    }

    /** Fetches what there is. */
    Fetched everything() {
        return fetch(true, List.of(), List.of());
    }

    Fetched runs(String... ids) {
        return fetch(false, List.of(ids), List.of());
    }

    Fetched batches(String... ids) {
        return fetch(false, List.of(), List.of(ids));
    }

    private Fetched fetch(boolean discover, List<String> runs, List<String> batches) {
        FetchRequest asked = new FetchRequest(
                discover,
                List.of(),
                List.of(),
                List.of(),
                runs,
                batches,
                List.of(),
                since,
                false,
                patience,
                Transcripts.REDACTED);
        // Three tries, the second after at most 4 ms.
        FetchLimits limits = new FetchLimits(
                concurrency,
                connect,
                request,
                deadline,
                3,
                throttledTries,
                Duration.ofMillis(4),
                Duration.ofMillis(20),
                leastRetryAfter,
                mostRetryAfter,
                Duration.ofMillis(10));
        Fetcher fetcher = new Fetcher(
                "test",
                ApiAddress.of(origin),
                new ApiKey(KEY),
                limits,
                new NoRedaction(),
                Clock.fixed(Instant.parse("2026-04-14T06:00:00Z"), ZoneOffset.UTC),
                new Silence());
        try {
            FetchResult result = fetcher.fetch(asked, directory);
            return new Fetched(result, directory, json(directory.resolve(Archive.STATE)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode json(Path file) throws IOException {
        return Reading.JSON.readTree(Files.readAllBytes(file));
    }

    private static final class NoRedaction implements Redaction {

        @Override
        public <T> T redacted(Function<UnaryOperator<String>, T> copy) {
            return copy.apply(UnaryOperator.identity());
        }

        @Override
        public SortedMap<String, Long> counts() {
            return new TreeMap<>();
        }
    }

    private static final class Silence implements FetchListener {

        @Override
        public void stage(String line) {}

        @Override
        public void progress(Supplier<Progress> progress) {}
    }
}
