package dev.callsheet.site;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LatestWithoutNightTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void setsWithoutRunsAreLinkedFromTheFirstPage() {
        LatestWithoutNight.View view = view(set("s1"), scenario("a"));
        assertThat(view.headline()).isEqualTo("No finished run was loaded.");
        assertThat(view.lead())
                .hasSize(2)
                .startsWith("Gate inconclusive: no finished run was loaded.")
                .last()
                .asString()
                .startsWith("The figures of the simulation set are the API's");
        assertThat(view.sections()).extracting(Section::title).containsExactly("Simulation sets", "Scenarios");
        Cell.Links name =
                (Cell.Links) view.sections().get(0).table().rows().get(0).get(0);
        assertThat(name.links())
                .extracting(Link::href)
                .containsExactly(SitePaths.simulationSet("s1").value());
    }

    @Test
    void runsWithoutAResultAreCounted() {
        LatestWithoutNight.View view = view(
                batch("b"),
                run("r1").batch("b").status("PENDING"),
                run("r2").batch("b").running());
        assertThat(view.lead())
                .containsExactly(
                        "Gate inconclusive: no finished run was loaded.",
                        "2 runs have no result that could be judged: 2 unfinished.");
        assertThat(view.sections()).extracting(Section::title).containsExactly("Batches", "Scenarios");
    }

    @Test
    void aFinishedRunMakesANight() {
        assertThat(Plans.of(corpora.of(run("r").at("2026-04-14")))
                        .page(SitePaths.LATEST)
                        .template())
                .isEqualTo("latest");
    }

    private LatestWithoutNight.View view(Given... records) {
        return (LatestWithoutNight.View)
                Plans.of(corpora.of(records)).page(SitePaths.LATEST).view();
    }
}
