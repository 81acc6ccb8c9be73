package dev.callsheet.site;

import static dev.callsheet.model.AssertionResult.Verdict.FAILED;
import static dev.callsheet.model.AssertionResult.Verdict.PASSED;
import static dev.callsheet.model.AssertionResult.Verdict.UNKNOWN;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.AssertionDefinition;
import dev.callsheet.model.ToneDimension;
import dev.callsheet.model.Variable;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScenarioPageTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void tonightsAttemptsAreSquares() {
        ScenarioPage.View view = view(
                run("1").at("2026-04-13"),
                run("2").at("2026-04-14T01:00:00Z"),
                run("3").at("2026-04-14T02:00:00Z").failed(),
                run("4").at("2026-04-14T03:00:00Z").errored());
        assertThat(view.tonight()).isNotNull().extracting(Pages::text).isEqualTo("pfe");
        assertThat(view(run("1").at("2026-04-13"), run("2").of("t").at("2026-04-14"))
                        .tonight())
                .isNull();
    }

    @Test
    void aNightOfCountlessAttemptsShowsTheFirstAndLeadsToTheOthers() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i < 75; i++) {
            runs.add(run("r" + i).at("2026-04-14"));
        }
        ScenarioPage.View view = view(runs.toArray(Given[]::new));
        Cell.Squares squares =
                (Cell.Squares) view.nights().table().rows().get(0).get(1);
        assertThat(squares.squares()).hasSize(60);
        assertThat(squares.more()).isEqualTo(new Link("#runs", "+15 more", false));
        assertThat(view.runs().id()).isEqualTo("runs");
    }

    @Test
    void versionsAreShownWhereARunNamesOne() {
        ScenarioPage.View view = view(
                run("1").at("2026-04-13"),
                run("2").at("2026-04-14T01:00:00Z").version("18"),
                run("3").at("2026-04-14T02:00:00Z").version("19"),
                run("4").at("2026-04-14T03:00:00Z").version("18"));
        assertThat(Pages.heads(view.nights().table())).contains("Version");
        assertThat(Pages.texts(view.nights().table()))
                .extracting(row -> row.get(4))
                .containsExactly("18, 19", "");
        assertThat(Pages.heads(view(run("1").at("2026-04-13")).nights().table()))
                .doesNotContain("Version");
    }

    @Test
    void whatABatchOfErrorsBroughtIsSaidNotToBeJudged() {
        List<Given> runs = new ArrayList<>();
        runs.add(run("1").at("2026-04-13"));
        runs.add(run("2").at("2026-04-14").batch("bad").failed());
        for (int i = 0; i < 4; i++) {
            runs.add(run("e" + i).at("2026-04-14").batch("bad").errored());
        }
        assertThat(Pages.texts(view(runs.toArray(Given[]::new)).nights().table()))
                .extracting(row -> row.get(4))
                .containsExactly("4 errors; 1 result not judged, of a batch of errors", "");
    }

    @Test
    void nightsBeyondTheSixtiethAreInTheFile() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            runs.add(run("r" + i).at(LocalDate.of(2026, 2, 1).plusDays(i).toString()));
        }
        Section nights = view(runs.toArray(Given[]::new)).nights();
        assertThat(nights.table().rows()).hasSize(60);
        assertThat(nights.note()).endsWith("the first 60 of 61, all are in data/runs.csv");
    }

    @Test
    void runsWithoutADateComeLast() {
        ScenarioPage.View view = view(run("1").at("2026-04-13"), run("2").at("2026-04-14"), run("3"));
        assertThat(Pages.texts(view.runs().table()))
                .extracting(row -> row.get(0))
                .containsExactly("14 Apr 2026 00:00 UTC", "13 Apr 2026 00:00 UTC", "no date");
    }

    @Test
    void assertionsComeWithTheirShareAndThoseWithoutAResultAreNamed() {
        ScenarioPage.View view = view(
                scenario("s")
                        .asserting("a", "Books", "1.50")
                        .asserting("b", "Thanks")
                        .asserting("c", "Unclear"),
                run("1").at("2026-04-14").check("a", PASSED, null).check("c", UNKNOWN, null),
                run("2").at("2026-04-14").failed().check("a", FAILED, null).check("x", PASSED, null));
        assertThat(Pages.texts(section(view, "assertions").table()))
                .containsExactly(
                        List.of(
                                "Books",
                                "1/2",
                                "50.0 %",
                                "1 of 2, 95 % interval 9.5 to 90.5 %",
                                "2.5 %",
                                "1",
                                "1.5, required",
                                ""),
                        List.of(
                                "contains",
                                "0/1",
                                "0.0 %",
                                "0 of 1, 95 % interval 0.0 to 79.3 %",
                                "0.0 %",
                                "0",
                                "",
                                ""),
                        List.of(
                                "Unclear",
                                "–",
                                "–",
                                "no result",
                                "–",
                                "–",
                                "1, required",
                                "never a verdict in 1 result"),
                        List.of("Thanks", "–", "–", "no result", "–", "–", "1, required", "no result loaded"));
    }

    @Test
    void assertionsThatNeverFailedInManyEvaluationsStandApart() {
        List<Given> runs = new ArrayList<>();
        for (int i = 0; i < 59; i++) {
            runs.add(run("r" + i).at("2026-04-14").check("a", PASSED, null));
        }
        ScenarioPage.View view = view(runs.toArray(Given[]::new));
        assertThat(Pages.texts(section(view, "never-failed").table())).containsExactly(List.of("contains", "59"));
        assertThat(section(view, "assertions").table().isEmpty()).isTrue();
        assertThat(section(view, "assertions").otherwise())
                .isEqualTo("No assertion failed, and each was evaluated often.");
    }

    @Test
    void nothingIsCalledWithoutResultWhereNoResultWasLoadedAtAll() {
        ScenarioPage.View view = view(scenario("s").asserting("a", "Books"), run("1").at("2026-04-14"));
        assertThat(section(view, "assertions").table().isEmpty()).isTrue();
    }

    @Test
    void theWorstRunOfTheNewestNightWithAFailureIsShown() {
        ScenarioPage.View view = view(
                run("1").at("2026-04-12").failed(),
                run("2").at("2026-04-13T01:00:00Z").failed().score("0.4"),
                run("3").at("2026-04-13T02:00:00Z").failed().score("0.3"),
                run("4").at("2026-04-14"));
        Section twin = section(view, "twin");
        assertThat(twin.title()).startsWith("The worst run of Mon 13 Apr 2026");
        assertThat(Pages.texts(twin.table()).get(0)).startsWith("Run", "13 Apr 2026 02:00 UTC");
    }

    @Test
    void withoutAFailureThereIsNothingToCompare() {
        assertThat(view(run("1").at("2026-04-14")).pairs())
                .flatMap(pair -> pair)
                .extracting(Section::id)
                .doesNotContain("twin", "variables");
    }

    @Test
    void variablesAreCountedOverTheRuns() {
        ScenarioPage.View view = view(run("1").at("2026-04-14").variable("day", "Tuesday"));
        assertThat(Pages.texts(section(view, "variables").table()))
                .containsExactly(
                        List.of("day", "1/1", "–", "not comparable", "1.0", "0", "0", "0", "1", "“Tuesday” in 1"));
    }

    @Test
    void toneComesWithItsSpreadAndItsCourse() {
        ScenarioPage.View view = view(
                run("1").at("2026-04-13").tone(ToneDimension.EMPATHY, "0.5"),
                run("2").at("2026-04-14T01:00:00Z").tone(ToneDimension.EMPATHY, "0.7"),
                run("3").at("2026-04-14T02:00:00Z").tone(ToneDimension.EMPATHY, "0.9"),
                run("4").at("2026-04-14T03:00:00Z").errored().tone(ToneDimension.EMPATHY, "0"));
        Section tone = section(view, "tone");
        assertThat(Pages.heads(tone.table())).containsSequence("Mean", "sd").endsWith("Night by night");
        assertThat(Pages.texts(tone.table()).get(2))
                .startsWith("Empathy", "0.700", "0.200")
                .last()
                .asString()
                .contains("2 nights")
                .contains("0.800");
    }

    @Test
    void aScenarioWithoutToneSaysSo() {
        assertThat(section(view(run("1").at("2026-04-14")), "tone").table().isEmpty())
                .isTrue();
    }

    @Test
    void theDefinitionListsItsAssertionsWithTheirSettings() {
        ScenarioDefinition definition = view(scenario("s")
                        .mostTurns(20)
                        .asserting(new AssertionDefinition(
                                "a",
                                "STRING_CHECK",
                                null,
                                List.of(new Variable("target", "transcript"), new Variable("value", "bye")),
                                false,
                                new BigDecimal("2.0"))))
                .definition();
        assertThat(definition.facts()).contains(Fact.of("most turns", "20"));
        assertThat(definition.checks()).isNotNull();
        assertThat(Pages.texts(definition.checks().table()))
                .containsExactly(
                        List.of("STRING_CHECK", "STRING_CHECK", "target: transcript; value: bye", "optional", "2"));
        assertThat(view(run("1")).definition().checks()).isNull();
    }

    private static Section section(ScenarioPage.View view, String id) {
        return view.pairs().stream()
                .flatMap(List::stream)
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private ScenarioPage.View view(Given... records) {
        Pages pages = Pages.of(corpora.of(records));
        return (ScenarioPage.View)
                ScenarioPage.make(pages.at(SitePaths.scenario("s")), pages.scenario("s"), 1, pages.corpus()::text)
                        .view();
    }
}
