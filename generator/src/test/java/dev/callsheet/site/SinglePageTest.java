package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The first page where it stands alone and the site's address is not known. */
class SinglePageTest {

    private static final Map<String, byte[]> CHARTS = Map.of("trend", "<svg/>".getBytes(StandardCharsets.UTF_8));

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void itLeadsNowhere() {
        SinglePage single = single(nights(), CHARTS);
        assertThat(single.whole()).isNull();
        assertThat(Views.parts(single.page()))
                .filteredOn(Link.class::isInstance)
                .isNotEmpty()
                .allSatisfy(link -> assertThat(((Link) link).href()).isNull());
        assertThat(single.page().frame().bar()).isEmpty();
        assertThat(single.page().frame().footer()).isEmpty();
        assertThat(single.page().frame().preview()).isNull();
    }

    @Test
    void whatOnlyLeadsOnIsLeftOutAndWhatSaysSomethingStays() {
        LatestPage.View view = view(single(nights(), CHARTS));
        assertThat(view.more()).isNull();
        assertThat(Pages.heads(view.worse().table())).doesNotContain("Look at").contains("Scenario", "Real?");
        assertThat(view.worse().more()).containsExactly(Link.plain("1 scenario in all"));
        assertThat(view.left()).allSatisfy(section -> assertThat(section.more()).isEmpty());
        assertThat(view.right())
                .allSatisfy(section -> assertThat(section.more()).isEmpty());
    }

    @Test
    void aStateWithoutItsRuleIsAState() {
        List<Cell> row = view(single(nights(), CHARTS)).worse().table().rows().get(0);
        assertThat(row.get(row.size() - 1)).isEqualTo(new Cell.State(Mark.FAIL, "real, tonight"));
    }

    @Test
    void itsNumbersAreThoseOfTheSite() {
        Corpus corpus = nights();
        LatestPage.View there =
                (LatestPage.View) Plans.of(corpus).page(SitePaths.LATEST).view();
        LatestPage.View here = view(single(corpus, CHARTS));
        assertThat(here.headline()).isEqualTo(there.headline());
        assertThat(here.lead()).isEqualTo(there.lead());
        assertThat(here.big()).isEqualTo(there.big());
        assertThat(figures(here)).isEqualTo(figures(there)).containsExactly(List.of("a", "20/20", "1/5"));
    }

    @Test
    void itsChartStandsInIt() {
        SinglePage single = single(nights(), CHARTS);
        assertThat(view(single).trend().src()).isEqualTo("data:image/svg+xml;base64,PHN2Zy8+");
        assertThat(single.contents())
                .isEqualTo(
                        "This file is the first page of the report of the night of Sun 5 Apr 2026, with its tables and"
                                + " charts. It holds no transcripts and no page of a scenario, run or night; those are in the"
                                + " full report, the site that this file came with.");
    }

    @Test
    void aChartThatCouldNotBeDrawnIsSaidToBeMissing() {
        SinglePage single = single(nights(), Map.of());
        assertThat(view(single).trend().src()).isNull();
        assertThat(view(single).trend().finding()).endsWith("No chart: there was no font to draw it with.");
        assertThat(single.contents()).contains("with its tables. It holds");
    }

    @Test
    void aFirstNightHasNoChart() {
        assertThat(single(corpora.of(run("r").at("2026-04-14")), Map.of()).contents())
                .startsWith(
                        "This file is the first page of the report of the night of Tue 14 Apr 2026, with its tables.");
    }

    @Test
    void withoutANightNoneIsNamed() {
        SinglePage single = single(corpora.of(set("s")), Map.of());
        assertThat(single.page().template()).isEqualTo("latest-without-night");
        assertThat(single.contents())
                .startsWith("This file is the first page of the report, with its tables. It holds");
        assertThat(Views.parts(single.page()))
                .filteredOn(Link.class::isInstance)
                .allSatisfy(link -> assertThat(((Link) link).href()).isNull());
    }

    private static List<List<String>> figures(LatestPage.View view) {
        return view.worse().table().rows().stream()
                .map(row -> row.stream().limit(3).map(Pages::text).toList())
                .toList();
    }

    private Corpus nights() {
        return corpora.of(new GivenSuite().runs("a", 4, "PPPPP").night("a", 5, "PFFFF"));
    }

    private static SinglePage single(Corpus corpus, Map<String, byte[]> charts) {
        return Plans.of(corpus).single(charts);
    }

    private static LatestPage.View view(SinglePage single) {
        return (LatestPage.View) single.page().view();
    }
}
