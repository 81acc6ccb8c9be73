package dev.callsheet.site;

import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.callsheet.corpus.Corpus;
import dev.callsheet.metrics.ScenarioNumbers;
import dev.callsheet.output.SafePath;
import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.GivenSuite;
import dev.callsheet.testing.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ScenarioListTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void everyScenarioIsOnTheListOfItsVerdict() {
        Corpus corpus = corpora.of(new GivenSuite()
                .runs("worse", 7, "PPPPP")
                .night("worse", 8, "FFFFF")
                .runs("broken", 8, "FFFFF")
                .runs("flaky", 8, "PPPFF")
                .runs("reliable", 8, "PPPPP")
                .night("new", 8, "P"));
        List<ScenarioList> lists = ScenarioList.of(Plans.analysis(corpus));
        assertThat(ids(lists, "got-worse")).containsExactly("worse");
        assertThat(ids(lists, "always-failing")).containsExactly("broken");
        assertThat(ids(lists, "flaky")).containsExactly("flaky");
        assertThat(ids(lists, "reliable")).containsExactly("reliable");
        assertThat(ids(lists, "unproven")).containsExactly("new");
        assertThat(ids(lists, "failed")).containsExactly("broken", "flaky", "worse");
    }

    @Test
    void aListWithoutAScenarioIsNoList() {
        List<ScenarioList> lists = ScenarioList.of(Plans.analysis(corpora.of(run("a").at("2026-04-14"))));
        assertThat(lists).extracting(ScenarioList::name).containsExactly("not yet proven");
    }

    @Test
    void categoriesHaveListsWhereThereIsMoreThanOne() {
        Corpus one =
                corpora.of(scenario("a").category("EDGE_CASE"), run("r").of("a").at("2026-04-14"));
        assertThat(ofCategories(ScenarioList.of(Plans.analysis(one)))).isEmpty();
        Corpus two = corpora.of(
                scenario("a").category("EDGE_CASE"),
                run("r").of("a").at("2026-04-14"),
                run("s").of("b").at("2026-04-14"));
        assertThat(ofCategories(ScenarioList.of(Plans.analysis(two))))
                .extracting(ScenarioList::name, list -> list.scenarios().size())
                .containsExactlyInAnyOrder(tuple("no category", 1), tuple("EDGE_CASE", 1));
    }

    @Test
    void aPageOfSomeLeadsToAllTheOthers() {
        Corpus corpus = corpora.of(
                scenario("a").required(),
                run("r").of("a").at("2026-04-14"),
                run("s").of("b").at("2026-04-14").failed());
        SafePath path = SitePaths.scenarioList("required");
        ScenariosPage.View view =
                (ScenariosPage.View) Plans.of(corpus).page(path).view();
        assertThat(view.headline()).isEqualTo("1 of 2 scenarios: required for promotion.");
        assertThat(view.lists().get(0).links())
                .extracting(Link::text, Link::href)
                .contains(
                        tuple("all 2", "index.html"),
                        tuple("failed tonight 1", "failed.html"),
                        tuple("required 1", "required.html"));
        assertThat(Pages.texts(view.scenarios().table()))
                .extracting(row -> row.get(0))
                .containsExactly("a");
    }

    private static List<ScenarioList> ofCategories(List<ScenarioList> lists) {
        return lists.stream()
                .filter(list -> list.kind() == ScenarioList.Kind.CATEGORY)
                .toList();
    }

    private static List<String> ids(List<ScenarioList> lists, String name) {
        return lists.stream()
                .filter(list -> list.path().equals(SitePaths.scenarioList(name)))
                .flatMap(list -> list.scenarios().stream())
                .map(ScenarioNumbers::id)
                .toList();
    }
}
