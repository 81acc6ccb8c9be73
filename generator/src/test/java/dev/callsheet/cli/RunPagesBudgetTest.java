package dev.callsheet.cli;

import static dev.callsheet.cli.Publishing.night;
import static dev.callsheet.cli.Publishing.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs have a page: those of the newest nights, and of as many as the site has room for. */
class RunPagesBudgetTest {

    private static final String INPUT = night("2026-04-12") + night("2026-04-13") + night("2026-04-14");

    @TempDir
    static Path temporary;

    private static Publishing job;
    private static Site whole;

    @BeforeAll
    static void publish() {
        job = new Publishing(temporary);
        whole = job.published("whole", INPUT);
    }

    private static List<String> runPages(Site site) {
        return site.files().keySet().stream()
                .filter(path -> path.startsWith("runs/"))
                .toList();
    }

    /** Without the manifest, which is not counted. */
    private static long size(Site site) {
        SortedMap<String, byte[]> files = site.files();
        files.remove("callsheet-manifest.json");
        return files.values().stream().mapToLong(file -> file.length).sum();
    }

    private static Program.Outcome withNights(int nights, String site) {
        return job.build(Map.of("CALLSHEET_PAGES_MAX_NIGHTS", String.valueOf(nights)), site, INPUT);
    }

    private static Program.Outcome withBytes(long bytes, String site) {
        return job.build(Map.of("CALLSHEET_SITE_MAX_BYTES", String.valueOf(bytes)), site, INPUT);
    }

    @Test
    void withinItsBudgetEveryRunOfTheInputHasOne() {
        assertThat(runPages(whole)).hasSize(18);
        assertThat(whole.text("nights/index.html")).contains("every run of the input has one");
    }

    @Test
    void onlyTheNewestNightsOfTheInputHavePages() {
        Program.Outcome outcome = withNights(1, "one-night");
        assertThat(outcome.code()).isZero();
        assertThat(said(outcome, "pages"))
                .containsExactly(
                        "pages: 12 runs of the input have none, those before 2026-04-14: pages.max_nights is 1");
        Site site = job.site("one-night");
        assertThat(runPages(site)).hasSize(6).allMatch(path -> path.contains("2026-04-14"));
        assertThat(site.text("nights/index.html"))
                .contains("pages of runs from Tue 14 Apr 2026 on; 12 runs of the input have none");
        assertThat(site.text("nights/2026-04-13.html")).contains("6 of 6 runs have no page, to keep the site small.");
        assertThat(Links.dead(site)).isEmpty();
        assertThat(site.history().keySet()).isEqualTo(whole.history().keySet());
    }

    @Test
    void anOlderRunIsListedWithoutALink() {
        withNights(2, "two-nights");
        Site site = job.site("two-nights");
        String scenario = site.files().keySet().stream()
                .filter(path -> path.startsWith("scenarios/book"))
                .findFirst()
                .orElseThrow();
        assertThat(site.page(scenario).select("#runs tbody tr").eachText())
                .filteredOn(row -> row.contains("12 Apr"))
                .hasSize(3)
                .allMatch(row -> row.contains("no page"));
        assertThat(runPages(site)).hasSize(12).noneMatch(path -> path.contains("2026-04-12"));
        assertThat(Links.dead(site)).isEmpty();
    }

    @Test
    void noNightMayHavePages() {
        assertThat(said(withNights(0, "none"), "pages"))
                .containsExactly(
                        "pages: 18 runs of the input have none, those before 2026-04-15: pages.max_nights is 0");
        assertThat(runPages(job.site("none"))).isEmpty();
        assertThat(Links.dead(job.site("none"))).isEmpty();
    }

    @Test
    void aSiteThatGrowsTooLargeLosesThePagesOfItsOldestRunsFirst() {
        Program.Outcome outcome = withBytes(size(whole) - 1_000, "smaller");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("once more with fewer pages of runs");
        assertThat(said(outcome, "pages"))
                .singleElement()
                .asString()
                .matches("pages: 6 runs of the input have none, those before 2026-04-13: site.max_bytes is \\d+ kB");
        Site site = job.site("smaller");
        assertThat(size(site)).isLessThanOrEqualTo(size(whole) - 1_000);
        assertThat(runPages(site)).hasSize(12).noneMatch(path -> path.contains("2026-04-12"));
        assertThat(site.text("nights/index.html"))
                .contains("from Mon 13 Apr 2026 on; 6 runs of the input have none, for the size of the site");
        assertThat(Links.dead(site)).isEmpty();
        assertThat(site.history().keySet()).isEqualTo(whole.history().keySet());
    }

    @Test
    void aSiteThatIsTooLargeWithoutAnyIsNotPublished() {
        Site former = job.published("former", night("2026-04-12"));
        SortedMap<String, byte[]> before = former.files();
        Program.Outcome outcome = withBytes(50_000, "former");
        assertThat(outcome.code()).isEqualTo(7);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines())
                .last()
                .asString()
                .matches(
                        "callsheet: the site is \\d+ kB, more than site.max_bytes allows \\(50 kB\\), though no run has"
                                + " a page of its own; nothing was published");
        Site.assertSame(former.files(), before);
        assertThat(temporary).isDirectoryNotContaining("glob:**.former*");
    }
}
