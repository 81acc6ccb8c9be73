package dev.callsheet.cli;

import dev.callsheet.browser.Axe;
import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of page under WCAG 2.2 A and AA, as far as a program can tell. */
@InBrowser
class BrowserAccessibilityTest {

    /** Contrast depends on the colours, the rest on the width. */
    private static final List<Screen> SCREENS = List.of(Screen.DESK, new Screen(1280, 900, true), Screen.NARROW);

    private final BrowserSites sites;

    BrowserAccessibilityTest(BrowserSites sites) {
        this.sites = sites;
    }

    List<SitePage> pages() {
        return sites.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Execution(ExecutionMode.CONCURRENT)
    void aPageBreaksNoRule(SitePage page) {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(page.address(Place.SERVER));
            tab.evaluate("document.querySelectorAll('details').forEach(details => details.open = true)");
            SoftAssertions all = new SoftAssertions();
            for (Screen screen : SCREENS) {
                tab.show(screen);
                all.assertThat(Axe.violations(tab)).as(page + ", " + screen).isEmpty();
            }
            all.assertAll();
        }
    }
}
