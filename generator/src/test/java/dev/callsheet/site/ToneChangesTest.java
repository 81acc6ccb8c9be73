package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A change of tone, away from the page of tone. */
class ToneChangesTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aChangeIsMarkedInItsChartAndSaidInItsFinding() {
        Corpus corpus = corpora.of(fallen("0.6"));
        ChartSpec chart = Charts.tone(Plans.analysis(corpus), ToneDimension.EMPATHY);
        assertThat(chart).isNotNull();
        assertThat(chart.changes()).containsExactly(new ChartSpec.Change(20, true));
        assertThat(chart.finding()).endsWith(" Its level: lower since 21 Mar, firm.");
    }

    @Test
    void aChangeOfOneScenarioStandsOnItsPage() {
        SitePlan plan = Plans.of(corpora.of(fallen("0.6")));
        ScenarioPage.View view =
                (ScenarioPage.View) plan.page(SitePaths.scenario("s")).view();
        Section tone = view.pairs().stream()
                .flatMap(List::stream)
                .filter(section -> section.id().equals("tone"))
                .findFirst()
                .orElseThrow();
        assertThat(row(tone, "Empathy")).contains("−0.300, lower since 21 Mar, firm");
        assertThat(row(tone, "Conciseness")).contains("");
    }

    /** Thirty nights, the last ten of them at another level of empathy. */
    static Given[] fallen(String now) {
        Given[] runs = new Given[30];
        for (int night = 0; night < runs.length; night++) {
            String level = night < 20 ? "0.9" : now;
            runs[night] = run("r" + night)
                    .at(LocalDate.parse("2026-03-01").plusDays(night).toString())
                    .tone(ToneDimension.EMPATHY, level + (night % 2 == 0 ? "1" : "0"));
        }
        return runs;
    }

    /** The texts of the row of that name. */
    static List<String> row(Section section, String name) {
        return section.table().rows().stream()
                .filter(row -> row.get(0).equals(Cell.text(name)))
                .flatMap(List::stream)
                .filter(Cell.Text.class::isInstance)
                .map(cell -> ((Cell.Text) cell).text())
                .toList();
    }
}
