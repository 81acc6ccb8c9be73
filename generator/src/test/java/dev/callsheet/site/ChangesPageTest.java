package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.Analyst;
import dev.callsheet.metrics.NightCalendar;
import dev.callsheet.metrics.Rules;
import dev.callsheet.render.html.PageRenderer;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ChangesPageTest {

    private static final String GOOD = "PPPPP";
    private static final String BAD = "FFFFF";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void withoutAnyResultThereIsNoPage() {
        assertThat(Plans.of(corpora.of(new GivenSuite().night("a", 1, "EE"))).paths())
                .doesNotContain(SitePaths.CHANGES);
    }

    @Test
    void onAFirstNightThePageIsOneSentence() {
        Document page = page(new GivenSuite().night("a", 1, GOOD));
        assertThat(page.expectFirst("main").text()).isEqualTo("There is no earlier night to compare with.");
        assertThat(page.select("nav.bar a[aria-current]").text()).isEqualTo("Changes");
    }

    @Test
    void aNightOfErrorsCannotBeCompared() {
        assertThat(page(new GivenSuite().night("a", 1, GOOD).night("a", 2, "EE"))
                        .expectFirst("h1")
                        .text())
                .isEqualTo("Tonight cannot be judged: 2 of 2 runs errored.");
    }

    @Test
    void aRealFallStandsWithTheCountsOfTheTwoNights() {
        Document page = page(new GivenSuite().runs("a", 8, GOOD).night("a", 9, BAD));
        assertThat(page.expectFirst("h1").text())
                .isEqualTo("Since Wed 8 Apr 2026 1 scenario got worse and none got better.");
        assertThat(page.expectFirst("#changed tbody tr").children().eachText())
                .containsExactly("a", "5/5", "0/5", "−100.0", "0.0079", "real, tonight");
        assertThat(page.expectFirst("#changed thead").text()).contains("8 Apr Tonight Change");
        assertThat(page.expectFirst("#changed td svg").attr("aria-label"))
                .isEqualTo("−100.0 points, 95 % interval −100.0 to −38.6");
        assertThat(page.expectFirst("#changed td a.state").attr("href")).endsWith("method.html#rule-3-3");
    }

    @Test
    void withoutARealChangeTheListOfFactsSaysWhatItIsWorth() {
        Document page = page(new GivenSuite().runs("a", 8, GOOD).night("a", 9, "PPPPF"));
        assertThat(page.expectFirst("h1").text()).isEqualTo("No real change since 8 Apr.");
        assertThat(page.expectFirst("#changed").text()).contains("Nothing that chance would not explain.");
        assertThat(page.select("#changed table")).isEmpty();
        assertThat(page.expectFirst("#facts tbody tr").children().eachText())
                .startsWith("a", "newly failing", "5/5", "4/5", "−20.0");
        assertThat(page.expectFirst("#facts + p").text())
                .startsWith("These are facts, not findings:")
                .contains("2.8 as newly failing every night");
    }

    @Test
    void whereNothingFailedNoListAndNoWarningAboutItIsShown() {
        Document page = page(new GivenSuite().runs("a", 2, GOOD));
        assertThat(page.select("#facts table, #facts + p")).isEmpty();
        assertThat(page.select("#once, #earlier")).isEmpty();
    }

    @Test
    void aFallOfEarlierThatIsStillNewsStandsApart() {
        GivenSuite nights = new GivenSuite().runs("a", 8, GOOD);
        for (int night = 9; night <= 11; night++) {
            nights.night("a", night, BAD);
        }
        Document page = page(nights);
        assertThat(page.expectFirst("h1").text()).isEqualTo("No real change since 10 Apr.");
        assertThat(page.expectFirst("#earlier tbody tr").children().eachText())
                .containsExactly("a", "40/40", "0/15", "got worse since 9 Apr");
    }

    @Test
    void scenariosOfOneNightAreNamedWithTheirReason() {
        Document page = page(new GivenSuite()
                .runs("a", 2, GOOD)
                .night("off", 1, GOOD)
                .night("away", 1, GOOD)
                .night("new", 2, "PF")
                .and(scenario("off").disabled()));
        assertThat(page.select("#once tbody tr").eachText())
                .containsExactly("new new – 1/2", "off no longer tested 5/5 – switched off", "away not run 5/5 –");
        assertThat(page.expectFirst(".verdict p").text())
                .isEqualTo("Of the scenarios that ran on one of the two nights only, 1 is new, 1 is no longer tested,"
                        + " 1 has no result tonight.");
    }

    @Test
    void howSureOneCanBeIsSaidOfOneScenarioAndOfAll() {
        assertThat(page(new GivenSuite()
                                .runs("a", 2, GOOD)
                                .runs("b", 2, GOOD)
                                .night("c", 1, GOOD)
                                .night("c", 2, "PPPPF"))
                        .expectFirst("#sure p")
                        .text())
                .isEqualTo("A typical scenario, 5/5 before and 5 runs now, must fall by 100 points for these two nights"
                        + " alone to prove it. Over the 3 scenarios on both sides the pass rate changed by −6.7 points on"
                        + " average, 95 % interval −35.4 to +22.0; chance alone could explain that, p = 1.0. This comparison"
                        + " could have seen a change of 36 points of that average.");
        assertThat(page(new GivenSuite().runs("a", 2, "PPP"))
                        .expectFirst("#sure p")
                        .text())
                .isEqualTo("For no scenario could a fall be proven by these two nights alone, however deep.");
    }

    @Test
    void ofFewScenariosNoMoreIsSaidThanTheyCanShow() {
        assertThat(page(new GivenSuite().runs("a", 2, "PPP").runs("b", 2, "PPP"))
                        .expectFirst("#sure p")
                        .text())
                .endsWith("however deep. None of the 2 scenarios on both sides has another pass rate.");
        assertThat(page(new GivenSuite().runs("a", 2, "P").night("b", 1, "P").night("b", 2, "F"))
                        .expectFirst("#sure p")
                        .text())
                .contains("−50.0 points on average, 95 % interval as wide as can be;")
                .endsWith("No change of that average, however large, could have been seen.");
    }

    @Test
    void aBaselineWithoutAResultIsReplacedAndThatIsSaid() {
        GivenSuite nights = new GivenSuite().runs("a", 5, GOOD);
        for (int night = 10; night <= 20; night++) {
            nights.night("a", night, BAD);
        }
        Document page = page(List.of(nights), LocalDate.of(2026, 4, 7));
        assertThat(page.select(".verdict p").eachText())
                .containsExactly(
                        "Tue 7 Apr 2026 has no result; the nearest earlier night that has one is the baseline: Sun 5"
                                + " Apr 2026.",
                        "Against the baseline, 5 Apr, 1 scenario is worse and none better.");
        assertThat(page.expectFirst("#baseline tbody tr").children().eachText())
                .startsWith("a", "5/5", "0/5")
                .endsWith("real, since 10 Apr");
        assertThat(page.expectFirst("#baseline h2").text()).startsWith("Since the baseline, Sun 5 Apr 2026");
    }

    @Test
    void aBaselineBeforeAllNightsIsNone() {
        Document page = page(List.of(new GivenSuite().runs("a", 3, GOOD)), LocalDate.of(2026, 3, 1));
        assertThat(page.expectFirst(".verdict p").text())
                .startsWith("There is no baseline: no night up to Sun 1 Mar 2026");
        assertThat(page.select("#baseline")).isEmpty();
    }

    @Test
    void versionsAreComparedAndNamedAsALikelyCause() {
        List<Given> records = new ArrayList<>();
        for (int night = 1; night <= 16; night++) {
            for (int i = 0; i < 5; i++) {
                var run = run(night + "-" + i)
                        .version(night < 10 ? "42" : "<43>")
                        .at(LocalDate.of(2026, 4, night).toString());
                records.add(night < 10 ? run : run.failed());
            }
        }
        Document page = page(records, null);
        assertThat(page.expectFirst(".verdict p").text())
                .isEqualTo("Version <43> against 42: 1 scenario really worse, 0 better, of 1 compared.");
        assertThat(page.expectFirst("#versions-1 tbody tr").children().eachText())
                .containsExactly(
                        "s",
                        "45/45",
                        "0/35",
                        "−100.0",
                        "< 0.0001",
                        "real, worse",
                        "10 Apr, with the version: a likely cause");
        assertThat(page.expectFirst("#versions-1 td a.state").attr("href")).endsWith("method.html#rule-2-6");
        assertThat(page.text()).doesNotContain("proves that");
    }

    @Test
    void everyIdOfThePageIsUnique() {
        List<Given> records = new ArrayList<>();
        for (String pathway : List.of("p", "q")) {
            for (int night = 1; night <= 3; night++) {
                records.add(run(pathway + night)
                        .of(pathway)
                        .pathway(pathway)
                        .version("v" + night)
                        .at("2026-04-0" + night));
            }
        }
        List<String> ids =
                page(records, LocalDate.of(2026, 4, 1)).select("[id]").eachAttr("id");
        assertThat(ids).contains("versions-1", "versions-2", "baseline").doesNotHaveDuplicates();
    }

    private Document page(GivenSuite nights) {
        return page(List.of(nights), null);
    }

    private Document page(List<? extends Given> records, @Nullable LocalDate baseline) {
        var corpus = corpora.of(records);
        SitePlan plan = Plans.of(
                corpus,
                Analyst.analyse(
                        corpus,
                        new NightCalendar(ZoneOffset.UTC, LocalTime.MIDNIGHT),
                        Instant.parse("2026-12-31T06:00:00Z"),
                        Rules.DEFAULT,
                        baseline));
        return Jsoup.parse(new String(new PageRenderer().render(plan.page(SitePaths.CHANGES)), StandardCharsets.UTF_8));
    }
}
