package dev.callsheet.cli;

import static dev.callsheet.cli.Publishing.night;
import static dev.callsheet.cli.Publishing.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.WebSite;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of which something is lost, and one that is required. */
class PartOfHistoryTest {

    @TempDir
    Path temporary;

    private Publishing job;
    private Site former;

    @BeforeEach
    void publish() {
        job = new Publishing(temporary);
        former = job.published("former", night("2026-04-12") + night("2026-04-13"));
    }

    private Path copied(String folder) throws IOException {
        Path copy = Files.createDirectory(temporary.resolve(folder));
        for (Map.Entry<String, byte[]> file : former.history().entrySet()) {
            Files.write(copy.resolve(file.getKey()), file.getValue());
        }
        return copy;
    }

    private String ofNight(String night) {
        return former.history().keySet().stream()
                .filter(name -> name.contains(night))
                .findFirst()
                .orElseThrow();
    }

    private void isRefusedWhereRequired(String history, String named) {
        Map<String, byte[]> before = former.files();
        Program.Outcome outcome = job.build("former", night("2026-04-14"), "--history", history, "--history-required");
        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err()).contains(named).contains("nothing was written, since the history is required");
        Site.assertSame(former.files(), before);
    }

    @Test
    void aFileThatIsCutShortCostsWhatIsCutOff() throws IOException {
        StringBuilder runs = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            runs.append(night("2026-04-13", "scenario-" + i, "Scenario " + i));
        }
        former = job.published("former", night("2026-04-12") + runs);
        String name = ofNight("2026-04-13");
        Path file = copied("cut").resolve(name);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 40));

        Program.Outcome outcome = job.build("site", night("2026-04-14"), "--history", "cut");

        assertThat(outcome.code()).isZero();
        assertThat(said(outcome, "history").get(0))
                .matches("callsheet: history: cut: 2 nights, \\d+ runs, the newest of 2026-04-13;"
                        + " not all of it could be read");
        assertThat(said(outcome, "history").get(1)).isEqualTo("history: trends start with 2026-04-12, 3 nights");
        assertThat(outcome.err()).contains("warning: " + name + ": expected a whole file, found the end of the file");
        Site site = job.site("site");
        assertThat(site.text("problems.html")).contains(name);
        assertThat(site.text("nights/index.html")).contains("read in part");
        assertThat(site.report().at("/totals/runs").intValue()).isBetween(6 + 6 + 1, 6 + 6 + 32);
        isRefusedWhereRequired("cut", name);
    }

    @Test
    void aFileOfAnotherKindIsNamedAndNothingIsMissing() throws IOException {
        Files.writeString(copied("mixed").resolve("calls.ndjson.gz"), "not packed");

        Program.Outcome outcome = job.build("site", night("2026-04-14"), "--history", "mixed", "--history-required");

        assertThat(outcome.code()).isZero();
        assertThat(said(outcome, "history")).startsWith("history: mixed: 2 nights, 12 runs, the newest of 2026-04-13");
        assertThat(outcome.err()).contains("calls.ndjson.gz: expected a history file");
    }

    @Test
    void aFileOfAnotherKindInPlaceOfANightIsALoss() throws IOException {
        String name = ofNight("2026-04-13");
        try (OutputStream out =
                new GZIPOutputStream(Files.newOutputStream(copied("replaced").resolve(name)))) {
            out.write("<!doctype html>\n".getBytes(StandardCharsets.UTF_8));
        }
        Program.Outcome outcome = job.build("site", night("2026-04-14"), "--history", "replaced");
        assertThat(said(outcome, "history").get(0)).endsWith("; not all of it could be read");
        isRefusedWhereRequired("replaced", name);
    }

    @Test
    void anIndexOlderThanItsSiteIsSurvivedAndWhatItLostIsNamed() {
        try (WebSite web = new WebSite()) {
            String gone = WebSite.FOLDER + ofNight("2026-04-12");
            web.publish(former.files()).on(gone, 404, "gone".getBytes(StandardCharsets.UTF_8));

            Program.Outcome outcome = job.build("site", night("2026-04-14"), "--history", web.address());

            assertThat(outcome.code()).isZero();
            assertThat(said(outcome, "history"))
                    .startsWith(
                            "callsheet: history: " + web.address() + ": 1 night, 6 runs, the newest of 2026-04-13;"
                                    + " not all of it could be read",
                            "history: trends start with 2026-04-13, 2 nights");
            assertThat(outcome.err())
                    .contains("warning: " + web.origin() + gone
                            + ": expected a file that the site's index names, found a site that answers 404");
            assertThat(job.site("site").text("problems.html")).contains(ofNight("2026-04-12"));
            isRefusedWhereRequired(web.address(), ofNight("2026-04-12"));
        }
    }

    @Test
    void anIndexThatACacheKeptIsAskedForAgain() {
        try (WebSite web = new WebSite()) {
            web.publish(former.files());
            byte[] index = former.files().getOrDefault("data/history/index.json", new byte[0]);
            String stale = new String(index, StandardCharsets.UTF_8)
                    .replace(ofNight("2026-04-13"), "main-2026-04-13-0123456789abcdef.ndjson.gz");
            web.onEach(
                    WebSite.INDEX,
                    WebSite.answering(200, stale.getBytes(StandardCharsets.UTF_8)),
                    WebSite.answering(200, index));

            Program.Outcome outcome =
                    job.build("site", night("2026-04-14"), "--history", web.address(), "--history-required");

            assertThat(outcome.code()).isZero();
            assertThat(said(outcome, "history"))
                    .startsWith("history: " + web.address() + ": 2 nights, 12 runs, the newest of 2026-04-13");
            assertThat(job.site("site").report().at("/problems")).isEmpty();
        }
    }

    @Test
    void oneSourceOfTwoIsEnoughUnlessAllIsRequired() {
        Program.Outcome outcome =
                job.build("site", night("2026-04-14"), "--history", "former", "--history", "no-such-site");
        assertThat(outcome.code()).isZero();
        assertThat(job.site("site").nights()).hasSize(3);
        assertThat(job.site("site").text("index.html"))
                .contains("History could not be read: no-such-site does not exist;")
                .contains("Trends start with Sun 12 Apr 2026.");
        assertThat(job.build(
                                "other",
                                night("2026-04-14"),
                                "--history",
                                "former",
                                "--history",
                                "no-such-site",
                                "--history-required")
                        .code())
                .isEqualTo(6);
        assertThat(temporary.resolve("other")).doesNotExist();
    }

    @Test
    void aStreamWithoutANightYetIsNotMissing() {
        Program.Outcome outcome = job.build(
                "site", night("2026-04-14"), "--history", "former", "--history-required", "--stream", "pr-12");
        assertThat(outcome.code()).isZero();
        assertThat(said(outcome, "history"))
                .startsWith(
                        "history: former: no night of the stream pr-12", "history: trends start tonight, 2026-04-14");
    }

    @Test
    void toRequireAHistoryAndNameNoneIsUsage() throws IOException {
        Program.Outcome outcome = job.build("site", night("2026-04-14"), "--history-required");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("callsheet: history.required is on (--history-required), but no history is named:"
                        + " give --history DIR|FILE|URL or history.from, or turn it off with"
                        + " --history-required=false\n");
        assertThat(temporary.resolve("site")).doesNotExist();

        Files.writeString(temporary.resolve("callsheet.yml"), "history: {from: former, required: true}");
        assertThat(job.build("site", night("2026-04-14")).code()).isZero();
        assertThat(job.build("site", night("2026-04-14"), "--history", "none").code())
                .isEqualTo(2);
        assertThat(job.build("site", night("2026-04-14"), "--history", "none", "--history-required=false")
                        .code())
                .isZero();
        Files.writeString(temporary.resolve("callsheet.yml"), "history: {required: true}");
        assertThat(Program.run(night("2026-04-14").getBytes(StandardCharsets.UTF_8), Map.of(), temporary, "check", "-")
                        .code())
                .isZero();
    }
}
