package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.set;
import static dev.callsheet.testing.GivenSet.figures;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SetPageTest {

    private static final String BEFORE = "2026-04-14T02:00:00Z";
    private static final String AFTER = "2026-04-14T03:00:00Z";
    private static final String WITHIN = "2026-04-14T02:30:00Z";

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void scoresOfLoadedRunsAreSpreadFromLowestToHighest() {
        List<String> row = row(
                set("s").from(BEFORE)
                        .until(AFTER)
                        .with(figures("a").counts(3, 2, 1).scores("0.8", "0.8", "0.1", "0.1", "0.9")),
                run("1").of("a").at(WITHIN).score("0.4").failed(),
                run("2").of("a").at(WITHIN).score("0.8"),
                run("3").of("a").at(WITHIN).score("0.9"));
        assertThat(row).contains("scores from 0.400 to 0.900, median 0.800, sd 0.265 by 3 runs");
    }

    @Test
    void withoutRunsTheApisSpreadStandsAndSaysSo() {
        List<String> row = row(set("s").from(BEFORE)
                .until(AFTER)
                .with(figures("a").counts(3, 2, 1).scores("0.7", "0.8", "0.1", "0.4", "0.9")));
        assertThat(row).contains("scores from 0.400 to 0.900, median 0.800, sd 0.100 by the API");
    }

    @Test
    void passHatNeedsThreeRuns() {
        Given set = set("s").from(BEFORE).until(AFTER).with(figures("a").counts(2, 2, 0));
        assertThat(heads(set)).contains("pass^3");
        assertThat(row(set, run("1").of("a").at(WITHIN), run("2").of("a").at(WITHIN))
                        .get(heads(set).indexOf("pass^3")))
                .isEqualTo("–");
    }

    private List<String> heads(Given... records) {
        return Pages.heads(scenarios(records));
    }

    private List<String> row(Given... records) {
        return Pages.texts(scenarios(records)).get(0);
    }

    private Table scenarios(Given... records) {
        SetPage.View view = (SetPage.View)
                Plans.of(corpora.of(records)).page(SitePaths.simulationSet("s")).view();
        return view.sections().get(0).table();
    }
}
