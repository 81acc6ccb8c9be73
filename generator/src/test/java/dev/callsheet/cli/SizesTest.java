package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.site.SitePaths;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page may weigh (delivery.md 5.3 and check 26): nobody waits for a page, not even over a slow line. */
@ExtendWith(BuiltSites.Extension.class)
class SizesTest {

    private static final int STYLE = 20_000;
    private static final int SCRIPT = 15_000;
    private static final int CHART = 120_000;
    private static final int FIRST_PAGE = 150_000;
    private static final int RUN = 200_000;
    private static final int PAGE = 300_000;
    private static final int REQUESTS = 10;
    private static final int FIND_ENTRY = 100;

    private static SortedMap<String, byte[]> files;

    @BeforeAll
    static void read(BuiltSites sites) {
        files = new Site(sites.samples()).files();
    }

    @Test
    void aFileIsSmall() {
        files.forEach((path, content) -> assertThat(content.length).as(path).isLessThanOrEqualTo(budget(path)));
    }

    @Test
    void aPageAsksForFewFiles() {
        files.forEach((path, content) -> {
            if (path.endsWith(".html")) {
                Document page = Jsoup.parse(new String(content, StandardCharsets.UTF_8));
                Set<String> asked =
                        new TreeSet<>(page.select("link[rel=stylesheet]").eachAttr("href"));
                asked.addAll(page.select("[src]").eachAttr("src"));
                assertThat(asked.size() + 1).as(path).isLessThanOrEqualTo(REQUESTS);
            }
        });
    }

    @Test
    void thereIsOneStyleSheetAndOneScript() {
        assertThat(files.keySet()).filteredOn(path -> path.endsWith(".css")).hasSize(1);
        assertThat(files.keySet())
                .filteredOn(path -> path.endsWith(".js"))
                .hasSize(2)
                .contains(SitePaths.FIND.value()); // which the script loads when somebody jumps
    }

    /** So that there is nothing to turn off for readers who ask for less motion. */
    @Test
    void nothingMoves() {
        files.forEach((path, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            if (path.endsWith(".css")) {
                assertThat(text).doesNotContain("animation", "transition", "@keyframes", "scroll-behavior", "smooth");
            } else if (path.endsWith(".svg") || path.endsWith(".html")) {
                assertThat(text).as(path).doesNotContain("<animate", "<marquee", ".gif\"");
            }
        });
    }

    /** What a reader can jump to: it grows with the runs. */
    private static int entries() {
        String index = new String(files.get(SitePaths.FIND.value()), StandardCharsets.UTF_8);
        int entries = 0;
        for (JsonNode entry : JsonMapper.shared()
                .readTree(index.substring(index.indexOf('{')))
                .path("entries")) {
            entries += 1 + entry.path("runs").size();
        }
        return entries;
    }

    private static int budget(String path) {
        String kind = Objects.requireNonNull(path.replaceAll(".*\\.", ""));
        return switch (kind) {
            case "css" -> STYLE;
            case "js" -> path.equals(SitePaths.FIND.value()) ? FIND_ENTRY * entries() : SCRIPT;
            case "svg" -> CHART;
            case "html" -> path.equals("index.html") ? FIRST_PAGE : path.startsWith("runs/") ? RUN : PAGE;
            default -> Integer.MAX_VALUE; // data, which are for programs
        };
    }
}
