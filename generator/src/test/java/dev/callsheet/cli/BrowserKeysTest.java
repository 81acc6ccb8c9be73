package dev.callsheet.cli;

import static dev.callsheet.cli.LongCalls.call;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** Single keys, as they are pressed: where the reader stands after them. */
@InBrowser
class BrowserKeysTest {

    /** A run between two others of its night, with remarks at turns 3, 7 and 9. */
    private static final String RUN = "runs/02fb88ff-0f74-370d-bd25-8e165cde1e71.html";

    @TempDir
    Path temporary;

    private final BrowserSites sites;

    BrowserKeysTest(BrowserSites sites) {
        this.sites = sites;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "index.html           | /    | .find input",
                "index.html           | ?    | #keys-title",
                "scenarios/index.html | f    | .filter input",
                "scenarios/index.html | j    | main tbody tr:nth-child(1) a",
                "scenarios/index.html | jjj  | main tbody tr:nth-child(3) a",
                "scenarios/index.html | jjkj | main tbody tr:nth-child(2) a",
                RUN + "               | n    | #turn-3 a",
                RUN + "               | nn   | #turn-7 a",
                RUN + "               | nnnn | #turn-9 a",
                RUN + "               | nnp  | #turn-3 a",
                RUN + "               | jj   | #turn-2 a",
            })
    void aKeyMovesTheFocus(String page, String keys, String focused) {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("index.html").base(Place.DISK) + page);
            tab.type(keys);
            assertThat(tab.evaluate("document.activeElement === document.querySelector('" + focused + "')")
                            .asBoolean())
                    .as(tab.evaluate("document.activeElement.outerHTML.slice(0, 200)")
                            .asString())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "method.html | 1 | Latest",
                "method.html | 2 | Scenarios",
                "method.html | 3 | Changes",
                "method.html | 4 | Flakiness",
                "method.html | 5 | Tone",
                "method.html | 6 | Where",
                "method.html | 7 | Nights",
                RUN + "      | ] | next attempt",
                RUN + "      | [ | previous attempt",
            })
    void aKeyOpensThePageOfALink(String page, String key, String text) {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("index.html").base(Place.DISK) + page);
            String target = tab.evaluate("[...document.links].find(link => link.textContent === '" + text + "').href")
                    .asString();
            assertThat(target).isNotEqualTo(tab.evaluate("location.href").asString());
            tab.type(key);
            tab.await("location.href === '" + target + "'");
        }
    }

    @Test
    void inALongCallBracketsGoToItsPartsBeforeOtherAttempts() {
        Site site = longCalls();
        List<String> pages = site.files().keySet().stream()
                .filter(path -> path.startsWith("runs/two"))
                .sorted(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
        assertThat(pages).hasSize(3);
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(site.root().resolve(pages.get(0)).toUri().toString());
            tab.type("]");
            tab.await(at(pages.get(1)));
            tab.type("]");
            tab.await(at(pages.get(2)));
            tab.type("[");
            tab.await(at(pages.get(1)));
            tab.type("[");
            tab.await(at(pages.get(0)));
            tab.type("[");
            tab.await("location.pathname.includes('runs/one')");
        }
    }

    @Test
    void keysPassOverRowsThatAreFolded() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("nights/index.html").address(Place.DISK));
            tab.type("j");
            assertThat(tab.evaluate("document.activeElement.textContent").asString())
                    .isEqualTo("Tue 14 Apr 2026");
        }
    }

    @Test
    void aQuestionMarkListsTheKeysAndEscapeClosesThem() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("index.html").address(Place.DISK));
            tab.type("?");
            assertThat(tab.evaluate("document.querySelector('.keys dl').innerText")
                            .asString())
                    .contains("Jump to");
            tab.press(Tab.Key.ESCAPE);
            assertThat(tab.evaluate("document.querySelector('.keys').hidden").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void singleKeysCanBeSwitchedOff() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("index.html").address(Place.SERVER));
            tab.evaluate("document.querySelector('#keys-on').click()");
            tab.type("/");
            assertThat(tab.evaluate("document.activeElement.tagName").asString())
                    .isEqualTo("BODY");
            tab.open(sites.sample("tone.html").address(Place.SERVER));
            assertThat(tab.evaluate("document.querySelector('#keys-on').checked")
                            .asBoolean())
                    .isFalse();
            tab.evaluate("document.querySelector('#keys-on').click()");
        }
    }

    /** Whether a page is open, and whole. */
    private static String at(String page) {
        return "document.readyState === 'complete' && location.pathname.endsWith('" + page + "')";
    }

    /** A site of three attempts of a night, each of three pages. */
    private Site longCalls() {
        ObjectNode[] runs = Stream.of("one", "two", "zero")
                .map(id -> call(id, "PASSED", 200, turn -> "turn " + turn))
                .toArray(ObjectNode[]::new);
        return new Site(Program.build(temporary.resolve("site"), runs));
    }
}
