package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mail on large and small screens, with its pictures and where they are blocked (delivery.md check 54). */
@InBrowser
class BrowserMailTest {

    private static final int LARGE = 600;
    private static final int SMALL = 360;
    private static final int HEIGHT = 640;

    /** Whether the words stand on the first screen, in letters of some size. */
    private static final String SEEN = """
            [...document.querySelectorAll("p, h1")].slice(0, 2).every(element => {
              const box = element.getBoundingClientRect();
              return box.top >= 0 && box.bottom <= innerHeight && box.height >= 20
                && getComputedStyle(element).visibility === "visible";
            })
            """;

    private final BrowserSites sites;

    @TempDir
    Path temporary;

    BrowserMailTest(BrowserSites sites) {
        this.sites = sites;
    }

    static Stream<Screen> screens() {
        return Stream.of(LARGE, SMALL)
                .flatMap(width -> Stream.of(new Screen(width, HEIGHT, false), new Screen(width, HEIGHT, true)));
    }

    @ParameterizedTest
    @MethodSource("screens")
    void itFitsTheScreen(Screen screen) throws IOException {
        for (Path folder : List.of(mail(sites.samples()), mail(sites.hostile()), withoutPictures())) {
            try (Tab tab = sites.chromium().tab(screen)) {
                tab.open(folder.resolve("summary.html").toUri().toString());
                assertThat(tab.evaluate("innerWidth").asInt()).isEqualTo(screen.width());
                assertThat(tab.evaluate("document.documentElement.scrollWidth").asInt())
                        .as(folder.toString())
                        .isEqualTo(screen.width());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("screens")
    void withPicturesBlockedTheVerdictIsRead(Screen screen) throws IOException {
        try (Tab tab = sites.chromium().tab(screen)) {
            tab.open(withoutPictures().resolve("summary.html").toUri().toString());
            assertThat(tab.evaluate("[...document.images].some(image => image.naturalWidth)")
                            .asBoolean())
                    .isFalse();
            assertThat(tab.evaluate("document.body.innerText").asString())
                    .startsWith("✕ Gate failed\n\n1 scenario got worse tonight, 1 more is worse since 12 Apr,");
            assertThat(tab.evaluate(SEEN).asBoolean()).isTrue();
        }
    }

    @Test
    void fromDiskItIsStyledAndComplete() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(mail(sites.samples()).resolve("summary.html").toUri().toString());
            assertThat(tab.complaints()).isEmpty();
            assertThat(tab.requests()).hasSize(3).allMatch(address -> address.startsWith("file:"));
            assertThat(tab.evaluate("[...document.images].every(image => image.naturalWidth === 2 * image.width)")
                            .asBoolean())
                    .isTrue();
        }
    }

    private Path withoutPictures() throws IOException {
        Path folder = Files.createTempDirectory(temporary, "mail");
        Files.copy(mail(sites.samples()).resolve("summary.html"), folder.resolve("summary.html"));
        return folder;
    }

    private static Path mail(List<SitePage> site) {
        return Path.of(URI.create(site.get(0).base(Place.DISK))).resolve("mail");
    }
}
