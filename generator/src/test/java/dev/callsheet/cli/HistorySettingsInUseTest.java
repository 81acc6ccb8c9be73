package dev.callsheet.cli;

import static dev.callsheet.cli.Publishing.night;
import static dev.callsheet.cli.Publishing.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams, reading only, baselines and other calendars, over a site of two nights. */
class HistorySettingsInUseTest {

    @TempDir
    static Path temporary;

    private static Publishing job;
    private static Site former;

    @BeforeAll
    static void publish() {
        job = new Publishing(temporary);
        former = job.published("former", night("2026-04-10") + night("2026-04-12"));
    }

    @BeforeEach
    void unconfigured() throws IOException {
        Files.deleteIfExists(temporary.resolve("callsheet.yml"));
    }

    private static void configured(String text) throws IOException {
        Files.writeString(temporary.resolve("callsheet.yml"), text);
    }

    @Test
    void aPullRequestReadsAndAddsNothing() {
        Program.Outcome outcome =
                job.build("pull-request", night("2026-04-14"), "--history", "former", "--history-readonly");
        Site site = job.site("pull-request");
        assertThat(site.nights()).containsExactly("2026-04-10", "2026-04-12", "2026-04-14");
        Site.assertSame(site.history(), former.history());
        assertThat(said(outcome, "history"))
                .last()
                .asString()
                .matches("history: keeps 2 nights of the stream main in data/history, \\d+ B, as they were read");
        assertThat(site.text("nights/index.html")).contains("what was read is handed on as it was");
        assertThat(job.published("next", night("2026-04-14"), "--history", "pull-request")
                        .nights())
                .isEqualTo(site.nights());
    }

    @Test
    void aStreamKnowsOnlyItsOwnNightsAndHandsTheOthersOn() {
        Program.Outcome outcome = job.build("branch", night("2026-04-13"), "--history", "former", "--stream", "pr-12");
        assertThat(said(outcome, "history"))
                .hasSize(3)
                .startsWith(
                        "history: former: no night of the stream pr-12", "history: trends start tonight, 2026-04-13")
                .last()
                .asString()
                .matches("history: keeps 1 night of the stream pr-12 in data/history, \\d+ B");
        Site branch = job.site("branch");
        assertThat(branch.nights()).containsExactly("2026-04-13");
        assertThat(branch.history()).hasSize(3);
        former.history()
                .forEach((name, content) ->
                        assertThat(branch.history().get(name)).as(name).isEqualTo(content));
        assertThat(branch.text("nights/index.html")).contains("stream pr-12").contains("no night of this stream");

        Site main = job.published("main", night("2026-04-14"), "--history", "branch");
        assertThat(main.nights()).containsExactly("2026-04-10", "2026-04-12", "2026-04-14");
        assertThat(main.history()).hasSize(4);
        Map<String, String> environment = Map.of("CALLSHEET_STREAM", "pr-12");
        assertThat(job.published(environment, "branch", night("2026-04-14"), "--history", "main")
                        .nights())
                .containsExactly("2026-04-13", "2026-04-14");
    }

    @Test
    void theChangesPageComparesWithTheBaseline() {
        Program.Outcome outcome =
                job.build("site", night("2026-04-14"), "--history", "former", "--baseline", "2026-04-10");
        assertThat(said(outcome, "baseline")).isEmpty();
        assertThat(job.site("site").text("changes.html"))
                .contains("What changed since Sun 12 Apr 2026")
                .contains("Since the baseline, Fri 10 Apr 2026");
    }

    @Test
    void aBaselineWithoutARunIsTheNearestNightBeforeIt() {
        Program.Outcome outcome =
                job.build("site", night("2026-04-14"), "--history", "former", "--baseline", "2026-04-11");
        assertThat(said(outcome, "baseline"))
                .containsExactly("baseline: 2026-04-10, the newest night before tonight that has a result and is not"
                        + " after 2026-04-11");
        assertThat(job.site("site").text("changes.html"))
                .contains("Sat 11 Apr 2026 has no result; the nearest earlier night that has one is the baseline:"
                        + " Fri 10 Apr 2026.")
                .contains("Since the baseline, Fri 10 Apr 2026");
    }

    @Test
    void aBaselineBeforeEveryNightIsNone() {
        Program.Outcome outcome =
                job.build("site", night("2026-04-14"), "--history", "former", "--baseline", "2026-03-01");
        assertThat(said(outcome, "baseline"))
                .containsExactly("baseline: none, for tonight or every night up to 2026-03-01 has no result");
        assertThat(job.site("site").text("changes.html"))
                .contains("There is no baseline: no night up to Sun 1 Mar 2026")
                .doesNotContain("Since the baseline");
    }

    @Test
    void nightsThatStartInTheEveningAreCarriedOn() throws IOException {
        configured("zone: Europe/Berlin\nnight_starts: 18:00\n");
        job.published("berlin", night("2026-04-13"));
        Site site = job.published("berlin", night("2026-04-14"), "--history", "berlin");
        assertThat(site.nights()).containsExactly("2026-04-12", "2026-04-13");
        assertThat(site.history().keySet().toString())
                .contains("main-2026-04-12-")
                .contains("main-2026-04-13-");
    }

    @Test
    void nightsOfAnotherCalendarAreReckonedAnew() throws IOException {
        configured("zone: Europe/Berlin\nnight_starts: 18:00\nhistory: {from: former}\n");
        Site site = job.published("evenings", night("2026-04-14"));
        assertThat(site.nights()).containsExactly("2026-04-09", "2026-04-11", "2026-04-13");
        assertThat(site.history().keySet().stream().map(name -> name.substring(0, "main-2026-04-09".length())))
                .containsExactly("main-2026-04-09", "main-2026-04-11", "main-2026-04-13");
        unconfigured();
        Site back = job.published("back", night("2026-04-14"), "--history", "evenings");
        Site.assertSame(
                back.history(),
                job.published("straight", night("2026-04-14"), "--history", "former")
                        .history());
    }
}
