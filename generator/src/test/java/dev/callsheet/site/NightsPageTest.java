package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NightsPageTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void oneNightHasNoCourse() {
        NightsPage.View view = view(run("a").at("2026-04-14").score("0.9"));
        assertThat(view.headline()).isEqualTo("One night: Tue 14 Apr 2026.");
        assertThat(view.figures()).isEmpty();
    }

    @Test
    void rateScoreAndDurationStandSideBySide() {
        NightsPage.View view = view(
                run("a").at("2026-04-13").score("0.9"),
                run("b").at("2026-04-14").score("0.8"));
        assertThat(view.figures())
                .extracting(Figure::src)
                .containsExactly("../assets/trend.svg", "../assets/score.svg", null);
        assertThat(view.figures().get(2).finding())
                .isEqualTo("No chart: it needs two nights with a duration, 120 days apart at most.");
    }

    private NightsPage.View view(Given... records) {
        return (NightsPage.View)
                Plans.of(corpora.of(records)).page(SitePaths.NIGHTS).view();
    }
}
