package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenHistory;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.Plans;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FindIndexTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void itLeadsOnlyToPagesThatExist() {
        Corpus corpus = corpora.of(
                run("a").of("s")
                        .at("2026-04-13")
                        .batch("batch")
                        .nodes("greeting", "pay & go")
                        .pathway("p"),
                run("b").of("s").at("2026-04-14").failed().nodes("greeting").pathway("p"));
        SitePlan plan = Plans.of(corpus);
        assertThat(plan.find().entries())
                .extracting(entry -> entry.page().replaceFirst("#.*", ""))
                .isSubsetOf(plan.paths().stream().map(Object::toString).toList());
        assertThat(plan.find().entries())
                .extracting(FindIndex.Entry::kind)
                .contains("page", "scenarios", "scenario", "pathway", "node", "night", "batch");
    }

    @Test
    void aNodeLeadsToItsRowOfThePathway() {
        SitePlan plan = Plans.of(corpora.of(
                run("a").at("2026-04-13").nodes("pay & go").pathway("p"),
                run("b").at("2026-04-14").failed().nodes("greeting").pathway("p")));
        assertThat(plan.find().entries())
                .extracting(FindIndex.Entry::page)
                .contains(SitePaths.pathway("p").value() + "#nodes.text=pay%20%26%20go");
    }

    @Test
    void runsStandUnderTheirScenarioNewestFirst() {
        SitePlan plan = Plans.of(corpora.of(
                run("0b6c7f0e-0000-4000-8000-000000000001").of("s").at("2026-04-13"),
                run("A").of("s").at("2026-04-14").failed()));
        FindIndex.Entry scenario = plan.find().entries().stream()
                .filter(entry -> entry.kind().equals("scenario"))
                .findFirst()
                .orElseThrow();
        assertThat(scenario.runs()).hasSize(2);
        assertThat(scenario.runs().get(0))
                .startsWith("a-")
                .contains(" failed, 14 Apr 2026")
                .endsWith(", A");
        assertThat(scenario.runs().get(1))
                .startsWith("0b6c7f0e-0000-4000-8000-000000000001 passed, 13 Apr 2026")
                .endsWith("UTC");
    }

    @Test
    void aRunWithoutAPageIsNotFound() {
        Corpus corpus =
                corpora.of(run("a").of("s").at("2026-04-13"), run("b").of("s").at("2026-04-14"));
        SitePlan plan = Plans.of(corpus, new GivenHistory(), run -> run.id().equals("b"));
        assertThat(plan.find().entries())
                .flatExtracting(FindIndex.Entry::runs)
                .singleElement()
                .asString()
                .startsWith("b-");
    }

    @Test
    void ofVeryManyRunsTheOldestAreLeftOutAndCounted() {
        List<GivenRun> runs = new ArrayList<>();
        for (int i = 0; i < FindIndex.MOST_RUNS + 5; i++) {
            runs.add(run("r" + i).of("s").at(i < 5 ? "2026-04-13" : "2026-04-14"));
        }
        FindIndex index = Plans.of(corpora.of(runs)).find();
        assertThat(index.runsLeftOut()).isEqualTo(5);
        assertThat(index.entries())
                .flatExtracting(FindIndex.Entry::runs)
                .hasSize(FindIndex.MOST_RUNS)
                .noneMatch(run -> run.contains("13 Apr"));
    }
}
