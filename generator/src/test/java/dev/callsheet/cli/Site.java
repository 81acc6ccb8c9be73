package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A built site, as tests look at it. */
record Site(Path root) {

    /** Where it keeps what the next report needs. */
    private static final String HISTORY = "data/history/";

    /** All files by their path inside the site. */
    SortedMap<String, byte[]> files() {
        try (Stream<Path> paths = Files.walk(root)) {
            SortedMap<String, byte[]> files = new TreeMap<>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it keeps for the next report, by name; without the index. */
    SortedMap<String, byte[]> history() {
        SortedMap<String, byte[]> history = new TreeMap<>();
        files().forEach((path, content) -> {
            if (path.startsWith(HISTORY) && path.endsWith(".gz")) {
                history.put(path.substring(HISTORY.length()), content);
            }
        });
        return history;
    }

    /** The nights of its report, oldest first. */
    List<String> nights() {
        return StreamSupport.stream(report().get("nights").spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }

    /** What a reader of a page sees. */
    String text(String path) {
        return page(path).text();
    }

    /** Fails unless there are the same files with the same bytes. */
    static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (path, content) -> assertThat(actual.get(path)).as(path).isEqualTo(content));
    }

    Document page(String path) {
        try {
            return Jsoup.parse(Files.readString(root.resolve(path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode report() {
        return JsonMapper.shared().readTree(root.resolve("data/report.json").toFile());
    }
}
