package dev.callsheet.cli;

import dev.callsheet.testing.StubApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches from a stub of the API that serves a small story: 30 runs, 4 scenarios, 3 batches and a simulation set. */
final class Fetching implements AutoCloseable {

    static final Path STORY = Path.of("generator/src/test/resources/golden/story/input");
    static final String KEY = "swordfish-swordfish";

    final StubApi api;
    private final Path directory;

    /** @param directory the working directory, from which results go to {@code data} */
    Fetching(Path directory) throws IOException {
        this.directory = directory;
        api = new StubApi(STORY).key(KEY).start(0);
    }

    Program.Outcome fetch(String... options) {
        return fetch(Map.of(), options);
    }

    /** @param environment beside the address and the key, or in place of them */
    Program.Outcome fetch(Map<String, String> environment, String... options) {
        List<String> arguments = new ArrayList<>(List.of("fetch"));
        arguments.addAll(List.of(options));
        return run(environment, arguments.toArray(String[]::new));
    }

    /** Any command, with the API in its environment. */
    Program.Outcome run(Map<String, String> environment, String... arguments) {
        Map<String, String> variables = new HashMap<>(Map.of("BLAND_BASE_URL", api.address(), "BLAND_API_KEY", KEY));
        variables.putAll(environment);
        return Program.run(new byte[0], variables, directory, arguments);
    }

    Path data() {
        return directory.resolve("data");
    }

    /** What {@code data/fetch.json} says. */
    JsonNode state() {
        return JsonMapper.shared().readTree(data().resolve("fetch.json"));
    }

    /** Names of the files of a folder of {@code data}, without their ending, in order. */
    List<String> kept(String folder) {
        try (Stream<Path> files = Files.list(data().resolve(folder))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.json$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
