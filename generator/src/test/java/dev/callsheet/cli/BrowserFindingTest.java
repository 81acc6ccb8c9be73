package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a reader finds things: choosing rows, sending what was chosen to others, going back, jumping, keys. */
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

    private static final String WRITE = """
            (words => {
              const field = document.querySelector(words[0]);
              field.focus();
              field.value = words[1];
              field.dispatchEvent(new Event("input", { bubbles: true }));
            })""";

    private static final String PRESS =
            "(key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })))";

    /** Resolves once a condition holds; what waits for a page or a script has no other way to know. */
    private static final String UNTIL = """
            (holds => new Promise(done => {
              const look = () => holds() ? done(true) : setTimeout(look, 20);
              look();
            }))""";

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
            tab.evaluate(UNTIL + "(() => !document.querySelector('main tbody tr[hidden]'))");
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
            tab.evaluate(UNTIL + "(() => location.hash === '#main')");
            assertThat(names(tab)).hasSize(2);
        }
    }

    @Test
    void keysPassOverRowsThatAreFolded() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("nights/index.html").address(Place.DISK));
            tab.evaluate(PRESS + "('j')");
            assertThat(tab.evaluate("document.activeElement.textContent").asString())
                    .isEqualTo("Tue 14 Apr 2026");
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

    @ParameterizedTest
    @EnumSource(names = {"DISK", "SERVER"})
    void oneJumpsToAScenarioByAPartOfItsName(Place place) {
        SitePage from = sites.sample("nights/2026-04-14.html");
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(from.address(place));
            tab.evaluate(PRESS + "('/')");
            assertThat(tab.evaluate("document.activeElement.type").asString()).isEqualTo("search");
            tab.evaluate(WRITE + "(['.find input', 'emergency HOURS'])");
            tab.evaluate(UNTIL + "(() => document.querySelector('#found a'))");
            assertThat(tab.evaluate("document.querySelector('#found a bdi').textContent")
                            .asString())
                    .isEqualTo("Emergency after hours");
            tab.evaluate(PRESS + "('ArrowDown')");
            assertThat(tab.evaluate("document.querySelector('#found [aria-selected=true]').id")
                            .asString())
                    .isEqualTo(tab.evaluate("document.activeElement.getAttribute('aria-activedescendant')")
                            .asString());
            String target =
                    tab.evaluate("document.querySelector('#found a').href").asString();
            tab.open(target);
            assertThat(tab.evaluate("document.querySelector('h1').textContent").asString())
                    .isEqualTo("Emergency after hours got worse tonight.");
            assertThat(tab.complaints()).isEmpty();
        }
    }

    @Test
    void aQuestionMarkListsTheKeysAndEscapeClosesThem() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("index.html").address(Place.DISK));
            tab.evaluate(PRESS + "('?')");
            assertThat(tab.evaluate("document.activeElement.textContent").asString())
                    .isEqualTo("Keys");
            assertThat(tab.evaluate("document.querySelector('.keys dl').innerText")
                            .asString())
                    .contains("Jump to");
            tab.evaluate(PRESS + "('Escape')");
            assertThat(tab.evaluate("document.querySelector('.keys').hidden").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void singleKeysCanBeSwitchedOff() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("index.html").address(Place.SERVER));
            tab.evaluate("document.querySelector('#keys-on').click()");
            tab.evaluate(PRESS + "('/')");
            assertThat(tab.evaluate("document.activeElement.tagName").asString())
                    .isEqualTo("BODY");
            tab.open(sites.sample("tone.html").address(Place.SERVER));
            assertThat(tab.evaluate("document.querySelector('#keys-on').checked")
                            .asBoolean())
                    .isFalse();
            tab.evaluate("document.querySelector('#keys-on').click()");
        }
    }

    @Test
    void keysMoveFromRowToRow() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("scenarios/index.html").address(Place.DISK));
            tab.evaluate(PRESS + "('j')");
            tab.evaluate(PRESS + "('j')");
            tab.evaluate(PRESS + "('k')");
            tab.evaluate(PRESS + "('j')");
            assertThat(tab.evaluate("document.activeElement.textContent").asString())
                    .isEqualTo("Ask about a no-show fee");
        }
    }

    private static List<String> names(Tab tab) {
        return tab.evaluate(NAMES).asString().lines().toList();
    }
}
