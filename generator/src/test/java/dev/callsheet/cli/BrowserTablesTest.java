package dev.callsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.browser.Screen;
import dev.callsheet.browser.Tab;
import dev.callsheet.cli.SitePage.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What tables are sorted by, on a page of one table with the headings and words that a test gives it. */
@InBrowser
class BrowserTablesTest {

    private static final String PAGE = """
            <!doctype html><html lang="en"><meta charset="utf-8"><title>A table</title>
            <header class="masthead"><b>Callsheet</b></header><main id="main">
            <div class="scroll" role="region" tabindex="0" aria-labelledby="all-title"><h2 id="all-title">All</h2><table>
            <thead><tr>HEAD</tr></thead><tbody>BODY</tbody></table></div></main><footer></footer><script src="site.js"></script>
            """;

    /** The words of a column, from above. */
    private static final String COLUMN = "(at => [...document.querySelector('table').tBodies[0].rows]"
            + ".map(row => row.cells[at].textContent.trim()).join('\\n'))";

    private static final String PRESS_HEAD =
            "(at => document.querySelector('table').tHead.rows[0].cells[at].querySelector('button').click())";

    @TempDir
    Path temporary;

    private final BrowserSites sites;

    BrowserTablesTest(BrowserSites sites) {
        this.sites = sites;
    }

    @ParameterizedTest
    @CsvSource({
        "0, release",
        "1, column-2",
        "2, column-3",
        "3, column-4",
        "4, column-5",
        "5, column-6",
    })
    void everyColumnHasANameOfItsOwnInTheAddress(int column, String name) throws IOException {
        List<List<String>> rows = IntStream.range(0, 6)
                .mapToObj(row -> IntStream.range(0, 6)
                        .mapToObj(at -> String.valueOf((row + at) % 6))
                        .toList())
                .toList();
        String page = page("", List.of("Release-…", "release-…", "版本一", "版本二", "Sort", "Text"), rows);
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(page);
            tab.evaluate(PRESS_HEAD + "(" + column + ")");
            assertThat(column(tab, column)).containsExactly("0", "1", "2", "3", "4", "5");
            assertThat(tab.evaluate("location.hash").asString()).isEqualTo("#all.sort=" + name);
            tab.open("about:blank");
            tab.open(page + "#all.sort=-" + name);
            assertThat(column(tab, column)).containsExactly("5", "4", "3", "2", "1", "0");
            assertThat(tab.evaluate("document.querySelectorAll('[aria-sort]').length")
                            .asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                ":1.9.0|1.10.0|2 bags|10 Apr refund|Reschedule 3 Mar visit|–",
                ":Tue 9 Sep 2025|28 Feb 2026|Sat 1 Mar 2026|Mon 14 Apr 2026|never",
                ":14 Apr 2026 02\\41 UTC|14 Apr 2026 11\\02 UTC|1 May 2026 00\\00 UTC",
                "num:0/5|1/5|1/3|2/5|2/3|4/5|10/12|5/5|–",
                "num:0.4 s|9.5 s|59.9 s|1 min 0 s|1 min 5 s|9 min 59 s|10 min 0 s|–",
                "num:110 B|766 B|1 kB|12 kB|685 kB|1.2 MB|10 MB|–",
                "num:−0.3|−0.05, −0.1 to 0.2|0.1, 0 to 0.4|+0.2|∞|–",
                "num:< 0.001|0.04|1 in 3|1 in 20\u202f000",
                "num:9 Mar|28 Mar|1 Apr|12 Apr",
            })
    void aColumnIsInTheOrderOfWhatItSays(String kind, String ascending) throws IOException {
        List<String> expected = List.of(ascending.replace('\\', ':').split("\\|"));
        List<List<String>> rows = expected.stream()
                .sorted(Comparator.comparing(words -> new StringBuilder(words).reverse()))
                .map(List::of)
                .toList();
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(page(kind == null ? "" : kind, List.of("Words"), rows));
            tab.evaluate(PRESS_HEAD + "(0)");
            assertThat(column(tab, 0)).isEqualTo(expected);
        }
    }

    @Test
    void theSizesOfTheFilesAreInOrder() {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(sites.sample("data/index.html").address(Place.DISK));
            String at =
                    "[...document.querySelector('table').tHead.rows[0].cells].findIndex(th => th.textContent === 'Size')";
            tab.evaluate(PRESS_HEAD + "(" + at + ")");
            List<String> sizes =
                    tab.evaluate(COLUMN + "(" + at + ")").asString().lines().toList();
            assertThat(sizes).anyMatch(size -> size.endsWith(" B")).anyMatch(size -> size.endsWith(" kB"));
            assertThat(sizes.stream().filter(size -> !size.equals("–")).map(BrowserTablesTest::bytes))
                    .isSorted();
        }
    }

    @Test
    void whatHasNoOrderHasNoButton() throws IOException {
        try (Tab tab = sites.chromium().tab(Screen.DESK)) {
            tab.open(page("unsorted", List.of("Attempts"), List.of(List.of("not run"), List.of("✕"))));
            assertThat(tab.evaluate("document.querySelectorAll('button.sort').length")
                            .asInt())
                    .isZero();
            tab.open(sites.sample("flakiness.html").address(Place.DISK));
            assertThat(tab.evaluate("document.querySelectorAll('td.unsorted .squares').length")
                            .asInt())
                    .isPositive()
                    .isEqualTo(tab.evaluate("document.querySelectorAll('table .squares').length")
                            .asInt());
            assertThat(tab.evaluate("document.querySelectorAll('th.unsorted button').length")
                            .asInt())
                    .isZero();
        }
    }

    /** A page of one table, each column of which is of the kind. */
    private String page(String kind, List<String> heads, List<List<String>> rows) throws IOException {
        Files.copy(Path.of("assets/site.js"), temporary.resolve("site.js"));
        String head = heads.stream()
                .map(words -> "<th scope=\"col\" class=\"" + kind + "\">" + words + "</th>")
                .collect(Collectors.joining());
        String body = rows.stream()
                .map(row -> row.stream()
                        .map(words -> "<td>" + words.replace("<", "&lt;") + "</td>")
                        .collect(Collectors.joining("", "<tr>", "</tr>")))
                .collect(Collectors.joining());
        Path page = temporary.resolve("index.html");
        Files.writeString(page, PAGE.replace("HEAD", head).replace("BODY", body), UTF_8);
        return page.toUri().toString();
    }

    private static List<String> column(Tab tab, int at) {
        return Arrays.asList(tab.evaluate(COLUMN + "(" + at + ")").asString().split("\n"));
    }

    private static double bytes(String size) {
        double unit = size.endsWith("MB") ? 1e6 : size.endsWith("kB") ? 1e3 : 1;
        return Double.parseDouble(size.substring(0, size.indexOf(' '))) * unit;
    }
}
