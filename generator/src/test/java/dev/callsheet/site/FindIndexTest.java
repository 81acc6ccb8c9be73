package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.FailureGroup;
import dev.callsheet.metrics.FailureGroup.Kind;
import dev.callsheet.metrics.NodeNumbers;
import dev.callsheet.metrics.PathwayNumbers;
import dev.callsheet.metrics.Rate;
import dev.callsheet.metrics.Tally;
import dev.callsheet.output.SafePath;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenHistory;
import dev.callsheet.testing.GivenNodes;
import dev.callsheet.testing.GivenRun;
import dev.callsheet.testing.Plans;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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
    void aNodeBeyondTheFirstPartLeadsToThePartThatHasIt() {
        NodeNumbers[] nodes = IntStream.rangeClosed(1, Parts.ROWS.most() + 1)
                .mapToObj(i -> GivenNodes.node("n" + i, 1, 1, 0, 0))
                .toArray(NodeNumbers[]::new);
        PathwayNumbers pathway =
                new PathwayNumbers("p", Tally.ZERO, Rate.of(0, 0), List.of("s"), GivenNodes.where(nodes), List.of());
        SitePlan plan = Plans.of(corpora.of(run("a").at("2026-04-13")), List.of(pathway), List.of(), List.of());
        SafePath first = SitePaths.pathway("p");
        SafePath second = Parts.path(first, 2);
        assertThat(plan.find().entries())
                .extracting(FindIndex.Entry::page)
                .contains(first + "#nodes.text=n300", second + "#nodes.text=n301")
                .doesNotContain(first + "#nodes.text=n301");
        Section there = ((RowsPage.View) plan.page(second).view()).rows();
        assertThat(there.id()).isEqualTo("nodes");
        assertThat(Pages.texts(there.table()))
                .singleElement()
                .satisfies(row -> assertThat(row).startsWith("n301"));
    }

    @Test
    void aFailureIsNamedAsOnItsPageAndNotByItsWholeText() {
        SitePlan plan = Plans.of(
                corpora.of(run("a").at("2026-04-13").errored()),
                List.of(),
                List.of(failure("said ".repeat(100)), failure("\u200b")),
                List.of());
        assertThat(plan.find().entries())
                .filteredOn(entry -> entry.kind().equals("failure"))
                .extracting(FindIndex.Entry::text)
                .containsExactly("said ".repeat(100).substring(0, 159) + "…", "a text without words");
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
    void ofVeryManyRunsOfOneMomentNoMoreAreListed() {
        List<GivenRun> runs = new ArrayList<>();
        for (int i = 0; i < FindIndex.MOST_RUNS + 5; i++) {
            runs.add(i < 3 ? run("r" + i) : run("r" + i).of("t" + i % 2).at("2026-04-14"));
        }
        FindIndex index = Plans.of(corpora.of(runs)).find();
        assertThat(index.runsLeftOut()).isEqualTo(5);
        assertThat(index.entries())
                .flatExtracting(FindIndex.Entry::runs)
                .hasSize(FindIndex.MOST_RUNS)
                .as("no more of those without a date, which are not known to be new")
                .noneMatch(run -> run.startsWith("r0-") || run.startsWith("r1-") || run.startsWith("r2-"));
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

    private static FailureGroup failure(String text) {
        LocalDate night = LocalDate.of(2026, 4, 13);
        return new FailureGroup(Kind.ERROR_MESSAGE, text, text, List.of(), List.of("s"), 0, 0, night, night);
    }
}
