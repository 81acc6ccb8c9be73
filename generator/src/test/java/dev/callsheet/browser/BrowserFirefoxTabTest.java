package dev.callsheet.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a page is seen in Firefox too, from a server and from disk. */
@Tag("browser")
@EnabledIf("dev.callsheet.browser.Firefox#isInstalled")
class BrowserFirefoxTabTest {

    private static final String POLICY =
            "<meta http-equiv='Content-Security-Policy' content=\"default-src 'none'; img-src 'self'\">";

    @TempDir
    static Path temporary;

    private static Firefox firefox;
    private static FirefoxTab tab;
    private static Path site;
    private static StaticServer server;

    @BeforeAll
    static void start() throws IOException {
        site = Files.createDirectory(temporary.resolve("site"));
        server = new StaticServer(site, "/", Map.of());
        firefox = Firefox.start(temporary, Duration.ofSeconds(30));
        tab = firefox.tab(Screen.NARROW);
    }

    @AfterAll
    static void end() {
        tab.close();
        firefox.close();
        server.close();
    }

    @Test
    void aSoundPageGivesNoCauseForComplaint() throws IOException {
        fromDisk("<title>Sound</title><p>All is well");
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).isEmpty();
        fromServer("<title>Sound</title><p>All is well");
        assertThat(tab.complaints()).isEmpty();
        assertThat(tab.requests()).containsExactly(server.base() + "index.html");
    }

    @Test
    void exceptionsAndTheConsoleAreHeard() throws IOException {
        fromDisk("<script>console.error('one', 2); undefinedName()</script>");
        assertThat(tab.complaints()).containsExactly("one 2", "ReferenceError: undefinedName is not defined");
    }

    @Test
    void whatThePolicyForbidsIsHeard() throws IOException {
        fromDisk(POLICY + "<p style='color: red'>");
        assertThat(tab.complaints()).singleElement().asString().contains("blocked an inline style");
        fromServer(POLICY + "<script>document.title = 'run'</script>");
        assertThat(tab.complaints()).singleElement().asString().contains("blocked an inline script");
    }

    @Test
    void aMissingFileIsHeard() throws IOException {
        String links = "<link rel=stylesheet href=no.css><script src=no.js></script><img alt='' src=no.svg>";
        fromDisk(links);
        assertThat(tab.complaints())
                .containsExactlyInAnyOrder(
                        "missing: " + onDisk("no.css"), "missing: " + onDisk("no.js"), "missing: " + onDisk("no.svg"));
        fromServer(links);
        assertThat(tab.complaints()).contains("404 " + server.base() + "no.css", "404 " + server.base() + "no.svg");
    }

    @Test
    void aRequestToElsewhereIsSeenAndGoesNowhere() throws IOException {
        fromDisk("<img alt='' src='https://elsewhere.example/a.png'>");
        assertThat(tab.requests()).containsExactly("https://elsewhere.example/a.png");
        assertThat(tab.complaints()).contains("missing: https://elsewhere.example/a.png");
    }

    @Test
    void aFileIsAnOriginOfItsOwn() throws IOException {
        Files.writeString(site.resolve("other.txt"), "another file");
        fromDisk("""
                <script>
                  const request = new XMLHttpRequest();
                  request.open("GET", "other.txt", false);
                  try {
                    request.send();
                    document.title = "read";
                  } catch (refused) {
                    document.title = "refused";
                  }
                </script>
                """);
        assertThat(tab.evaluate("document.title").asString()).isEqualTo("refused");
    }

    @Test
    void theScreenIsTheOneAskedFor() throws IOException {
        fromDisk("<title>Narrow</title>");
        assertThat(tab.evaluate("[innerWidth, innerHeight]").toString())
                .isEqualTo("[" + Screen.NARROW.width() + "," + Screen.NARROW.height() + "]");
    }

    @Test
    void aPageThatIsNotThereFails() {
        assertThatThrownBy(() -> tab.open(onDisk("none.html")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("browsingContext.navigate");
    }

    private static String onDisk(String name) {
        return site.resolve(name).toUri().toString();
    }

    private static void fromDisk(String page) throws IOException {
        write(page);
        tab.open(onDisk("index.html"));
    }

    private static void fromServer(String page) throws IOException {
        write(page);
        tab.open(server.base() + "index.html");
    }

    private static void write(String page) throws IOException {
        Files.writeString(site.resolve("index.html"), "<!doctype html><meta charset=utf-8>" + page);
    }
}
