package dev.callsheet.cli;

import static dev.callsheet.cli.Publishing.night;
import static dev.callsheet.cli.Publishing.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How much is handed on: fewer nights run by run, counts of the others, and at last not even those. */
class HistoryBudgetTest {

    @TempDir
    static Path temporary;

    private static Publishing job;

    @BeforeAll
    static void publish() {
        job = new Publishing(temporary);
        job.published("former", night("2026-04-11") + night("2026-04-12") + night("2026-04-13"));
    }

    @Test
    void nightsBeyondTheBudgetAreKeptAsCounts() {
        Program.Outcome outcome = job.build(
                Map.of("CALLSHEET_HISTORY_MAX_NIGHTS", "2"), "nights", night("2026-04-14"), "--history", "former");
        assertThat(said(outcome, "history"))
                .endsWith("history: from now on only counts are kept of 2026-04-11, 2026-04-12"
                        + " (at most 2 nights run by run, and 40.0 MB)");
        Site site = job.site("nights");
        assertThat(site.history()).hasSize(4);
        assertThat(site.text("nights/index.html"))
                .contains("4 nights")
                .contains("2 of them as counts only")
                .contains("counts only from now on Sat 11 Apr 2026, Sun 12 Apr 2026");
        assertThat(site.report().at("/history/kept/sealed_nights").valueStream().map(night -> night.stringValue()))
                .containsExactly("2026-04-11", "2026-04-12");
    }

    @Test
    void aSealedNightCountsAsBeforeInTheNextReport() {
        Map<String, String> environment = Map.of("CALLSHEET_HISTORY_MAX_NIGHTS", "1");
        job.published(environment, "sealed", night("2026-04-13"), "--history", "former");
        Program.Outcome outcome = job.build(environment, "next", night("2026-04-14"), "--history", "sealed");
        assertThat(said(outcome, "history"))
                .startsWith(
                        "history: sealed: 3 nights, 18 runs, the newest of 2026-04-13",
                        "history: trends start with 2026-04-11, 4 nights")
                .endsWith("history: from now on only counts are kept of 2026-04-13"
                        + " (at most 1 night run by run, and 40.0 MB)");
        Site site = job.site("next");
        assertThat(site.nights()).hasSize(4);
        assertThat(site.text("nights/2026-04-11.html"))
                .contains("5 of 6 runs passed")
                .contains("Only counts");
        assertThat(Links.dead(site)).isEmpty();
    }

    @Test
    void bytesBeyondTheBudgetSealTheOldestNights() {
        long nightBytes = job.site("former").history().values().iterator().next().length;
        Program.Outcome outcome = job.build(
                Map.of("CALLSHEET_HISTORY_MAX_BYTES", String.valueOf(4 * nightBytes - 100)),
                "bytes",
                night("2026-04-14"),
                "--history",
                "former");
        assertThat(said(outcome, "history"))
                .last()
                .asString()
                .matches("history: from now on only counts are kept of 2026-04-11"
                        + " \\(at most 400 nights run by run, and 1 kB\\)");
        assertThat(job.site("bytes").history().values().stream()
                        .mapToLong(file -> file.length)
                        .sum())
                .isLessThanOrEqualTo(4 * nightBytes - 100);
    }

    @Test
    void whatDoesNotFitEvenAsCountsIsGivenUpButForTheNewestNight() {
        Program.Outcome outcome = job.build(
                Map.of("CALLSHEET_HISTORY_MAX_BYTES", "100"), "least", night("2026-04-14"), "--history", "former");
        assertThat(outcome.code()).isZero();
        assertThat(said(outcome, "history"))
                .endsWith(
                        "history: from now on only counts are kept of 2026-04-14 (at most 400 nights run by run, and 100 B)",
                        "history: nothing is kept any longer of 2026-04-11, 2026-04-12, 2026-04-13,"
                                + " for even counts of them are more than 100 B",
                        "history: that is more than history.max_bytes allows (100 B);"
                                + " the newest night is never given up");
        Site site = job.site("least");
        assertThat(site.history()).hasSize(1);
        assertThat(site.nights()).as("tonight's report still knows them").hasSize(4);
        assertThat(site.text("nights/index.html"))
                .contains("given up now Sat 11 Apr 2026, Sun 12 Apr 2026, Mon 13 Apr 2026");
    }
}
