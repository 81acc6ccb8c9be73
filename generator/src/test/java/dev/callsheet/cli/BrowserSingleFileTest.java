package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Axe;
import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The single file from disk: it asks for nothing, and its policy lets its own style and script run and no other. */
@InBrowser
class BrowserSingleFileTest {

    private static final String BACKGROUND = "getComputedStyle(document.documentElement).backgroundColor";
    private static final String ROWS =
            "[...document.querySelector('table').tBodies[0].rows].map(row => row.cells[0].textContent).join('\\n')";

    @TempDir
    static Path temporary;

    private final BrowserSites sites;

    BrowserSingleFileTest(BrowserSites sites) {
        this.sites = sites;
    }

    @BeforeAll
    static void build() {
        Path site = temporary.resolve("site");
        assertThat(Program.run(
                                new byte[0],
                                Map.of(),
                                temporary,
                                "build",
                                Path.of("samples").toAbsolutePath().toString(),
                                "-o",
                                site.toString(),
                                "--single-file=samples.html")
                        .code())
                .isZero();
        HostileTextTest.build(
                site, "--single-file", temporary.resolve("hostile.html").toString());
    }

    static List<String> files() {
        return List.of("samples.html", "hostile.html");
    }

    @ParameterizedTest
    @MethodSource("files")
    void itOpensFromDiskWithoutAComplaintAndAsksForNothing(String name) {
        try (Tab tab = open(Screen.DESK, name)) {
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.requests()).first().asString().endsWith(name);
            assertThat(tab.requests().stream().skip(1)).allMatch(address -> address.startsWith("data:image/svg+xml;"));
            assertThat(tab.evaluate("[...document.images].every(image => image.naturalWidth > 0)")
                            .asBoolean())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void itDoesNotScrollSidewaysOnANarrowScreen(String name) {
        try (Tab tab = open(Screen.NARROW, name)) {
            assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                    .isLessThanOrEqualTo(Screen.NARROW.width());
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void itBreaksNoRuleOfAccessibility(String name) {
        try (Tab tab = open(Screen.DESK, name)) {
            tab.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
            for (Screen screen : List.of(Screen.DESK, new Screen(360, 640, true))) {
                tab.show(screen);
                assertThat(Axe.violations(tab)).as(screen.toString()).isEmpty();
            }
        }
    }

    @Test
    void itLooksLikeTheFirstPage() {
        try (Tab file = open(Screen.DESK, "samples.html");
                Tab page = sites.chromium().tab(Screen.DESK)) {
            page.open(sites.sample("index.html").address(SitePage.Place.DISK));
            for (String look : List.of(BACKGROUND, "document.querySelector('h1').getBoundingClientRect().height")) {
                assertThat(file.evaluate(look)).isEqualTo(page.evaluate(look));
            }
            file.show(new Screen(Screen.DESK.width(), Screen.DESK.height(), true));
            assertThat(file.evaluate(BACKGROUND)).isNotEqualTo(page.evaluate(BACKGROUND));
        }
    }

    @Test
    void itsTablesCanBeSorted() {
        try (Tab tab = open(Screen.DESK, "samples.html")) {
            List<String> before = tab.evaluate(ROWS).asString().lines().toList();
            tab.evaluate("document.querySelector('table button.sort').click()");
            assertThat(tab.evaluate(ROWS).asString().lines())
                    .hasSizeGreaterThan(1)
                    .isSorted()
                    .containsExactlyInAnyOrderElementsOf(before);
        }
    }

    @Test
    void whatIsPutIntoItDoesNotRun() throws IOException {
        String own = Files.readString(temporary.resolve("samples.html"));
        Files.writeString(
                temporary.resolve("changed.html"),
                own.replace(
                        "<main",
                        "<p id=\"put\" style=\"color: red\" onclick=\"document.title = 'owned'\">x</p>"
                                + "<style>h1 { color: red }</style><script>document.title = 'owned'</script>"
                                + "<script src=\"data:text/javascript,document.title='owned'\"></script>"
                                + "<img src=\"https://example.invalid/x.png\"><main"));
        try (Tab tab = open(Screen.DESK, "changed.html")) {
            tab.evaluate("document.getElementById('put').click()");
            assertThat(tab.evaluate("document.title").asString()).startsWith("Latest: ");
            for (String element : List.of("#put", "h1")) {
                assertThat(tab.evaluate("getComputedStyle(document.querySelector('" + element + "')).color")
                                .asString())
                        .isEqualTo(tab.evaluate("getComputedStyle(document.body).color")
                                .asString());
            }
            assertThat(tab.complaints())
                    .hasSizeGreaterThanOrEqualTo(6)
                    .allMatch(complaint -> complaint.contains("Content Security Policy"))
                    .anyMatch(complaint -> complaint.contains("example.invalid"));
            assertThat(tab.evaluate("document.querySelectorAll('button.sort').length")
                            .asInt())
                    .as("its own script ran")
                    .isPositive();
        }
    }

    private Tab open(Screen screen, String name) {
        Tab tab = sites.chromium().tab(screen);
        tab.open(temporary.resolve(name).toUri().toString());
        return tab;
    }
}
