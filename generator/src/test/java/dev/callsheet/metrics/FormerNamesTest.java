package dev.callsheet.metrics;

import static dev.callsheet.testing.Given.past;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.sealed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FormerNamesTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void aScenarioKeepsTheNamesItHadTheLatestFirst() {
        assertThat(names(
                        sealed(run("0").at("2026-04-09").named("Oldest")),
                        past(run("1").at("2026-04-10").named("Old")),
                        past(run("2").at("2026-04-11").named("Newer")),
                        run("3").at("2026-04-12").named("Old"),
                        run("4").at("2026-04-13").named("Present")))
                .containsExactly("Old", "Newer", "Oldest");
    }

    @Test
    void itsDocumentSaysWhatItIsCalledNow() {
        assertThat(names(
                        scenario("s").named("Present"),
                        run("1").at("2026-04-10").named("Old")))
                .containsExactly("Old");
    }

    @Test
    void aNameOfNoLettersIsNone() {
        assertThat(names(
                        run("0").at("2026-04-10").named("  "),
                        run("1").at("2026-04-11"),
                        run("2").at("2026-04-12").named("Present")))
                .isEmpty();
    }

    private List<String> names(Given... records) {
        return Plans.analysis(corpora.of(records)).scenarios().get(0).formerNames();
    }
}
