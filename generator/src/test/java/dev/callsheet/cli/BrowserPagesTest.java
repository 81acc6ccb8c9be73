package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of page as a reader opens it, from disk and from a server. */
@InBrowser
class BrowserPagesTest {

    private static final String BROKEN_IMAGES =
            "[...document.images].filter(image => !image.complete || !image.naturalWidth).map(image => image.src).join()";

    /** The elements that stick out on the right, but for those in a box of their own that scrolls. */
    private static final String TOO_WIDE = """
            (() => {
              document.querySelectorAll("details").forEach(details => details.open = true);
              const boxed = element => element && (getComputedStyle(element).overflowX !== "visible"
                || boxed(element.parentElement));
              const wide = [...document.body.querySelectorAll("*")].filter(element =>
                element.getBoundingClientRect().right > innerWidth && !boxed(element.parentElement));
              return document.documentElement.scrollWidth <= innerWidth ? ""
                : document.documentElement.scrollWidth + " px: " + wide.slice(0, 3).map(e => e.outerHTML).join();
            })()
            """;

    private static final String ROWS =
            "[...document.querySelector('table').tBodies[0].rows].map(row => row.textContent).join('\\n')";

    private final BrowserSites sites;

    BrowserPagesTest(BrowserSites sites) {
        this.sites = sites;
    }

    List<SitePage> pages() {
        return sites.pages();
    }

    List<SitePage> samples() {
        return sites.samples();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Execution(ExecutionMode.CONCURRENT)
    void aPageOpensFromDiskWithoutAComplaint(SitePage page) {
        opensWithoutAComplaint(page, Place.DISK);
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Execution(ExecutionMode.CONCURRENT)
    void aPageOpensFromAServerWithoutAComplaint(SitePage page) {
        opensWithoutAComplaint(page, Place.SERVER);
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Execution(ExecutionMode.CONCURRENT)
    void aPageOpensAtTheTopOfAServerWithoutAComplaint(SitePage page) {
        opensWithoutAComplaint(page, Place.ROOT);
    }

    @ParameterizedTest
    @MethodSource("samples")
    @Execution(ExecutionMode.CONCURRENT)
    void aPageOpensInAnyFolderItIsUnpackedToWithoutAComplaint(SitePage page) {
        opensWithoutAComplaint(page, Place.DEEP);
        opensWithoutAComplaint(page, Place.FOREIGN);
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Execution(ExecutionMode.CONCURRENT)
    void aPageDoesNotScrollSidewaysOnANarrowScreen(SitePage page) {
        try (Tab tab = sites.chromium().tab(Screen.NARROW)) {
            tab.open(page.address(Place.DISK));
            assertThat(tab.evaluate("innerWidth").asInt()).isEqualTo(Screen.NARROW.width());
            assertThat(tab.evaluate(TOO_WIDE).asString()).as(page.toString()).isEmpty();
        }
    }

    @Test
    void theFirstPageSaysHowTheNightWent() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("index.html").address(Place.DISK));
            assertThat(tab.evaluate("document.querySelector('h1').innerText").asString())
                    .isEqualTo(
                            "1 scenario got worse tonight, 1 more is worse since 12 Apr, 1 was fixed, 10 are unchanged.");
        }
    }

    @ParameterizedTest
    @MethodSource("places")
    void aClickOnAHeadingSortsTheTable(Place place) {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("scenarios/index.html").address(place));
            tab.evaluate("document.querySelector('table button.sort').click()");
            List<String> up = tab.evaluate(ROWS).asString().lines().toList();
            tab.evaluate("document.querySelector('table button.sort').click()");
            List<String> down = tab.evaluate(ROWS).asString().lines().toList();
            assertThat(up).hasSizeGreaterThan(2).first().asString().startsWith("Angry caller");
            assertThat(down.get(down.size() - 1)).isEqualTo(up.get(0));
            assertThat(down).containsExactlyInAnyOrderElementsOf(up).isNotEqualTo(up);
        }
    }

    static List<Place> places() {
        return List.of(Place.DISK, Place.SERVER);
    }

    private void opensWithoutAComplaint(SitePage page, Place place) {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(page.address(place));
            assertThat(tab.complaints()).as(page.toString()).isEmpty();
            assertThat(tab.requests())
                    .as(page.toString())
                    .startsWith(page.address(place))
                    .allMatch(address -> address.startsWith(page.base(place)));
            assertThat(tab.evaluate("document.querySelector('main h1').innerText")
                            .asString())
                    .isNotBlank();
            assertThat(tab.evaluate(BROKEN_IMAGES).asString())
                    .as(page.toString())
                    .isEmpty();
        }
    }
}
