package dev.callsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a page is seen. Without these, a deaf browser would find every page in order. */
@Tag("browser")
@EnabledIf("dev.callsheet.browser.Chromium#isInstalled")
class BrowserTabTest {

    private static final String POLICY =
            "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src 'self'\">";

    @TempDir
    static Path temporary;

    private static Chromium chromium;
    private static Path site;

    @BeforeAll
    static void start() throws IOException {
        site = Files.createDirectory(temporary.resolve("site"));
        chromium = Chromium.start(temporary, Duration.ofSeconds(20));
    }

    @AfterAll
    static void end() {
        chromium.close();
    }

    @Test
    void aSoundPageGivesNoCauseForComplaint() {
        open("<title>Sound</title><p>All is well", tab -> {
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.requests()).hasSize(1).allMatch(url -> url.endsWith("/repo/index.html"));
        });
    }

    @Test
    void exceptionsAndTheConsoleAreHeard() {
        open(
                "<script>console.error('one', 2); undefinedName()</script>",
                tab -> assertThat(tab.complaints())
                        .hasSize(2)
                        .anyMatch(complaint -> complaint.equals("console: one 2"))
                        .anyMatch(complaint -> complaint.contains("undefinedName is not defined")));
    }

    @Test
    void whatThePolicyForbidsIsHeard() {
        open(
                POLICY + "<p style='color: red'>",
                tab -> assertThat(tab.complaints()).singleElement().asString().contains("inline style"));
        open(
                POLICY + "<script>document.title = 'run'</script>",
                tab -> assertThat(tab.complaints()).singleElement().asString().contains("inline script"));
    }

    @Test
    void aMissingFileIsHeard() {
        open(
                "<link rel=stylesheet href=missing.css>",
                tab -> assertThat(tab.complaints()).singleElement().asString().contains("404", "/repo/missing.css"));
    }

    @Test
    void aRequestToElsewhereIsSeenAndGoesNowhere() {
        open("<img alt='' src='http://elsewhere.example/a.png'>", tab -> {
            assertThat(tab.requests()).contains("http://elsewhere.example/a.png");
            assertThat(tab.complaints()).singleElement().asString().contains("ERR_NAME_NOT_RESOLVED");
        });
    }

    @Test
    void scriptsAreOffWhereSaid() {
        write("<script>document.title = 'run'</script>");
        try (StaticServer server =
                        new StaticServer(site, StaticServer.PROJECT, Map.of("Content-Security-Policy", "sandbox"));
                Tab tab = chromium.tab(Screen.DESK)) {
            tab.open(server.base() + "index.html");
            assertThat(tab.complaints()).singleElement().asString().startsWith("Blocked script execution");
            assertThat(tab.evaluate("document.title").asString()).isEmpty();
        }
        try (Tab tab = chromium.tab(Screen.DESK)) {
            tab.disableScripts();
            tab.open(site.resolve("index.html").toUri().toString());
            assertThat(tab.evaluate("document.title").asString()).isEmpty();
        }
    }

    @Test
    void theScreenIsTheOneAskedFor() {
        open("<p>", tab -> {
            for (Screen screen : List.of(Screen.NARROW, new Screen(1000, 500, true))) {
                tab.show(screen);
                assertThat(tab.evaluate("innerWidth + ' ' + innerHeight + ' '"
                                        + " + matchMedia('(prefers-color-scheme: dark)').matches")
                                .asString())
                        .isEqualTo(screen.width() + " " + screen.height() + " " + screen.dark());
            }
        });
    }

    @Test
    void axeFindsWhatIsHardToRead() {
        open(
                "<html lang=en><title>Pale</title><main><h1 style='color: #ddd'>Pale</h1></main>",
                tab -> assertThat(Axe.violations(tab))
                        .singleElement()
                        .asString()
                        .startsWith("color-contrast"));
    }

    @Test
    void aHangFailsWithTheLogOfTheBrowser() throws IOException {
        write("<script>for (;;) {}</script>");
        try (Chromium impatient =
                        Chromium.start(Files.createDirectory(temporary.resolve("other")), Duration.ofSeconds(3));
                Tab tab = impatient.tab(Screen.DESK)) {
            String page = site.resolve("index.html").toUri().toString();
            assertThatThrownBy(() -> tab.open(page))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContainingAll("no answer within 3 s", "Chromium's log ends with");
        }
    }

    private static void open(String page, Consumer<Tab> look) {
        write(page);
        try (StaticServer server = new StaticServer(site, StaticServer.PROJECT, Map.of());
                Tab tab = chromium.tab(Screen.DESK)) {
            tab.open(server.base() + "index.html");
            look.accept(tab);
        }
    }

    private static void write(String page) {
        try {
            Files.writeString(site.resolve("index.html"), "<!doctype html>" + page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
