package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Pages read by keyboard alone: every stop is seen, in the order of reading, and the way has an end. */
@InBrowser
class BrowserKeyboardTest {

    private static final String STOPS = """
            [...document.body.querySelectorAll("*")].map((element, at) =>
              element.matches("a[href], button, input, select, summary, [tabindex='0']") && element.checkVisibility()
                ? at : -1).filter(at => at >= 0)
            """;

    /** Which element has the focus, by its place in the document, and what is wrong with how that is shown. */
    private static final String STOP = """
            (() => {
              const element = document.activeElement;
              const box = element.getBoundingClientRect();
              const style = getComputedStyle(element);
              const wrong = [];
              if (!box.width || !box.height || !element.checkVisibility({visibilityProperty: true, opacityProperty: true})) {
                wrong.push("not visible");
              }
              if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) {
                wrong.push("not on the screen");
              }
              if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) {
                wrong.push("no outline");
              }
              return {
                at: element === document.body ? -1 : [...document.body.querySelectorAll("*")].indexOf(element),
                wrong: wrong.map(what => what + ": " + element.outerHTML.slice(0, 200))
              };
            })()
            """;

    private final BrowserSites sites;

    BrowserKeyboardTest(BrowserSites sites) {
        this.sites = sites;
    }

    List<SitePage> pages() {
        return List.of(
                sites.sampleOfType("latest"),
                sites.sampleOfType("scenarios-longest"),
                sites.sampleOfType("runs-longest"),
                sites.sampleOfType("method"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theTabKeyGoesThroughAPageFromItsTopToItsEnd(SitePage page) {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(page.address(Place.SERVER));
            List<Integer> expected = StreamSupport.stream(tab.evaluate(STOPS).spliterator(), false)
                    .map(JsonNode::asInt)
                    .toList();
            List<Integer> stops = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            for (int press = 0; press < expected.size(); press++) {
                tab.press(Tab.Key.TAB);
                JsonNode stop = tab.evaluate(STOP);
                stops.add(stop.path("at").asInt());
                stop.path("wrong").forEach(what -> wrong.add(what.asString("")));
            }
            assertThat(wrong).as(page.toString()).isEmpty();
            assertThat(stops).as(page.toString()).isNotEmpty().isEqualTo(expected);
            tab.press(Tab.Key.TAB);
            assertThat(tab.evaluate(STOP).path("at").asInt())
                    .as("after the last")
                    .isEqualTo(-1);
        }
    }

    @Test
    void theFirstStopSkipsToTheContent() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sampleOfType("latest").address(Place.SERVER));
            tab.press(Tab.Key.TAB);
            assertThat(tab.evaluate("document.activeElement.className").asString())
                    .isEqualTo("skip");
            tab.press(Tab.Key.ENTER);
            tab.press(Tab.Key.TAB);
            assertThat(tab.evaluate("document.activeElement.closest('main') !== null")
                            .asBoolean())
                    .isTrue();
        }
    }
}
