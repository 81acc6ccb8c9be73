package dev.callsheet.corpus;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionKey;
import dev.callsheet.model.AssertionResult.Verdict;
import dev.callsheet.model.Problem;
import dev.callsheet.model.RunList;
import dev.callsheet.model.RunOrigin;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.GivenBatch;
import dev.callsheet.testing.GivenScenario;
import dev.callsheet.testing.GivenSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Scenarios, batches, sets and lists: which document is kept, and what is said of the others. */
class DocumentsTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void anOlderScenarioIsDroppedInSilence() {
        GivenScenario older = scenario("s").named("Old").updated("2026-04-01T00:00:00Z");
        GivenScenario newer = scenario("s").named("New").updated("2026-04-02T00:00:00Z");
        for (Corpus corpus : List.of(corpora.of(older, newer), corpora.of(newer, older))) {
            assertThat(name(corpus)).isEqualTo("New");
            assertThat(corpus.problems()).isEmpty();
        }
    }

    @Test
    void aCompleteScenarioIsBetterThanALaterEntryOfAList() {
        Corpus corpus = corpora.of(
                scenario("s").named("Entry").fromList().updated("2026-04-02T00:00:00Z"),
                scenario("s").named("Whole").updated("2026-04-01T00:00:00Z"));
        assertThat(name(corpus)).isEqualTo("Whole");
        assertThat(corpus.problems()).isEmpty();
    }

    @Test
    void scenariosOfOneRankThatDifferContradictEachOtherOnce() {
        GivenScenario one = scenario("s").in("a.json").named("One");
        GivenScenario two = scenario("s").in("b.json").named("Two");
        Corpus corpus = corpora.of(one, two);
        assertThat(corpus.problems()).hasSize(1);
        Problem problem = corpus.problems().get(0);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(problem.recordId()).isEqualTo("s");
        assertThat(List.of(problem.place().file(), problem.expected()))
                .as("the other's place, then the kept one's")
                .isIn(
                        List.of("a.json", "the same scenario as in b.json"),
                        List.of("b.json", "the same scenario as in a.json"));
        assertThat(name(corpora.of(two, one))).isEqualTo(name(corpus));
    }

    @Test
    void theSameDocumentInTwoFilesIsNoContradiction() {
        Corpus corpus = corpora.of(
                scenario("s").in("b.json").named("One"),
                scenario("s").in("a.json").named("One"));
        assertThat(corpus.problems()).isEmpty();
        assertThat(Objects.requireNonNull(corpus.scenarios().get("s")).place().file())
                .isEqualTo("a.json");
    }

    @Test
    void aFinishedBatchReplacesAnUnfinishedOneInSilence() {
        GivenBatch running = batch("b").status("RUNNING").passing(1);
        GivenBatch finished = batch("b").status("FAILED").passing(2);
        for (Corpus corpus : List.of(corpora.of(running, finished), corpora.of(finished, running))) {
            assertThat(Objects.requireNonNull(corpus.batches().get("b")).passedScenarios())
                    .isEqualTo(2);
            assertThat(corpus.problems()).isEmpty();
        }
    }

    @Test
    void twoSnapshotsOfARunningBatchAreNoContradiction() {
        assertThat(corpora.of(
                                batch("b").status("RUNNING").passing(1),
                                batch("b").status("PENDING").passing(0),
                                batch("b").status(null))
                        .problems())
                .isEmpty();
    }

    @Test
    void finishedBatchesThatDifferContradictEachOther() {
        Corpus corpus = corpora.of(
                batch("b").in("a.json").passing(1), batch("b").in("b.json").passing(2));
        assertThat(corpus.problems())
                .extracting(problem -> problem.kind() + " " + problem.recordId())
                .containsExactly("CONFLICT b");
    }

    @Test
    void aBatchThatListsItsRunsIsBetterThanASummaryOfIt() {
        Corpus corpus = corpora.of(batch("b"), batch("b").listing("r1", "r2"));
        assertThat(Objects.requireNonNull(corpus.batches().get("b")).runIds()).containsExactly("r1", "r2");
        assertThat(corpus.problems()).isEmpty();
    }

    @Test
    void aSetWithStatisticsIsBetterAndOfTwoTheLaterCompleted() {
        GivenSet empty = set("x").from("2026-04-14T00:00:00Z").until("2026-04-14T03:00:00Z");
        GivenSet older = set("x").until("2026-04-14T01:00:00Z")
                .with(GivenSet.figures("s").counts(5, 4, 1));
        GivenSet newer = set("x").until("2026-04-14T02:00:00Z")
                .with(GivenSet.figures("s").counts(5, 3, 2));
        Corpus corpus = corpora.of(newer, empty, older);
        assertThat(corpus.simulationSets().get("x")).isEqualTo(newer.record());
        assertThat(corpus.problems()).isEmpty();
    }

    @Test
    void finishedSetsOfOneRankThatDifferContradictEachOther() {
        assertThat(corpora.of(
                                set("x").with(GivenSet.figures("s").counts(5, 4, 1)),
                                set("x").with(GivenSet.figures("s").counts(5, 3, 2)))
                        .problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.CONFLICT);
        assertThat(corpora.of(
                                set("x").status("RUNNING")
                                        .with(GivenSet.figures("s").counts(5, 4, 1)),
                                set("x").status("RUNNING")
                                        .with(GivenSet.figures("s").counts(5, 3, 2)))
                        .problems())
                .isEmpty();
    }

    @Test
    void aRenamedScenarioIsSaidOnceForEachOldName() {
        Corpus corpus = corpora.of(
                scenario("s").named("New"),
                run("r1").named("New").at("2026-04-10"),
                run("r2").named("Old").at("2026-04-11"),
                run("r3").named("Old").at("2026-04-12"),
                set("x").with(GivenSet.figures("s").named("Older")));
        assertThat(corpus.problems())
                .extracting(problem -> problem.place() + " " + problem.found())
                .containsExactly(
                        "r2.json#/scenario/name Old", "set-x.json#/statistics/per_scenario/s/scenario_name Older");
        assertThat(corpus.problems().get(0).expected()).isEqualTo("New as in scenario-s.json");
    }

    @Test
    void anAssertionIdUnderTwoTypesIsSaidOnce() {
        AssertionKey contains = new AssertionKey("a", "contains", null, null, null);
        AssertionKey equals = new AssertionKey("a", "variable_equals", null, null, null);
        AssertionKey untyped = new AssertionKey("a", null, null, null, null);
        Corpus corpus = corpora.of(
                run("r1").at("2026-04-10").check(contains, Verdict.PASSED),
                run("r2").at("2026-04-11").check(untyped, Verdict.PASSED).check(equals, Verdict.PASSED),
                run("r3").at("2026-04-12").check(equals, Verdict.PASSED));
        assertThat(corpus.problems()).hasSize(1);
        assertThat(corpus.problems().get(0).place()).hasToString("r2.json#/assertion_results/1/type");
        assertThat(corpus.problems().get(0).found()).isEqualTo("variable_equals");
    }

    @Test
    void aListThatIsShorterThanItsTotalIsIncomplete() {
        Corpus corpus = corpora.of(
                list("page1.json", 2, 5),
                listed("r1"),
                listed("r2"),
                list("page2.json", 2, 5),
                listed("r2"), // pages overlap when runs are created between two requests
                listed("r3"));
        assertThat(corpus.problems()).hasSize(1);
        Problem problem = corpus.problems().get(0);
        assertThat(problem.kind()).isEqualTo(Problem.Kind.INCOMPLETE);
        assertThat(problem.place()).hasToString("page1.json#/total_count");
        assertThat(problem.expected()).startsWith("5 runs");
        assertThat(problem.found()).startsWith("3 runs");
    }

    @Test
    void pagesThatTogetherReachTheTotalAreComplete() {
        assertThat(corpora.of(
                                list("page1.json", 1, 2),
                                listed("r1"),
                                list("page2.json", 1, 2),
                                listed("r2"),
                                list("page3.json", 0, null))
                        .problems())
                .isEmpty();
    }

    @Test
    void anEntryThatCouldNotBeUsedIsNotMissingFromTheList() {
        assertThat(corpora.of(list("page.json", 2, 2), listed("r1")).problems()).isEmpty();
        assertThat(corpora.of(list("page.json", 2, 3), listed("r1")).problems())
                .extracting(Problem::found)
                .containsExactly("2 runs in all saved pages together");
    }

    @Test
    void problemsOfLoadingAreKeptInTheOrderOfThePage() {
        Problem second = problem("b.json");
        Problem first = problem("a.json");
        assertThat(corpora.of((Given) sink -> sink.problem(second), sink -> sink.problem(first))
                        .problems())
                .containsExactly(first, second);
    }

    @Test
    void nothingAtAllIsEmptyAndAnyDocumentIsNot() {
        assertThat(corpora.of().isEmpty()).isTrue();
        assertThat(Stream.of(run("r"), scenario("s"), batch("b"), set("x")))
                .allSatisfy(given -> assertThat(corpora.of(given).isEmpty()).isFalse());
    }

    private static @Nullable String name(Corpus corpus) {
        return Objects.requireNonNull(corpus.scenarios().get("s")).name();
    }

    private static Given list(String file, int entries, @Nullable Integer total) {
        return sink -> sink.runList(new RunList(Given.place(file), entries, total));
    }

    private static Given listed(String id) {
        return run(id).from(RunOrigin.LIST);
    }

    private static Problem problem(String file) {
        return new Problem(
                Problem.Kind.SYNTAX, Problem.Severity.ERROR, Given.place(file), null, "JSON", "something else", "");
    }
}
