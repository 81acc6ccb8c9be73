package dev.callsheet.cli;

import dev.callsheet.fetch.ApiAddress;
import dev.callsheet.fetch.ApiKey;
import dev.callsheet.fetch.FetchLimits;
import dev.callsheet.fetch.FetchListener;
import dev.callsheet.fetch.FetchRequest;
import dev.callsheet.fetch.FetchResult;
import dev.callsheet.fetch.Fetcher;
import dev.callsheet.fetch.Transcripts;
import dev.callsheet.testing.StubApi;
import dev.callsheet.testing.StubClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Fetches of everything that a stub of the API has, with waits that suit a test. */
final class SampleFetches {

    static final Path SAMPLES = Path.of("samples");

    private static final FetchListener NOBODY = new FetchListener() {
        @Override
        public void stage(String line) {}

        @Override
        public void progress(Supplier<Progress> progress) {}
    };

    private SampleFetches() {}

    static FetchResult everything(StubApi api, Path directory) throws IOException, InterruptedException {
        FetchLimits limits = new FetchLimits(
                4,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofMinutes(5),
                6,
                12,
                Duration.ofMillis(5),
                Duration.ofMillis(100),
                Duration.ofMillis(10),
                Duration.ofMillis(20),
                Duration.ofMillis(50));
        FetchRequest request = new FetchRequest(
                true,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                Duration.ZERO,
                Transcripts.REDACTED);
        return new Fetcher(
                        "1.0",
                        ApiAddress.of(api.address()),
                        new ApiKey("a-key-of-a-test"),
                        limits,
                        new FetchRedaction(),
                        Clock.systemUTC(),
                        NOBODY)
                .fetch(request, directory);
    }

    /** The ids in the files of a folder, repeats included. */
    static List<String> ids(Path folder) throws IOException {
        List<String> ids = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                ids.add(JsonMapper.shared()
                        .readTree(Files.readAllBytes(file))
                        .path("id")
                        .asString());
            }
        }
        return ids;
    }

    /** The ids of all runs that a stub lists, which must make no faults just now. */
    static List<String> listed(StubApi api) throws IOException, InterruptedException {
        List<String> ids = new ArrayList<>();
        List<String> page;
        do {
            page = new StubClient(api).runs("?limit=100&offset=" + ids.size());
            ids.addAll(page);
        } while (!page.isEmpty());
        return ids;
    }
}
