package dev.callsheet.cli;

import static dev.callsheet.cli.LongCalls.call;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A failed call beside one that passed, on pages that stay light however long the calls are. */
class LongCallTest {

    private static final int PAGE_BUDGET = 200_000;
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script><!--<script>",
            "\u202egnp.exe\u202c",
            "half \ud800 a character",
            "[[${7*7}]]",
            "مرحبا، كيف يمكنني مساعدتك؟",
            "x".repeat(2000));

    @TempDir
    Path temporary;

    @Test
    void twoHundredLongTurnsAreReadOnLightPages() {
        IntFunction<String> said = i -> "turn " + i + " of the call, said at great length. ".repeat(35);
        Site site = built(call("bad", "FAILED", 200, said), call("good", "PASSED", 180, i -> "Other " + said.apply(i)));
        List<String> pages = pages(site, "runs/bad");
        assertThat(pages).hasSize(3);
        assertThat(site.files())
                .allSatisfy(
                        (path, content) -> assertThat(content.length).as(path).isLessThan(PAGE_BUDGET));
        for (int turn = 1; turn <= 200; turn++) {
            String id = "#turn-" + turn;
            assertThat(pages.stream().filter(page -> site.page(page).selectFirst(id) != null))
                    .as(id)
                    .hasSize(1);
        }
        assertThat(site.page(pages.get(2)).select("h1").text()).isEqualTo("Turns 161 to 200 of 200 of a failed call.");
        assertThat(Links.dead(site)).isEmpty();
    }

    @Test
    void theFirstDifferenceIsNamedLinkedAndMarked() {
        Site site = built(
                call("bad", "FAILED", 6, i -> i == 4 ? "We are closed." : "turn " + i),
                call("good", "PASSED", 6, i -> "Turn " + i + "!"));
        Document page = site.page(pages(site, "runs/bad").get(0));
        assertThat(page.select(".lead").text())
                .isEqualTo("The first 3 turns are as in the nearest pass; turn 4 is the first said otherwise."
                        + " All turns after the first difference are the same again.");
        Element turn =
                Objects.requireNonNull(page.selectFirst(page.select(".lead a").attr("href")));
        assertThat(turn.select(".words").text()).isEqualTo("We are closed.");
        assertThat(turn.select(".pass").text()).isEqualTo("otherwise in the nearest pass, turn 4 Turn 4!");
        assertThat(page.select(".row-same")).hasSize(5);
        assertThat(page.select(".row-same .said"))
                .as("what is the same is not said twice")
                .hasSize(5);
    }

    @Test
    void hostileTurnsOfEitherCallStayText() {
        Site site = built(
                call("bad", "FAILED", HOSTILE.size(), i -> HOSTILE.get(i - 1)),
                call("good", "PASSED", HOSTILE.size(), i -> "Not " + HOSTILE.get(HOSTILE.size() - i)));
        Document page = site.page(pages(site, "runs/bad").get(0));
        assertThat(page.select(".turn")).hasSize(HOSTILE.size());
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select(".words .said").eachText()).contains("<script>alert(1)</script><!--<script>");
        assertThat(page.select(".pass .said").eachText())
                .contains("Not [[${7*7}]]", "Not <script>alert(1)</script><!--<script>");
        assertThat(page.select(".pass .said > bdi, .words .said > bdi"))
                .hasSize(page.select(".said").size());
    }

    @Test
    void withoutTranscriptsNothingIsCompared() {
        Site site = built(call("bad", "FAILED", 0, i -> "Hello"), call("good", "PASSED", 100, i -> "Goodbye"));
        Document page = site.page(pages(site, "runs/bad").get(0));
        assertThat(page.select(".turn, .lead, .pass")).isEmpty();
        assertThat(page.select(".call").text()).isEqualTo("Transcript No transcript was loaded.");
    }

    private Site built(ObjectNode... runs) {
        return new Site(Program.build(temporary.resolve("site"), runs));
    }

    private static List<String> pages(Site site, String start) {
        return site.files().keySet().stream()
                .filter(path -> path.startsWith(start))
                .sorted(Comparator.comparing(String::length))
                .toList();
    }
}
