package dev.callsheet.history;

import static dev.callsheet.history.Reports.MAIN;
import static dev.callsheet.testing.Given.batch;
import static dev.callsheet.testing.Given.run;
import static dev.callsheet.testing.Given.scenario;
import static dev.callsheet.testing.Given.set;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.history.Reports.Report;
import dev.callsheet.testing.GivenRun;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What has no night of its own is handed on all the same: undated runs, batches, sets and definitions. */
class BesideRunsTest {

    private static final String FIRST = "2026-04-12";
    private static final String SECOND = "2026-04-13";
    private static final String THIRD = "2026-04-14";

    @RegisterExtension
    final Reports reports = new Reports();

    @Test
    void runsWithoutADateAreKeptOnce() {
        Report before = reports.first(MAIN, run("undated"), on("a", FIRST));
        assertThat(before.runs()).isEqualTo(2);
        Report now = reports.of(before.files(), MAIN, on("b", SECOND));
        assertThat(now.file(FIRST).content()).isSameAs(before.file(FIRST).content());
        assertThat(now.runs()).isEqualTo(3);
        Report late = reports.of(now.files(), MAIN, on("late", FIRST));
        assertThat(reread(late).facts().keySet()).hasSize(4);
        assertThat(late.runs()).isEqualTo(4);
    }

    @Test
    void runsWithoutADateAreKeptWhereNothingHasOne() {
        Report before = reports.first(MAIN, run("undated"));
        assertThat(before.runs()).isEqualTo(1);
        Report now = reports.of(before.files(), MAIN, on("a", FIRST));
        assertThat(reread(now).facts()).hasSize(2);
        assertThat(now.nights()).containsExactly(FIRST);
    }

    @Test
    void batchesAndSetsAreKeptWithTheirNight() {
        Report before = reports.first(
                MAIN,
                on("a", FIRST),
                batch("x").at(FIRST + "T01:00:00Z"),
                set("y").on(FIRST),
                on("b", SECOND),
                batch("undated"));
        Report now = reports.of(before.files(), MAIN, on("c", THIRD), on("late", FIRST));
        assertThat(now.corpus().batches()).containsOnlyKeys("x", "undated");
        assertThat(now.corpus().simulationSets()).containsOnlyKeys("y");
        Report alone = reports.of(List.of(now.raw(FIRST)), MAIN);
        assertThat(alone.corpus().batches()).containsOnlyKeys("x");
        assertThat(alone.corpus().simulationSets()).containsOnlyKeys("y");
    }

    @Test
    void batchesAndSetsOfNightsWithoutRunsAreKeptInTheNewestFile() {
        Report before = reports.first(MAIN, on("a", FIRST), batch("x").at(SECOND + "T01:00:00Z"), set("y").on(THIRD));
        assertThat(before.nights()).containsExactly(FIRST);
        Report now = reports.of(before.files(), MAIN, on("late", FIRST));
        assertThat(reread(now).corpus().batches()).containsOnlyKeys("x");
        assertThat(reread(now).corpus().simulationSets()).containsOnlyKeys("y");
    }

    @Test
    void setsFromBeforeTheFirstRunAreKept() {
        Report before = reports.first(MAIN, set("y").on(FIRST), on("a", SECOND));
        assertThat(reread(before).corpus().simulationSets()).containsOnlyKeys("y");
        Report now = reports.of(before.files(), MAIN, on("late", SECOND), on("b", THIRD));
        assertThat(reread(now).corpus().simulationSets()).containsOnlyKeys("y");
    }

    @Test
    void setsAreKeptWhereNoRunIs() {
        Report before = reports.first(MAIN, set("y").on(FIRST), scenario("s").named("S"));
        Report now = reports.of(before.files(), MAIN, set("z").on(SECOND));
        assertThat(reread(now).corpus().simulationSets()).containsOnlyKeys("y", "z");
        assertThat(reread(now).corpus().scenarios()).containsOnlyKeys("s");
    }

    @Test
    void aBatchThatEndedLaterIsKeptAsItEnded() {
        Report before =
                reports.first(MAIN, on("a", FIRST), batch("x").status("RUNNING").at(FIRST + "T01:00:00Z"));
        Report now = reports.of(
                before.files(),
                MAIN,
                on("b", SECOND),
                batch("x").status("FAILED").at(FIRST + "T01:00:00Z"));
        assertThat(now.file(FIRST).content()).isSameAs(before.file(FIRST).content());
        Report next = reports.of(now.files(), MAIN, on("c", THIRD));
        assertThat(next.corpus().batches().values())
                .extracting(batch -> batch.status())
                .containsExactly("FAILED");
        Report late = reports.of(next.files(), MAIN, on("late", SECOND));
        assertThat(reread(late).corpus().batches().values())
                .as("the night in whose file it stood was written anew")
                .extracting(batch -> batch.status())
                .containsExactly("FAILED");
    }

    @Test
    void definitionsGoOnWithTheNewestFile() {
        Report before = reports.first(
                MAIN,
                on("a", FIRST),
                scenario("s").named("Old").updated(FIRST + "T00:00:00Z"),
                scenario("t").named("T"));
        Report now = reports.of(
                before.files(),
                MAIN,
                on("b", SECOND),
                scenario("s").named("New").updated(SECOND + "T00:00:00Z"));
        Report next = reports.of(now.files(), MAIN, on("late", FIRST));
        assertThat(next.file(SECOND).name())
                .as("it holds what the old one held")
                .isNotEqualTo(now.file(SECOND).name());
        assertThat(reread(next).corpus().scenarios().values())
                .extracting(scenario -> scenario.name())
                .containsExactly("New", "T");
    }

    private Report reread(Report report) {
        return reports.of(report.files(), MAIN);
    }

    private static GivenRun on(String id, String night) {
        return run(id).at(night + "T02:00:00Z").in(id + ".json");
    }
}
