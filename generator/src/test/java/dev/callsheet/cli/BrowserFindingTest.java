package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a reader finds rows: choosing them, sending what was chosen to others, going back. */
@InBrowser
class BrowserFindingTest {

    private static final String NAMES =
            "[...document.querySelectorAll('main tbody tr:not([hidden]) th')].map(name => name.textContent.trim()).join('\\n')";

    private static final String CHOOSE = """
            (() => {
              const select = document.querySelector('.filter select[aria-label="Verdict"]');
              select.value = "flaky";
              select.dispatchEvent(new Event("change"));
            })()""";

    private final BrowserSites sites;

    BrowserFindingTest(BrowserSites sites) {
        this.sites = sites;
    }

    @ParameterizedTest
    @EnumSource(names = {"DISK", "SERVER"})
    void whatWasChosenStandsInTheAddressAndComesBackWithIt(Place place) {
        String scenarios = sites.sample("scenarios/index.html").address(place);
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(scenarios);
            tab.evaluate(CHOOSE);
            List<String> flaky = names(tab);
            assertThat(flaky).hasSize(2);
            assertThat(tab.evaluate("location.hash").asString()).isEqualTo("#all.verdict=flaky");
            assertThat(tab.evaluate("document.querySelector('.filter output').textContent")
                            .asString())
                    .isEqualTo("2 of 14 rows on this page");
        }
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(scenarios + "#all.sort=-tonight&all.text=of%20address");
            assertThat(names(tab))
                    .containsExactlyInAnyOrder("Change of address (26057185)", "Change of address (2e33a953)");
            assertThat(tab.evaluate("document.querySelector('[aria-sort]').textContent")
                            .asString())
                    .isEqualTo("Tonight");
        }
    }

    @Test
    void theWayBackUndoesAChoice() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("scenarios/index.html").address(Place.DISK));
            tab.evaluate(CHOOSE);
            assertThat(names(tab)).hasSize(2);
            tab.evaluate("history.back()");
            tab.await("!document.querySelector('main tbody tr[hidden]')");
            assertThat(names(tab)).hasSize(14);
            assertThat(tab.evaluate("location.hash").asString()).isEmpty();
        }
    }

    @Test
    void aLinkWithinThePageUndoesNothing() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("scenarios/index.html").address(Place.DISK));
            tab.evaluate(CHOOSE);
            tab.evaluate("document.querySelector('.skip').click()");
            tab.await("location.hash === '#main'");
            assertThat(names(tab)).hasSize(2);
        }
    }

    @Test
    void theWayBackUndoesASortingOnAPageThatWasOpenedAtAPlace() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("scenarios/index.html").address(Place.DISK) + "#all");
            List<String> before = names(tab);
            tab.evaluate("document.querySelector('table button.sort').click()");
            assertThat(names(tab)).isNotEqualTo(before);
            tab.evaluate("document.querySelector('.skip').click()");
            tab.await("location.hash === '#main'");
            tab.evaluate("history.back()");
            tab.await("location.hash === '#all.sort=scenario'");
            assertThat(names(tab)).isNotEqualTo(before);
            tab.evaluate("history.back()");
            tab.await("location.hash === '#all'");
            assertThat(names(tab)).isEqualTo(before);
            assertThat(tab.evaluate("document.querySelector('[aria-sort]') === null")
                            .asBoolean())
                    .isTrue();
        }
    }

    @Test
    void severalWordsCanBeTyped() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("scenarios/index.html").address(Place.DISK));
            tab.type("fof address");
            assertThat(tab.evaluate("document.activeElement.value").asString()).isEqualTo("of address");
            assertThat(names(tab)).hasSize(2);
        }
    }

    @Test
    void whatHasNoValueComesLastWhicheverWayATableIsSorted() {
        String scenarios = sites.sample("scenarios/index.html").address(Place.DISK);
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(scenarios + "#all.sort=tonight");
            assertThat(names(tab)).endsWith("Ask about a no-show fee");
        }
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(scenarios + "#all.sort=-tonight");
            assertThat(names(tab)).endsWith("Ask about a no-show fee");
        }
    }

    private static List<String> names(Tab tab) {
        return tab.evaluate(NAMES).asString().lines().toList();
    }
}
