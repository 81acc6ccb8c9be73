package dev.callsheet.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.metrics.Analysis;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WindowWordsTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    private Analysis of(GivenSuite nights) {
        return Plans.analysis(corpora.of(nights));
    }

    @Test
    void fewerNightsThanFiguresLookBackOverAreNamed() {
        assertThat(WindowWords.nights(of(nights(20)))).isEqualTo("20 nights");
        assertThat(WindowWords.last(of(nights(20)))).isEqualTo("all 20 nights");
        assertThat(WindowWords.last(of(nights(2)))).isEqualTo("both nights");
        assertThat(WindowWords.counted(of(nights(1)))).isEqualTo("Counted over the one night there is.");
    }

    @Test
    void theLastOfManyNightsAreEachScenariosOwn() {
        Analysis analysis = of(nights(61));
        assertThat(WindowWords.nights(analysis)).isEqualTo("60 nights");
        assertThat(WindowWords.last(analysis)).isEqualTo("the last 60 nights with a result");
        assertThat(WindowWords.counted(analysis))
                .isEqualTo("Counted are each scenario's last 60 nights with a result.");
    }

    @Test
    void aScenarioHasItsOwnNights() {
        Analysis analysis = of(nights(61).night("b", 3, "P").night("b", 4, "EE").night("b", 9, "F"));
        ScenarioNumbers seldom = analysis.scenarios().stream()
                .filter(scenario -> scenario.id().equals("b"))
                .findFirst()
                .orElseThrow();
        assertThat(WindowWords.last(seldom, analysis.rules())).isEqualTo("all 3 nights");
    }

    private static GivenSuite nights(int nights) {
        return new GivenSuite().runs("a", nights, "PPPPF");
    }
}
