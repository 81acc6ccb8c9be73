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

/** Every type of page under the header of Jenkins, which lets styles and images in, and no script. */
@InBrowser
class BrowserJenkinsTest {

    private static final String TEXT = "document.querySelector('main').innerText";

    /** As far as a picture can be drawn at once. */
    private static final int HEIGHT = 16_000;

    private final BrowserSites sites;

    BrowserJenkinsTest(BrowserSites sites) {
        this.sites = sites;
    }

    List<SitePage> pages() {
        return sites.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Execution(ExecutionMode.CONCURRENT)
    void aPageIsDrawnToTheDotAsItIsWithoutScripts(SitePage page) {
        try (Tab jenkins = sites.chromium().tab(Screen.DESK);
                Tab elsewhere = sites.chromium().tab(Screen.DESK)) {
            elsewhere.disableScripts();
            jenkins.open(page.address(Place.JENKINS));
            elsewhere.open(page.address(Place.SERVER));
            assertThat(jenkins.evaluate(TEXT).asString())
                    .as(page.toString())
                    .isNotBlank()
                    .isEqualTo(elsewhere.evaluate(TEXT).asString());
            assertThat(Pixels.difference(jenkins.picture(HEIGHT), elsewhere.picture(HEIGHT)))
                    .as(page.toString())
                    .isEmpty();
            assertThat(jenkins.complaints())
                    .as(page.toString())
                    .allMatch(complaint -> complaint.startsWith("Blocked script execution in"));
        }
    }

    @Test
    void aDifferenceWouldBeSeen() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("index.html").address(Place.JENKINS));
            byte[] light = tab.picture(HEIGHT);
            tab.evaluate("document.querySelector('h1').textContent += '!'");
            assertThat(Pixels.difference(light, tab.picture(HEIGHT))).contains(" dots within ");
            tab.show(Screen.NARROW);
            assertThat(Pixels.difference(light, tab.picture(HEIGHT))).matches("1280 x \\d+ and 320 x \\d+");
        }
    }
}
