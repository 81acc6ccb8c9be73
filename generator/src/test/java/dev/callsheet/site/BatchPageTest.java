package dev.callsheet.site;

import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.callsheet.testing.Corpora;
import dev.callsheet.testing.Given;
import dev.callsheet.testing.Plans;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BatchPageTest {

    @RegisterExtension
    final Corpora corpora = new Corpora();

    @Test
    void standsBesideTheBatchBeforeItOfTheSameTrigger() {
        BatchPage.View view = view(
                "new",
                batch("old").at("2026-04-12T02:00:00Z").triggeredBy("ci"),
                batch("other").at("2026-04-13T02:00:00Z").triggeredBy("api"),
                batch("new").at("2026-04-14T02:00:00Z").triggeredBy("ci"),
                run("a1").of("a").at("2026-04-12").batch("old"),
                run("b1").of("b").at("2026-04-12").batch("old"),
                run("x").of("a").at("2026-04-13").batch("other").failed(),
                run("a2").of("a").at("2026-04-14").batch("new").failed(),
                run("b2").of("b").at("2026-04-14").batch("new"));
        assertThat(view.lead())
                .first()
                .isEqualTo("Against the batch by ci before it: 1 scenario that had passed every run failed at least "
                        + "one, 1 is as before.");
        assertThat(Pages.texts(view.scenarios().table()))
                .extracting(row -> row.get(0), row -> row.get(2), row -> row.get(3), row -> row.get(5))
                .containsExactly(tuple("a", "1/1", "0/1", "had passed every run"), tuple("b", "1/1", "1/1", ""));
    }

    @Test
    void withoutABatchBeforeItOnlyItsOwnFiguresStand() {
        BatchPage.View view = view(
                "only",
                batch("only").at("2026-04-14T02:00:00Z").triggeredBy("ci"),
                run("a").at("2026-04-14").batch("only"));
        assertThat(Pages.heads(view.scenarios().table())).doesNotContain("Before", "Fact");
        assertThat(view.facts()).extracting(Fact::name).doesNotContain("batch before");
    }

    @Test
    void failedRunsComeFirst() {
        BatchPage.View view = view(
                "b",
                batch("b").at("2026-04-14T02:00:00Z"),
                run("1").at("2026-04-14").batch("b"),
                run("2").at("2026-04-14").batch("b").errored(),
                run("3").at("2026-04-14").batch("b").failed());
        assertThat(Pages.texts(view.runs().table()))
                .extracting(row -> row.get(2))
                .containsExactly("failed", "error", "passed");
    }

    @Test
    void saysWhatPublishOnPassMeans() {
        assertThat(publishing("PASSED", true))
                .contains("Publish on pass is on and the batch passed: the vendor promotes the pathway version to "
                        + "production; 1 run failed.");
        assertThat(publishing("FAILED", true))
                .contains("Publish on pass is on and the batch did not pass: nothing is promoted; 1 run failed.");
        assertThat(publishing("RUNNING", true))
                .contains("Publish on pass is on: if every scenario passes, the vendor promotes the pathway version to "
                        + "production; so far 1 run failed.");
        assertThat(publishing("PASSED", false)).contains("Publish on pass is off: the batch promotes nothing.");
    }

    private List<String> publishing(String status, boolean on) {
        return view(
                        "b",
                        batch("b").at("2026-04-14T02:00:00Z").status(status).publishing(on),
                        run("r").at("2026-04-14").batch("b").failed())
                .lead();
    }

    private BatchPage.View view(String id, Given... records) {
        return (BatchPage.View)
                Plans.of(corpora.of(records)).page(SitePaths.batch(id)).view();
    }
}
