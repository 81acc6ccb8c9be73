package dev.callsheet.site;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwinComparisonTest {

    private static final LocalDate NIGHT = LocalDate.of(2026, 4, 14);

    @RegisterExtension
    final Corpora corpora = new Corpora();

    private Pages pages;

    @BeforeEach
    void load() {
        pages = Pages.of(corpora.of(
                scenario("s").asserting("a", "Books").asserting("b", "Thanks"),
                run("bad")
                        .at("2026-04-14T01:00:00Z")
                        .failed()
                        .score("0.3")
                        .turns(14)
                        .lasting(25_900)
                        .tone(ToneDimension.OVERALL, "0.5")
                        .nodes("greeting", "find", "refund")
                        .check("a", FAILED, null)
                        .check("b", FAILED, null),
                run("good").at("2026-04-14T02:00:00Z").nodes("greeting", "find", "confirm")));
    }

    @Test
    void twoCallsStandSideBySide() {
        Section section = TwinComparison.of(context(), pages.scenario("s"), NIGHT, pages.run("bad"), pages.run("good"));
        assertThat(section.title()).isEqualTo("The worst run of tonight and its nearest pass");
        assertThat(section.note()).isEqualTo("same first 2 nodes, then refund against confirm");
        assertThat(Pages.texts(section.table()))
                .containsExactly(
                        List.of("Run", "14 Apr 2026 01:00 UTC", "14 Apr 2026 02:00 UTC"),
                        List.of("Result", "failed", "passed"),
                        List.of("Failed assertions", "Books; Thanks", "no result"),
                        List.of("Nodes", "the same first 2 › refund", "the same first 2 › confirm"),
                        List.of("Score", "0.300", "–"),
                        List.of("Turns", "14", "–"),
                        List.of("Duration", "25.9 s", "–"),
                        List.of("Tone", "0.500", "–"));
        assertThat(section.table().rows().get(0).get(2))
                .isEqualTo(context().cell(SitePaths.run("good"), "14 Apr 2026 02:00 UTC"));
    }

    @Test
    void aRunWithoutAPassStandsAlone() {
        Section section = TwinComparison.of(context(), pages.scenario("s"), NIGHT, pages.run("bad"), null);
        assertThat(section.title()).isEqualTo("The worst run of tonight");
        assertThat(section.note()).isEqualTo("no pass of this or an earlier night to set beside it");
        assertThat(Pages.heads(section.table())).containsExactly("Of the run", "Worst run");
        assertThat(Pages.texts(section.table())).contains(List.of("Nodes", "greeting › find › refund"));
    }

    private PageContext context() {
        return pages.at(SitePaths.scenario("s"));
    }
}
