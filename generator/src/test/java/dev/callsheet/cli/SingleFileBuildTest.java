package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.Program.Outcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code build --single-file}: what the file holds, and where it may go (delivery.md check 18). */
class SingleFileBuildTest {

    private static final Path STORY = Path.of("generator/src/test/resources/golden/story/input");
    private static final String ADDRESS = "https://example.com/voice/";
    private static final byte[] RUN = """
            {"id": "r", "scenario_id": "s", "status": "FAILED", "chat_history": [], "created_at": "2026-04-14T02:00:00Z"}
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    /** Inputs of every shape: a story, a first night, one of errors only, none at all. */
    static List<String> cases() throws IOException {
        return GoldenSiteTest.cases();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itIsTheFirstPageAndNeedsNoOtherFile(String name) throws IOException {
        Document file = built(GoldenSiteTest.input(name));
        assertThat(file.select("link, script[src], [style], iframe, object, form, base, [^on]"))
                .isEmpty();
        assertThat(file.select("[src]"))
                .allSatisfy(image -> assertThat(image.attr("src")).startsWith("data:image/svg+xml;base64,"));
        assertThat(file.select("a").eachAttr("href")).allMatch(href -> href.startsWith("#"));
        assertThat(file.select("a:not([href])")).isEmpty();
        assertThat(file.select("nav")).isEmpty();
        assertThat(figures(file)).isEqualTo(figures(new Site(site()).page("index.html")));
        assertThat(file.select("h1").text())
                .isEqualTo(new Site(site()).page("index.html").select("h1").text());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void withTheSitesAddressItIsTheSamePageWithOtherLinks(String name) throws IOException {
        Document file = built(GoldenSiteTest.input(name), "--base-url", ADDRESS);
        Document page = new Site(site()).page("index.html");
        assertThat(file.select("main").text()).isEqualTo(page.select("main").text());
        assertThat(file.select("main a").eachAttr("href"))
                .isNotEmpty()
                .isEqualTo(page.select("main a").eachAttr("href").stream()
                        .map(href -> ADDRESS + href)
                        .toList());
        assertThat(file.select("nav.bar a").eachAttr("href"))
                .contains(ADDRESS + "index.html")
                .allMatch(href -> href.startsWith(ADDRESS));
        assertThat(file.select("aside a").eachAttr("href")).containsExactly(ADDRESS + "index.html");
        assertThat(file.select("[aria-current], meta[property], link")).isEmpty();
    }

    @Test
    void itsPolicyNamesExactlyItsStyleAndItsScript() throws IOException {
        Document file = built(STORY);
        List<Element> head = file.head().children();
        assertThat(head.get(0).attr("charset")).isEqualTo("utf-8");
        assertThat(head.get(1).attr("http-equiv")).isEqualTo("Content-Security-Policy");
        assertThat(head.get(1).attr("content"))
                .isEqualTo("default-src 'none'; img-src data:; style-src " + hash(file, "style") + "; script-src "
                        + hash(file, "script") + "; base-uri 'none'; form-action 'none'");
        assertThat(file.select("meta[name=robots]").attr("content")).isEqualTo("noindex,nofollow");
        assertThat(file.select("meta[name=referrer]").attr("content")).isEqualTo("no-referrer");
        assertThat(file.select("script").get(0).data()).isEqualTo(Files.readString(Path.of("assets/site.js")));
        assertThat(file.select("style").get(0).data()).isEqualTo(Files.readString(Path.of("assets/site.css")));
    }

    @Test
    void itsChartIsTheOneOfTheSite() throws IOException {
        Document file = built(STORY);
        Site site = new Site(site());
        String there = site.page("index.html").select("#trend img").attr("src");
        String here = file.select("#trend img").attr("src");
        assertThat(Base64.getDecoder().decode(here.substring(here.indexOf(',') + 1)))
                .isEqualTo(site.files().get(there));
        assertThat(file.select("aside").text())
                .startsWith("This file is the first page of the report of the night of Tue 14 Apr 2026, with its tables"
                        + " and charts. It holds no transcripts");
    }

    @Test
    void theSameInputGivesTheSameBytesAndTheSiteIsAsWithoutIt() throws IOException {
        built(STORY);
        byte[] first = Files.readAllBytes(file());
        Map<String, byte[]> with = new Site(site()).files();
        built(STORY);
        assertThat(Files.readAllBytes(file())).isEqualTo(first);
        Site.assertSame(with, new Site(Program.build(directory.resolve("without"), STORY)).files());
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("site", "report.html", "without");
    }

    @Test
    void hostileTextIsText() throws IOException {
        HostileTextTest.build(site(), "--single-file", file().toString());
        Document file = read();
        assertThat(file.select("script, style")).hasSize(2);
        assertThat(file.select("[onerror], [href^=javascript], img:not([src^=data:image/svg+xml;base64])"))
                .isEmpty();
        assertThat(file.text()).contains("<script>alert(2)</script>").doesNotContain("49]]");
        assertThat(file.html()).doesNotContain("\u001b").doesNotContain("\u0000");
    }

    @Test
    void noneOfItIsTextOfACallThatTheFirstPageLacks() throws IOException {
        Document file = built(STORY);
        String page = new Site(site()).text("index.html");
        assertThat(List.of(file.select("main").text().split(" "))).allMatch(page::contains);
    }

    @Test
    void theConsoleSaysHowLargeItIs() throws IOException {
        Outcome outcome = run(Map.of(), "--single-file", "report.html");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo(site() + "\n");
        assertThat(outcome.err()).containsPattern("(?m)^wrote report\\.html, \\d+ kB$");
    }

    @Test
    void theObjectOfABuildNamesIt() {
        assertThat(json(run(Map.of(), "--json", "--single-file", "report.html"))
                        .path("single_file")
                        .stringValue())
                .isEqualTo("report.html");
        assertThat(json(run(Map.of(), "--json")).get("single_file").isNull()).isTrue();
    }

    @Test
    void aVariableOrTheConfigurationFileAsksForItToo() throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), "site:\n  single_file: out/of-file.html\n");
        run(Map.of());
        run(Map.of("CALLSHEET_SITE_SINGLE_FILE", "out/of-variable.html"));
        run(Map.of("CALLSHEET_SITE_SINGLE_FILE", "no.html"), "--single-file", "out/of-flag.html");
        assertThat(directory.resolve("out").toFile().list())
                .containsExactlyInAnyOrder("of-file.html", "of-variable.html", "of-flag.html");
        run(Map.of(), "--single-file", "none");
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("callsheet.yml", "out", "site");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -              | 2 | --single-file: must be a path, of a file that is new or was made by callsheet, outside of the site, or none; was '-'
            ''             | 2 | --single-file: must be a path
            site/a.html    | 7 | site/a.html lies within the site, which is replaced as a whole; name a file beside it
            site           | 7 | site lies within the site
            folder         | 7 | folder is a directory; name a file
            notes.html     | 7 | notes.html was not written by callsheet as a single file; name another, or delete it
            notes.html/x   | 7 | notes.html
            """)
    void aPlaceThatIsNotForItEndsTheBuildBeforeAnythingIsWritten(String place, int code, String said)
            throws IOException {
        Files.createDirectory(directory.resolve("folder"));
        Files.writeString(directory.resolve("notes.html"), "mine");
        Outcome outcome = run(Map.of(), "--single-file=" + place);
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).startsWith("callsheet: ").contains(said).hasLineCount(1);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("folder", "notes.html");
        assertThat(directory.resolve("notes.html")).hasContent("mine");
    }

    @Test
    void aBuildThatFailsLeavesTheOldOne() throws IOException {
        run(Map.of(), "--single-file", "report.html");
        byte[] before = Files.readAllBytes(file());
        Outcome outcome = Program.run(
                "no result".getBytes(StandardCharsets.UTF_8),
                Map.of(),
                directory,
                arguments("--single-file", "report.html"));
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("report.html", "site");
    }

    /** The site is not taken back for the sake of a file beside it. */
    @Test
    void whatAppearsInItsPlaceDuringTheBuildStaysAndTheSiteIsPublished() {
        InputStream runs = new InputStream() {
            private final InputStream content = new ByteArrayInputStream(RUN);

            @Override
            public int read() throws IOException {
                return content.read();
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                Files.writeString(file(), "somebody else's");
                return content.read(bytes, offset, length);
            }
        };
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Io io = new Io(
                runs,
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8),
                Map.of(),
                directory,
                Clock.systemUTC(),
                false);
        int code = Main.run(io, arguments("--json", "--single-file", "report.html"));
        String said = err.toString(StandardCharsets.UTF_8);
        assertThat(code).as(said).isEqualTo(7);
        assertThat(said)
                .contains("wrote " + site() + " for the night of 2026-04-14")
                .endsWith("was not written by callsheet as a single file; name another, or delete it\n");
        assertThat(json(new Outcome(code, out.toString(StandardCharsets.UTF_8), said))
                        .get("single_file")
                        .isNull())
                .isTrue();
        assertThat(file()).hasContent("somebody else's");
        assertThat(new Site(site()).nights()).containsExactly("2026-04-14");
    }

    @Test
    void aSecretIsLookedForInItAsInTheSite() {
        // stands in no page of the site
        Map<String, String> environment = Map.of("BLAND_API_KEY", "It holds no transcripts");
        assertThat(run(environment).code()).isZero();
        Outcome outcome = run(environment, "--single-file", "report.html");
        assertThat(outcome.code()).isEqualTo(7);
        assertThat(outcome.err())
                .contains("the value of BLAND_API_KEY stands in single-file; nothing was published")
                .doesNotContain("It holds no");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aNightWritesItAsWell() throws IOException {
        try (Fetching fetching = new Fetching(directory)) {
            Outcome outcome = fetching.run(Map.of("CALLSHEET_SITE_SINGLE_FILE", "report.html"), "nightly");
            assertThat(outcome.out()).isEqualTo("site\n");
            assertThat(outcome.err()).containsPattern("(?m)^publish: report\\.html, \\d+ kB\ngate: ");
            assertThat(read().select("aside").text()).startsWith("This file is the first page");
        }
    }

    /** The tables as rows of words, without the columns and links that only lead on. */
    private static List<String> figures(Document page) {
        Document copy = page.clone();
        copy.select("[data-label='Look at'], p.more, aside").remove();
        copy.select("th").removeIf(head -> head.text().equals("Look at"));
        List<String> rows = new ArrayList<>(copy.select("main tbody tr").eachText());
        rows.addAll(copy.select(".verdict > p:not(.notice), .big, dl, [aria-label^=attempt], figcaption")
                .eachText());
        rows.addAll(copy.select("main [role=img], .sq").eachAttr("aria-label"));
        return rows;
    }

    private static String hash(Document file, String element) {
        assertThat(file.select(element)).hasSize(1);
        byte[] content = file.select(element).get(0).data().getBytes(StandardCharsets.UTF_8);
        try {
            return "'sha256-"
                    + Base64.getEncoder()
                            .encodeToString(MessageDigest.getInstance("SHA-256").digest(content)) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private Document built(Path source, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("build", source.toString(), "-o", site().toString()));
        arguments.addAll(List.of("--single-file", file().toString()));
        arguments.addAll(List.of(more));
        Outcome outcome = Program.run(arguments.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        return read();
    }

    private Outcome run(Map<String, String> environment, String... more) {
        return Program.run(RUN, environment, directory, arguments(more));
    }

    private String[] arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of("build", "-", "-o", site().toString()));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private Document read() throws IOException {
        return Jsoup.parse(Files.readString(file()));
    }

    private Path site() {
        return directory.resolve("site");
    }

    private Path file() {
        return directory.resolve("report.html");
    }

    private static JsonNode json(Outcome outcome) {
        return JsonMapper.shared().readTree(outcome.out());
    }
}
