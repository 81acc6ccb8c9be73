package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small sites against what was recorded of them: pages as text, files for programs as they are, charts by their names.
 * After a change that is meant, record anew and read the difference:
 * {@code mvn -q test -Dtest=GoldenSiteTest -Dgolden.record=true}.
 */
class GoldenSiteTest {

    private static final Path CASES = Path.of("generator/src/test/resources/golden");
    private static final boolean RECORD = Boolean.getBoolean("golden.record");

    @TempDir
    Path temporary;

    static List<String> cases() throws IOException {
        try (Stream<Path> cases = Files.list(CASES)) {
            return cases.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isAsRecorded(String name) throws IOException {
        SortedMap<String, String> actual = readable(build("site", List.of(input(name))));
        if (RECORD) {
            record(name, actual);
        }
        SortedMap<String, String> expected = recorded(name);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((path, text) -> assertThat(actual.get(path)).as(path).isEqualTo(text));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isTheSameTwiceAndInAnyOrderLocaleAndZone(String name) throws IOException {
        List<Path> sources = sources(name);
        SortedMap<String, byte[]> first = build("first", sources).files();
        assertSame(build("again", sources).files(), first);
        List<Path> shuffled = new ArrayList<>(sources);
        Collections.shuffle(shuffled, new Random(17));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));
            assertSame(build("elsewhere", shuffled).files(), first);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theRecordsAreNotEmpty() throws IOException {
        for (String name : cases()) {
            assertThat(recorded(name)).as(name).containsKeys("index.html", "data/report.json", "data/runs.csv");
        }
    }

    private Site build(String name, List<Path> sources) {
        return new Site(Program.build(temporary.resolve(name), sources.toArray(Path[]::new)));
    }

    private static void assertSame(Map<String, byte[]> other, Map<String, byte[]> first) {
        assertThat(other.keySet()).isEqualTo(first.keySet());
        first.forEach((path, content) -> assertThat(other.get(path)).as(path).isEqualTo(content));
    }

    static Path input(String name) {
        return CASES.resolve(name).resolve("input");
    }

    /** Each file or folder of the input as a source of its own, so that they can be given in any order. */
    private static List<Path> sources(String name) throws IOException {
        try (Stream<Path> children = Files.list(input(name))) {
            return children.sorted().toList();
        }
    }

    /** What is recorded of a site; the manifest and the page about files follow from the rest. */
    private static SortedMap<String, String> readable(Site site) {
        SortedMap<String, String> texts = new TreeMap<>();
        site.files().forEach((path, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            if (path.endsWith(".html") && !path.startsWith("data/") && !path.equals("method.html")) {
                texts.put(path, PageText.of(Jsoup.parse(text)));
            } else if (path.endsWith(".csv") || path.endsWith("report.json") || path.endsWith(".md")) {
                texts.put(path, text);
            }
        });
        return texts;
    }

    private static Path expected(String name) {
        return CASES.resolve(name).resolve("expected");
    }

    private static SortedMap<String, String> recorded(String name) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        Path root = expected(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String path = root.relativize(file).toString().replace('\\', '/');
                String page = path.endsWith(".html.txt") ? path.substring(0, path.length() - ".txt".length()) : path;
                texts.put(page, Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return texts;
    }

    private static void record(String name, SortedMap<String, String> texts) throws IOException {
        Path root = expected(name);
        if (Files.exists(root)) {
            try (Stream<Path> old = Files.walk(root)) {
                old.sorted(Collections.reverseOrder()).forEach(GoldenSiteTest::delete);
            }
        }
        for (Map.Entry<String, String> text : texts.entrySet()) {
            String suffix = text.getKey().endsWith(".html") ? ".txt" : "";
            Path file = root.resolve(text.getKey() + suffix);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue(), StandardCharsets.UTF_8);
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
