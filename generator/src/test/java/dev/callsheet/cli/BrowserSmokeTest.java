package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample site in a real Chromium, opened from disk. */
@Tag("browser")
class BrowserSmokeTest {

    private static final int SECONDS = 60;

    @TempDir
    static Path temporary;

    private static Path site;
    private static String browser = "";

    @BeforeAll
    static void build() {
        browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse("");
        assumeTrue(!browser.isEmpty(), "Chromium is not installed");
        site = Program.build(temporary.resolve("site"), Path.of("samples"));
    }

    @Test
    void theFirstPageOpensWithoutAComplaint() throws Exception {
        Opened opened = open("index.html");
        assertThat(opened.complaints()).isEmpty();
        assertThat(opened.page().expectFirst("h1").text()).isEqualTo("Tonight 48 of 62 runs passed.");
    }

    @Test
    void theScriptRunsUnderThePagesOwnPolicy() throws Exception {
        assertThat(open("scenarios/index.html").page().select("th button.sort")).isNotEmpty();
    }

    @Test
    void aRunOpensWithoutAComplaint() throws Exception {
        try (Stream<Path> runs = Files.list(site.resolve("runs"))) {
            Path run = runs.sorted().findFirst().orElseThrow();
            Opened opened = open("runs/" + run.getFileName());
            assertThat(opened.complaints()).isEmpty();
            assertThat(opened.page().select("main h2")).isNotEmpty();
        }
    }

    /** A page after its script, and what the browser's console said. */
    private record Opened(Document page, List<String> complaints) {}

    private static Opened open(String page) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory(temporary, "profile");
        Path dom = Files.createTempFile(temporary, "dom", ".html");
        Path log = Files.createTempFile(temporary, "log", ".txt");
        List<String> command = new ArrayList<>(List.of(
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--user-data-dir=" + profile,
                "--dump-dom",
                site.resolve(page).toUri().toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(dom.toFile())
                .redirectError(log.toFile())
                .start();
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as("Chromium ended")
                .isTrue();
        List<String> complaints = Files.readString(log, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains("CONSOLE"))
                .toList();
        return new Opened(Jsoup.parse(Files.readString(dom, StandardCharsets.UTF_8)), complaints);
    }
}
