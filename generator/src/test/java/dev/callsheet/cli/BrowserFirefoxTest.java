package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.FirefoxTab;
import dev.callsheet.browser.Screen;
import dev.callsheet.cli.SitePage.Place;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of page in Firefox on a narrow screen, from disk and from a server. */
@InFirefox
class BrowserFirefoxTest {

    private static final String WIDTHS = """
            (() => {
              document.querySelectorAll("details").forEach(details => details.open = true);
              return [innerWidth, document.documentElement.clientWidth, document.documentElement.scrollWidth];
            })()
            """;

    private static final String BROKEN_IMAGES =
            "[...document.images].filter(image => !image.complete || !image.naturalWidth).map(image => image.src)";

    private final BrowserSites sites;
    private final FirefoxTab tab;

    BrowserFirefoxTest(BrowserSites sites) {
        this.sites = sites;
        tab = sites.firefox().tab(Screen.NARROW);
    }

    @AfterAll
    void end() {
        tab.close();
    }

    List<SitePage> pages() {
        return sites.pages();
    }

    List<SitePage> samples() {
        return sites.samples();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageOpensWithoutAComplaintAndFitsANarrowScreen(SitePage page) {
        opensWithoutAComplaint(page, Place.DISK);
        assertThat(tab.evaluate(WIDTHS).toString()).as(page.toString()).isEqualTo("[320,320,320]");
        opensWithoutAComplaint(page, Place.SERVER);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aPageOpensAtTheTopOfAServerAndInAnyFolder(SitePage page) {
        opensWithoutAComplaint(page, Place.ROOT);
        opensWithoutAComplaint(page, Place.DEEP);
        opensWithoutAComplaint(page, Place.FOREIGN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Place.class,
            names = {"DISK", "SERVER"})
    void theScriptRuns(Place place) {
        tab.open(sites.sample("scenarios/index.html").address(place));
        tab.evaluate("document.querySelector('table button.sort').click()");
        assertThat(tab.evaluate("document.querySelector('th[aria-sort]').ariaSort")
                        .asString())
                .isEqualTo("ascending");
    }

    private void opensWithoutAComplaint(SitePage page, Place place) {
        tab.open(page.address(place));
        String what = page + " " + place;
        assertThat(tab.complaints()).as(what).isEmpty();
        assertThat(tab.requests()).as(what).allMatch(address -> address.startsWith(page.base(place)));
        assertThat(tab.evaluate("document.querySelector('main h1').innerText").asString())
                .as(what)
                .isNotBlank();
        assertThat(tab.evaluate(BROKEN_IMAGES)).as(what).isEmpty();
    }
}
