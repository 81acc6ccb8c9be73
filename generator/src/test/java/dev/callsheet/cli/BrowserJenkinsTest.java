package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.util.List;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of page under the header of Jenkins, which lets styles and images in, and no script. */
@InBrowser
class BrowserJenkinsTest {

    private static final String TEXT = "document.querySelector('main').innerText";

    /** Place, colours and marks of every element. Pictures of the pages would differ by what was drawn in time. */
    private static final String LOOKS = """
            [...document.body.querySelectorAll("*")].map(element => {
              const box = element.getBoundingClientRect();
              const style = getComputedStyle(element);
              return [element.outerHTML.slice(0, 60), box.x, box.y, box.width, box.height, style.font, style.color,
                style.backgroundColor, style.borderTop, style.fill, style.stroke, element.naturalWidth,
                getComputedStyle(element, "::before").content].join(" ");
            }).join("\\n")
            """;

    private final BrowserSites sites;

    BrowserJenkinsTest(BrowserSites sites) {
        this.sites = sites;
    }

    List<SitePage> pages() {
        return sites.samples();
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Execution(ExecutionMode.CONCURRENT)
    void aPageLooksAsItDoesWithoutScripts(SitePage page) {
        try (Tab jenkins = sites.chromium().tab(Screen.DESK);
                Tab elsewhere = sites.chromium().tab(Screen.DESK)) {
            elsewhere.disableScripts();
            jenkins.open(page.address(Place.JENKINS));
            elsewhere.open(page.address(Place.SERVER));
            assertThat(jenkins.evaluate(TEXT).asString())
                    .as(page.toString())
                    .isNotBlank()
                    .isEqualTo(elsewhere.evaluate(TEXT).asString());
            assertThat(looks(jenkins)).as(page.toString()).isNotEmpty().isEqualTo(looks(elsewhere));
            assertThat(jenkins.complaints())
                    .as(page.toString())
                    .allMatch(complaint -> complaint.startsWith("Blocked script execution in"));
        }
    }

    private static List<String> looks(Tab tab) {
        return tab.evaluate(LOOKS).asString().lines().toList();
    }
}
