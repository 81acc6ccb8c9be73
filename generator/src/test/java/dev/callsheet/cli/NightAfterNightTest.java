package dev.callsheet.cli;

import static dev.callsheet.cli.Publishing.night;
import static dev.callsheet.cli.Publishing.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.WebSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nights, published one after another; the third goes on from the live site of the second. */
class NightAfterNightTest {

    @TempDir
    static Path temporary;

    private static final WebSite WEB = new WebSite();

    private static Publishing job;
    private static Program.Outcome first;
    private static Program.Outcome second;
    private static Program.Outcome third;

    @BeforeAll
    static void publish() {
        job = new Publishing(temporary);
        first = job.build("first", night("2026-04-12"));
        second = job.build("second", night("2026-04-13"), "--history", "first");
        WEB.publish(job.site("second").files());
        third = job.build("third", night("2026-04-14"), "--history", WEB.address());
    }

    @AfterAll
    static void close() {
        WEB.close();
    }

    @Test
    void theFirstNightSaysThatTrendsStartWithIt() {
        assertThat(first.code()).isZero();
        assertThat(said(first, "history"))
                .hasSize(2)
                .startsWith("history: none was asked for (--history); trends start tonight, 2026-04-12")
                .last()
                .asString()
                .matches("history: keeps 1 night of the stream main in data/history, \\d+ B");
        Site site = job.site("first");
        assertThat(site.nights()).containsExactly("2026-04-12");
        assertThat(site.text("index.html")).contains("no history beyond the files loaded");
        assertThat(site.text("nights/index.html")).contains("No history was asked for: trends start with this input.");
        assertThat(site.report().at("/history/source").isNull()).isTrue();
    }

    @Test
    void theSecondGoesOnFromADirectory() {
        assertThat(second.code()).isZero();
        assertThat(said(second, "history"))
                .startsWith(
                        "history: first: 1 night, 6 runs, the newest of 2026-04-12",
                        "history: trends start with 2026-04-12, 2 nights");
        assertThat(said(second, "read 1 file"))
                .singleElement()
                .asString()
                .startsWith("read 1 file: 6 runs beside 6 known from history, ");
        assertThat(job.site("second").text("index.html")).contains("history of 1 night from first");
    }

    @Test
    void theThirdGoesOnFromALiveSiteUnderASubPath() {
        assertThat(third.code()).isZero();
        assertThat(said(third, "history"))
                .startsWith(
                        "history: " + WEB.address() + ": 2 nights, 12 runs, the newest of 2026-04-13",
                        "history: trends start with 2026-04-12, 3 nights");
        Site site = job.site("third");
        assertThat(site.nights()).containsExactly("2026-04-12", "2026-04-13", "2026-04-14");
        assertThat(site.report().at("/totals/runs").intValue()).isEqualTo(18);
        assertThat(site.report().at("/history/source").stringValue()).isEqualTo(WEB.address());
        assertThat(site.text("index.html")).contains("history of 2 nights from " + WEB.address());
        assertThat(site.text("nights/index.html")).contains(WEB.address() + " read 2 12 Mon 13 Apr 2026");
        assertThat(site.text("nights/2026-04-12.html")).contains("Known from earlier reports");
        assertThat(WEB.asked()).isNotEmpty().allMatch(path -> path.startsWith(WebSite.FOLDER));
    }

    @Test
    void everyNightHasAFileThatIsHandedOnAsItIs() {
        Map<String, byte[]> twoNights = job.site("second").history();
        Map<String, byte[]> threeNights = job.site("third").history();
        assertThat(twoNights).hasSize(2);
        assertThat(threeNights).hasSize(3);
        twoNights.forEach(
                (name, content) -> assertThat(threeNights.get(name)).as(name).isEqualTo(content));
        assertThat(threeNights.keySet().stream().map(name -> name.substring(0, "main-2026-04-12".length())))
                .containsExactly("main-2026-04-12", "main-2026-04-13", "main-2026-04-14");
    }

    @Test
    void onlyTheCallsOfTheInputHavePages() {
        assertThat(job.site("third").files().keySet())
                .filteredOn(path -> path.startsWith("runs/"))
                .hasSize(6)
                .allMatch(path -> path.contains("2026-04-14"));
        assertThat(Links.dead(job.site("third"))).isEmpty();
    }

    @Test
    void aSiteMayGoOnFromItself() {
        job.published("same", night("2026-04-13"), "--history", "same");
        Site site = job.published("same", night("2026-04-14"), "--history", "same");
        assertThat(site.nights()).containsExactly("2026-04-13", "2026-04-14");
    }

    @Test
    void anArchiveOfTheSiteIsAsGood() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(temporary.resolve("artifact.zip")))) {
            for (Map.Entry<String, byte[]> file : job.site("second").files().entrySet()) {
                zip.putNextEntry(new ZipEntry("public/" + file.getKey()));
                zip.write(file.getValue());
            }
        }
        Program.Outcome outcome = job.build("archived", night("2026-04-14"), "--history", "artifact.zip");
        assertThat(said(outcome, "history"))
                .startsWith("history: artifact.zip: 2 nights, 12 runs, the newest of 2026-04-13");
        Site.assertSame(job.site("archived").history(), job.site("third").history());
    }

    @Test
    void aRunThatIsInTheInputTooCountsOnce() {
        Program.Outcome outcome =
                job.build("overlap", night("2026-04-13") + night("2026-04-14"), "--history", "second");
        assertThat(said(outcome, "read 1 file"))
                .singleElement()
                .asString()
                .startsWith("read 1 file: 12 runs beside 6 known from history, ");
        Site overlap = job.site("overlap");
        assertThat(overlap.report().at("/totals/runs").intValue()).isEqualTo(18);
        Site.assertSame(overlap.history(), job.site("third").history());
    }

    @Test
    void theSameInputAndHistoryGiveTheSameBytes() {
        Site again = job.published("again", night("2026-04-14"), "--history", WEB.address());
        Site.assertSame(again.files(), job.site("third").files());
    }

    @Test
    void theOrderOfSourcesDoesNotChangeWhatIsHandedOn() throws IOException {
        job.published("one", night("2026-04-13"), "--history", "first");
        job.published("other", night("2026-04-13", "cancel", "Cancelling"), "--history", "first");
        Path damaged = Files.createDirectory(temporary.resolve("damaged"));
        for (Map.Entry<String, byte[]> file : job.site("one").history().entrySet()) {
            Files.write(damaged.resolve(file.getKey()), Arrays.copyOf(file.getValue(), file.getValue().length - 40));
        }
        Site merged = merged("one", "other", "damaged", "second");
        assertThat(merged.report().at("/totals/runs").intValue()).isEqualTo(6 + 9 + 6);
        assertThat(merged.history()).hasSize(3);
        Site.assertSame(merged("damaged", "second", "other", "one").history(), merged.history());
        Site.assertSame(merged("other", "damaged", "one", "second").history(), merged.history());
    }

    private static Site merged(String... sources) {
        String[] options = Stream.of(sources)
                .flatMap(source -> Stream.of("--history", source))
                .toArray(String[]::new);
        return job.published("merged-" + sources[0], night("2026-04-14"), options);
    }
}
