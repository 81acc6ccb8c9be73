package dev.callsheet.render.data;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenFindings;
import dev.callsheet.testing.GivenHistory;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.HostileText;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3c.dom.Element;

class FeedFileTest {

    private static final URI SITE = URI.create("https://Acme.example/voice/");

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void eachNightIsAnEntryTheNewestFirst() {
        Element feed = feed(corpora.of(
                new GivenSuite().runs("a", 8, "PPPPP").runs("b", 7, "PPPPP").night("b", 8, "PFFFE")));
        List<Element> entries = Xml.children(feed, "entry");
        assertThat(entries).hasSize(8);
        assertThat(text(entries.get(0), "title")).isEqualTo("Wed 8 Apr 2026: 6 of 9 runs passed.");
        assertThat(text(entries.get(0), "id")).isEqualTo("tag:acme.example,2026:callsheet/voice/main/2026-04-08");
        assertThat(Xml.children(entries.get(0), "link").get(0).getAttribute("href"))
                .isEqualTo("https://Acme.example/voice/nights/2026-04-08.html");
        assertThat(Jsoup.parse(text(entries.get(0), "content")).select("p").eachText())
                .hasSize(3)
                .contains(
                        "Not counted: 1 error.",
                        "As judged on that night, scenarios that got worse: 1, flaky: 0, that always or mostly fail: 0.");
        assertThat(text(entries.get(7), "id")).endsWith("/2026-04-01");
    }

    @Test
    void aNightIsToldTheSameEveryNightAfterIt() {
        Map<String, String> told = new LinkedHashMap<>();
        for (int last = 3; last <= 14; last++) {
            GivenSuite suite = new GivenSuite();
            for (int night = 1; night <= last; night++) {
                suite.night("a", night, "PPPPP")
                        .night("b", night, night < 9 ? "PPPPP" : "PFFFF")
                        .night("c", night, night % 3 == 0 ? "FFPPP" : "PPPPP")
                        .night("d", night, night > 10 ? "PPPPP" : "FFFFF");
            }
            for (Element entry : Xml.children(feed(corpora.of(suite)), "entry")) {
                String words = text(entry, "updated") + text(entry, "title") + text(entry, "content");
                assertThat(told.getOrDefault(text(entry, "id"), words))
                        .as("night " + last)
                        .isEqualTo(words);
                told.put(text(entry, "id"), words);
            }
        }
        assertThat(told).hasSize(14);
    }

    @Test
    void anEntryIsAsOldAsItsLastRun() {
        Element feed = feed(corpora.of(
                run("1").at("2026-04-13T01:00:00Z"),
                run("2").at("2026-04-14T02:30:00Z"),
                run("3").at("2026-04-14T02:00:00Z")));
        assertThat(text(feed, "updated")).isEqualTo("2026-04-14T02:30:00Z");
        assertThat(text(Xml.children(feed, "entry").get(1), "updated")).isEqualTo("2026-04-13T01:00:00Z");
    }

    @Test
    void itReachesBackFiftyNights() {
        assertThat(Xml.children(feed(corpora.of(new GivenSuite().runs("a", 14, "P"))), "entry"))
                .hasSize(14);
        List<Given> nights = new ArrayList<>();
        for (int night = 0; night < 60; night++) {
            nights.add(
                    run("r" + night).at(LocalDate.of(2026, 2, 1).plusDays(night).toString()));
        }
        assertThat(Xml.children(feed(corpora.of(nights)), "entry")).hasSize(50);
    }

    @Test
    void withoutANightItIsValidAndEmpty() {
        Element feed = feed(corpora.of(scenario("s")));
        assertThat(text(feed, "updated")).isEqualTo("2026-04-14T23:59:59Z");
        assertThat(Xml.children(feed, "entry")).isEmpty();
    }

    @Test
    void withoutAnAddressThereIsNone() {
        assertThat(Written.of(corpora.of(run("1").at("2026-04-14"))).files()).doesNotContainKey("data/feed.atom");
    }

    @Test
    void streamsAndSitesOfOneHostHaveIdsOfTheirOwn() {
        Corpus corpus = corpora.of(run("1").at("2026-04-14"));
        assertThat(List.of(
                        id(corpus, "https://acme.example/", "main"),
                        id(corpus, "https://acme.example/", "staging"),
                        id(corpus, "https://acme.example/a/", "main"),
                        id(corpus, "https://[::1]:8080/ä/", "main")))
                .containsExactly(
                        "tag:acme.example,2026:callsheet/main",
                        "tag:acme.example,2026:callsheet/staging",
                        "tag:acme.example,2026:callsheet/a/main",
                        "tag:---1-,2026:callsheet/%C3%A4/main");
    }

    @Test
    void noTextOfTheInputStandsInIt() {
        List<Given> records = new ArrayList<>();
        for (String name : HostileText.ALL) {
            records.add(scenario("id " + name).named(name));
            records.add(run("run " + name)
                    .of("id " + name)
                    .at("2026-04-14")
                    .failed()
                    .error(name));
        }
        feed(corpora.of(records));
        assertThat(Written.of(corpora.of(records), new GivenFindings().at(SITE)).text("feed.atom"))
                .doesNotContain("alert", "HYPERLINK", "error::", "\u202e");
    }

    private static String id(Corpus corpus, String site, String stream) {
        return text(
                feed(corpus, new GivenFindings().at(URI.create(site)).history(new GivenHistory().stream(stream))),
                "id");
    }

    private static Element feed(Corpus corpus) {
        return feed(corpus, new GivenFindings().at(SITE));
    }

    private static Element feed(Corpus corpus, GivenFindings findings) {
        return Xml.valid(Written.of(corpus, findings).text("feed.atom"), "atom.xsd");
    }

    private static String text(Element of, String name) {
        return Xml.children(of, name).get(0).getTextContent();
    }
}
