package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NightsPageTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void oneNightHasNoCourse() {
        NightsPage.View view = view(run("a").at("2026-04-14").score("0.9"));
        assertThat(view.headline()).isEqualTo("One night so far: a change takes two.");
        assertThat(view.lead()).containsExactly("Tue 14 Apr 2026.");
        assertThat(view.figures()).isEmpty();
    }

    @Test
    void itOpensWithTheTrueChangesAndTheExtremes() {
        NightsPage.View view = view(new GivenSuite()
                .runs("steady", 8, "PPPPP")
                .runs("worse", 7, "PPPPP")
                .night("worse", 8, "FFFFF"));
        assertThat(view.headline()).isEqualTo("Over 8 nights 1 proven change for the worse, 0 for the better.");
        assertThat(view.lead())
                .singleElement()
                .asString()
                .endsWith(
                        "The pass rate was 50.0 % (5/10) on 8 Apr at its lowest, 100.0 % (10/10) on 7 Apr at its highest.");
        assertThat(view(run("a").at("2026-04-13"), run("b").at("2026-04-14").failed())
                        .headline())
                .isEqualTo("Over 2 nights no change of a scenario is proven.");
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
