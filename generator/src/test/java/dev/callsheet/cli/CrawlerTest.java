package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Walks every page of the sample site. */
@ExtendWith(BuiltSites.Extension.class)
class CrawlerTest {

    private static final int FEWEST_PAGES = 300;
    private static final int FEWEST_CHARTS = 20;

    private static SortedMap<String, byte[]> files;
    private static final Map<String, Document> PAGES = new HashMap<>();

    @BeforeAll
    static void read(BuiltSites sites) {
        files = new Site(sites.samples()).files();
        files.forEach((path, content) -> {
            if (path.endsWith(".html")) {
                PAGES.put(path, Jsoup.parse(new String(content, StandardCharsets.UTF_8)));
            }
        });
        assertThat(PAGES).hasSizeGreaterThan(FEWEST_PAGES);
    }

    @Test
    void noLinkIsDead() {
        assertThat(Links.dead(files.keySet(), PAGES)).isEmpty();
    }

    @Test
    void everyPageIsReachedFromTheFirst() {
        Set<String> reached = new HashSet<>();
        ArrayDeque<String> waiting = new ArrayDeque<>(List.of("index.html"));
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            if (reached.add(path) && PAGES.containsKey(path)) {
                Links.of(page(path)).forEach(reference -> waiting.add(Links.target(path, reference)));
            }
        }
        Set<String> unreached = new HashSet<>(files.keySet());
        unreached.removeAll(reached);
        // Files of history are for the next report: their index, which is linked, names them.
        assertThat(unreached)
                .filteredOn(path -> !path.startsWith("data/history/main-"))
                .containsExactly("404.html", "assets/find.js"); // which the script loads
    }

    @Test
    void aScenarioLeadsToItsRunsAndBack() {
        PAGES.forEach((path, page) -> {
            if (path.startsWith("runs/")) {
                String scenario = Links.of(page).stream()
                        .map(reference -> Links.target(path, reference))
                        .filter(target -> target.startsWith("scenarios/") && !target.endsWith("index.html"))
                        .findFirst()
                        .orElseThrow();
                assertThat(Links.of(page(scenario)).stream().map(reference -> Links.target(scenario, reference)))
                        .contains(path);
            }
        });
    }

    @Test
    void noIdStandsTwiceOnAPage() {
        PAGES.forEach((path, page) -> {
            List<String> ids = page.select("[id]").eachAttr("id");
            assertThat(ids).as(path).doesNotHaveDuplicates();
        });
    }

    @Test
    void nothingIsInlineOrFromElsewhere() {
        pagesOfTheSite().forEach((path, page) -> {
            assertThat(page.select("style, form, iframe, frame, object, embed, base"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("script:not([src])")).as(path).isEmpty();
            for (Element element : page.getAllElements()) {
                for (Attribute attribute : element.attributes()) {
                    assertThat(attribute.getKey())
                            .as(path + " " + element.nodeName())
                            .isNotEqualTo("style")
                            .doesNotStartWith("on")
                            .doesNotStartWith("th:")
                            .isNotEqualTo("target");
                }
            }
            Links.of(page)
                    .forEach(reference ->
                            assertThat(reference).as(path).doesNotContain(":").doesNotStartWith("/"));
        });
    }

    @Test
    void everyPageForbidsWhatItDoesNotNeed() {
        PAGES.forEach((path, page) -> {
            Element policy = page.expectFirst("head > meta[http-equiv=Content-Security-Policy]");
            assertThat(policy.attr("content")).as(path).startsWith("default-src 'none'");
            assertThat(policy.elementSiblingIndex())
                    .as("before what it governs")
                    .isLessThanOrEqualTo(1);
        });
    }

    @Test
    void everyPageHasOneMainHeadingATitleAndALanguage() {
        pagesOfTheSite().forEach((path, page) -> {
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("main")).as(path).hasSize(1);
            assertThat(page.title()).as(path).isNotBlank();
            assertThat(page.expectFirst("html").attr("lang")).isEqualTo("en");
            assertThat(page.select("img:not([alt]), svg[role=img]:not([aria-label])"))
                    .as(path)
                    .isEmpty();
        });
    }

    @Test
    void aHeadingIsASentence() {
        pagesOfTheSite().forEach((path, page) -> {
            String heading = page.select("h1").text();
            // An error ends as its message does.
            if (!path.equals("404.html") && !heading.startsWith("Error")) {
                assertThat(heading).as(path).endsWith(".");
            }
        });
    }

    @Test
    void aTableSaysWhatItIsAndWhatItsHeadingsAreOf() {
        pagesOfTheSite()
                .forEach((path, page) -> page.select("table").forEach(table -> {
                    assertThat(table.select("> caption").text()).as(path).isNotBlank();
                    assertThat(table.select("> thead th[scope=col]"))
                            .as(path + table.select("caption"))
                            .isNotEmpty();
                    assertThat(table.select("th:not([scope=col], [scope=row], [scope=rowgroup])"))
                            .as(path)
                            .isEmpty();
                    assertThat(table.select("> thead th"))
                            .as(path)
                            .allSatisfy(heading ->
                                    assertThat(heading.text()).as(path).isNotBlank());
                }));
    }

    @Test
    void aChartSaysItsNumbers() {
        List<Element> charts = pagesOfTheSite().values().stream()
                .flatMap(page -> page.select("figure").stream())
                .toList();
        assertThat(charts).hasSizeGreaterThan(FEWEST_CHARTS).allSatisfy(chart -> {
            Element drawing = chart.expectFirst("img, svg[role=img]");
            assertThat(drawing.attr("alt") + drawing.attr("aria-label")).containsPattern("\\d");
        });
    }

    @Test
    void theChartBringsItsOwnColoursAndNothingElse() {
        String chart = files.keySet().stream()
                .filter(path -> path.startsWith("assets/trend-"))
                .findFirst()
                .orElseThrow();
        String svg = new String(file(chart), StandardCharsets.UTF_8);
        assertThat(svg)
                .contains("prefers-color-scheme")
                .doesNotContain("style=\"")
                .doesNotContain("<script");
        assertThat(file(chart).length).isLessThan(120_000);
    }

    private static Document page(String path) {
        return Objects.requireNonNull(PAGES.get(path), path);
    }

    private static byte[] file(String path) {
        return Objects.requireNonNull(files.get(path), path);
    }

    /** But for the mail, which has rules of its own: it is a page of a reader's program. */
    private static Map<String, Document> pagesOfTheSite() {
        Map<String, Document> pages = new HashMap<>(PAGES);
        assertThat(pages.remove("mail/summary.html")).isNotNull();
        return pages;
    }
}
