package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Pages on paper, printed by a reader whose screen is dark: nothing is cut off, nothing vanishes, and ink is dark. */
@InBrowser
class BrowserPrintTest {

    /** The width of a sheet of A4 between margins of a centimetre. */
    private static final Screen PAPER = new Screen(718, 1000, true);

    /** How much wider than the sheet a page may be: browsers print it smaller then. */
    private static final double SHRUNK = 1.25;

    private static final String LOST = """
            (() => {
              const lost = [];
              const say = (what, element) => lost.push(what + ": " + element.outerHTML.slice(0, 200));
              for (const box of document.querySelectorAll(".scroll")) {
                if (getComputedStyle(box).overflowX !== "visible") { say("is cut off", box); }
              }
              for (const square of document.querySelectorAll(".sq, .heat")) {
                if (getComputedStyle(square).printColorAdjust !== "exact") { say("has no ground", square); }
              }
              if (getComputedStyle(document.body).color !== "rgb(28, 27, 25)") { say("is pale", document.body); }
              return lost;
            })()
            """;

    private final BrowserSites sites;

    BrowserPrintTest(BrowserSites sites) {
        this.sites = sites;
    }

    /** The page of a missing address has no style. */
    List<SitePage> pages() {
        return sites.samples().stream()
                .filter(page -> !page.type().name().equals("404"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageLosesNothingOnPaper(SitePage page) {
        try (Tab tab = sites.chromium().tab(PAPER)) {
            tab.open(page.address(Place.DISK));
            tab.showPrintedInGrey();
            assertThat(StreamSupport.stream(tab.evaluate(LOST).spliterator(), false)
                            .map(JsonNode::asString))
                    .isEmpty();
            assertThat(tab.evaluate("document.documentElement.scrollWidth / innerWidth")
                            .asDouble())
                    .isLessThan(SHRUNK);
        }
    }
}
