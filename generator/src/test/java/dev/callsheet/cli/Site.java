package dev.callsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A built site, as tests look at it. */
record Site(Path root) {

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
