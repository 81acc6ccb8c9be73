package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Jumping to a page by some letters of its name. */
@InBrowser
class BrowserJumpTest {

    private static final String FOUND = "document.querySelector('#found a') !== null";
    private static final String SAID = "document.querySelector('.find output').textContent";

    private final BrowserSites sites;

    BrowserJumpTest(BrowserSites sites) {
        this.sites = sites;
    }

    @ParameterizedTest
    @EnumSource(names = {"DISK", "SERVER"})
    void oneJumpsToAScenarioByAPartOfItsName(Place place) {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("nights/2026-04-14.html").address(place));
            tab.type("/emergency HOURS");
            tab.await(FOUND);
            assertThat(tab.evaluate("document.querySelector('#found a bdi').textContent")
                            .asString())
                    .isEqualTo("Emergency after hours");
            tab.press(Tab.Key.ARROW_DOWN);
            assertThat(tab.evaluate("document.querySelector('#found [aria-selected=true]').id")
                            .asString())
                    .isEqualTo(tab.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
                            .asString());
            tab.press(Tab.Key.ENTER);
            tab.await("document.querySelector('h1').textContent === 'Emergency after hours got worse tonight.'");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void aJumpWithinThePageGoesToTheTableItFilters() {
        try (Tab tab = sites.chromium().tab(Screen.NARROW)) {
            String pathway = "pathways/e155cffc-66ec-34d0-b421-21a93cc09817.html";
            tab.open(sites.sample("index.html").base(Place.DISK) + pathway);
            for (int time = 1; time <= 2; time++) {
                tab.evaluate("scrollTo(0, 0)");
                tab.type("/");
                tab.evaluate("document.activeElement.value = ''");
                tab.type("node offer_slots");
                tab.await(FOUND + " && !document.querySelector('#found').hidden");
                tab.press(Tab.Key.ENTER);
                tab.await("location.hash === '#nodes.text=offer_slots' && scrollY > 0");
                assertThat(tab.evaluate("document.activeElement.matches('#nodes .scroll')")
                                .asBoolean())
                        .isTrue();
                assertThat(tab.evaluate(
                                        "document.querySelector('#nodes table').getBoundingClientRect().top < innerHeight")
                                .asBoolean())
                        .isTrue();
                assertThat(tab.evaluate("document.querySelector('#nodes tbody tr:not([hidden])').innerText")
                                .asString())
                        .contains("offer_slots");
            }
        }
    }

    @Test
    void anIndexThatIsMissingIsSaidAndAskedForAgain(@TempDir Path temporary) throws IOException {
        Path site = Program.build(temporary.resolve("site"), Path.of("samples"));
        Path index = site.resolve("assets/find.js");
        Path away = Files.move(index, temporary.resolve("find.js"));
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(site.resolve("index.html").toUri().toString());
            tab.type("/emerg");
            tab.await(SAID + " === 'The index could not be loaded.'");
            Files.writeString(index, "<!doctype html><title>Sign in</title>");
            tab.type("e");
            tab.await(SAID + " === 'The index could not be loaded.'");
            Files.delete(index);
            PathUtils.copyFile(away.toUri().toURL(), index);
            tab.type("n");
            tab.await(FOUND);
            assertThat(tab.evaluate(SAID).asString()).doesNotContain("could not");
        }
    }
}
