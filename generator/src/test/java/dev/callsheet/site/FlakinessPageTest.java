package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FlakinessPageTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void withoutAResultThereIsNoPage() {
        assertThat(Plans.of(corpora.of(run("a").at("2026-04-14").errored())).paths())
                .doesNotContain(SitePaths.FLAKINESS);
    }

    @Test
    void theMostFailedRunsToExpectNextNightComeFirst() {
        FlakinessPage.View view = view(List.of(
                // one failure of two on one night
                run("a1").of("one a night").at("2026-04-14"),
                run("a2").of("one a night").at("2026-04-14").failed(),
                // two failures of four on one night
                run("b1").of("two a night").at("2026-04-14"),
                run("b2").of("two a night").at("2026-04-14").failed(),
                run("b3").of("two a night").at("2026-04-14").failed(),
                // two failures on four nights
                run("c1").of("rarely").at("2026-04-11").failed(),
                run("c2").of("rarely").at("2026-04-12"),
                run("c3").of("rarely").at("2026-04-13").failed(),
                run("c4").of("rarely").at("2026-04-14"),
                run("e").of("rarely").at("2026-04-10").errored()));
        assertThat(names(view.mixed())).containsExactly("two a night", "rarely", "one a night");
        assertThat(view.mixed().table().rows())
                .extracting(row -> row.get(6))
                .containsExactly(Cell.text("1.9"), Cell.text("0.5"), Cell.text("1.0"));
        assertThat(view.headline()).isEqualTo("2 scenarios are flaky; 1 more is mixed, which may be chance.");
        assertThat(view.lead()).hasSize(1);
    }

    @Test
    void whatFailsAlwaysIsNeitherFlakyNorReliable() {
        FlakinessPage.View view = view(List.of(
                run("a").of("broken").at("2026-04-13").failed(),
                run("b").of("broken").at("2026-04-14").failed()));
        assertThat(view.headline()).isEqualTo("No scenario is proven flaky.");
        assertThat(view.mixed().table().isEmpty()).isTrue();
        assertThat(view.others()).extracting(Section::id).containsExactly("failing");
        assertThat(names(view.others().get(0))).containsExactly("broken");
    }

    @Test
    void oneRunShowsNothingSteady() {
        FlakinessPage.View view = view(List.of(
                run("a").of("failed once").at("2026-04-14").failed(),
                run("b").of("passed once").at("2026-04-14"),
                run("e").of("passed once").at("2026-04-14").errored()));
        assertThat(view.headline()).isEqualTo("No scenario is proven flaky.");
        assertThat(view.others()).extracting(Section::id).containsExactly("once");
        assertThat(names(view.others().get(0))).containsExactly("failed once", "passed once");
    }

    @Test
    void passHatIsADashWhereTheRunsDoNotSuffice() {
        FlakinessPage.View view = view(List.of(
                run("a").at("2026-04-14"),
                run("b").at("2026-04-14"),
                run("c").at("2026-04-14").failed()));
        assertThat(view.mixed().table().rows().get(0)).endsWith(Cell.text("–"), Cell.text("1"), Cell.text("8"));
    }

    @Test
    void theCurveStandsBesideItsNumbers() {
        FlakinessPage.View view = view(
                List.of(run("a").at("2026-04-14"), run("b").at("2026-04-14").failed()));
        assertThat(view.curve().numbers().isEmpty()).isTrue();
        assertThat(view.curve().src()).isEqualTo("assets/pass-hat-k.svg");
        assertThat(view.numbers().table().rows())
                .extracting(row -> row.get(1))
                .containsExactly(Cell.text("50.0 %"), Cell.text("0.0 %"));
    }

    @Test
    void aLongRankingIsCut() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i <= Parts.ROWS.most(); i++) {
            runs.add(run("p" + i).of("s" + i).at("2026-04-14"));
            runs.add(run("f" + i).of("s" + i).at("2026-04-14").failed());
        }
        SitePlan plan = Plans.of(corpora.of(runs));
        Page second = plan.page(Parts.path(SitePaths.FLAKINESS, 2));
        assertThat(((RowsPage.View) second.view()).rows().table().rows()).hasSize(1);
        assertThat(second.frame().crumbs()).containsExactly(new Link("flakiness.html", "Flakiness", false));
    }

    private FlakinessPage.View view(List<Given> records) {
        return (FlakinessPage.View)
                Plans.of(corpora.of(records)).page(SitePaths.FLAKINESS).view();
    }

    private static List<String> names(Section section) {
        return section.table().rows().stream()
                .map(row -> ((Cell.Links) row.get(0)).links().get(0).text())
                .toList();
    }
}
