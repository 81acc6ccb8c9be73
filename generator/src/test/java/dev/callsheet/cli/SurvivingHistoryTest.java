package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.Program.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What a site remembers outlives builds that fail, and files that break cost themselves only. */
class SurvivingHistoryTest {

    /** A site of two nights, built once. */
    @TempDir
    static Path built;

    @TempDir
    Path temporary;

    private Path site;

    @BeforeAll
    static void twoNights() {
        Path site = built.resolve("site");
        assertThat(build(site, runs(11, 30)).code()).isZero();
        assertThat(build(site, runs(12, 30), "--history", site.toString()).code())
                .isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        site = temporary.resolve("site");
        for (Map.Entry<String, byte[]> file :
                new Site(built.resolve("site")).files().entrySet()) {
            Path to = site.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(to.getParent()));
            Files.write(to, file.getValue());
        }
    }

    @Test
    void aSiteRemembersTheNightsBefore() {
        Outcome outcome = build(runs(13, 1), "--history", site.toString());
        assertThat(outcome.err()).contains("2 nights, 60 runs, the newest of 2026-04-12");
        assertThat(runsIn(site)).isEqualTo(61);
    }

    @Test
    void aBuildThatGrowsTooLargeLeavesTheOldSiteAsItWas() {
        SortedMap<String, String> before = content(site);
        Outcome outcome = run(runs(13, 30), Map.of("CALLSHEET_SITE_MAX_BYTES", "20000"), "--history", site.toString());
        assertThat(outcome.code()).isEqualTo(7);
        assertThat(outcome.err()).contains("site.max_bytes");
        assertThat(content(site)).isEqualTo(before);
        assertThat(temporary).isDirectoryNotContaining("glob:**callsheet-*");
        assertThat(build(runs(13, 30), "--history", site.toString()).code()).isZero();
        assertThat(runsIn(site)).isEqualTo(90);
    }

    @Test
    void aBuildWithoutUsableInputLeavesTheOldSiteAsItWas() {
        SortedMap<String, String> before = content(site);
        assertThat(build("{}", "--history", site.toString()).code()).isEqualTo(5);
        assertThat(content(site)).isEqualTo(before);
    }

    @Test
    void aBuildThatWasKilledWhileItPublishedLeavesTheOldHistoryReadable() throws IOException {
        Files.move(site, temporary.resolve(".site.callsheet-old"));
        Path half = Files.createDirectories(temporary.resolve(".site.callsheet-new/data/history"));
        Files.writeString(half.resolve("index.json"), "{\"files\": [");
        Outcome outcome = build(runs(13, 1), "--history", site.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("2 nights, 60 runs");
        assertThat(runsIn(site)).isEqualTo(61);
    }

    @Test
    void aFileThatBreaksOffIsNamedAndCostsItselfOnly() throws IOException {
        Path broken = historyFiles().get(0);
        byte[] content = Files.readAllBytes(broken);
        Files.write(broken, Arrays.copyOf(content, content.length - 40));
        Outcome outcome = build(runs(13, 1), "--history", site.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains(broken.getFileName().toString());
        assertThat(runsIn(site)).isBetween(31, 60);
        assertThat(problems())
                .anyMatch(problem -> problem.get("file")
                        .stringValue()
                        .endsWith(broken.getFileName().toString()));
        assertThat(historyFiles())
                .as("of what could be read there is a whole file")
                .doesNotContain(broken);
        Outcome next = build(runs(14, 1), "--history", site.toString());
        assertThat(next.err()).doesNotContain("warning").contains("3 nights");
    }

    @Test
    void aFileOfWhichNothingIsLeftCostsItsNightOnly() throws IOException {
        Path broken = historyFiles().get(0);
        Files.write(broken, new byte[0]);
        Outcome outcome = build(runs(13, 1), "--history", site.toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains(broken.getFileName().toString()).contains("1 night, 30 runs");
        assertThat(runsIn(site)).isEqualTo(31);
    }

    @Test
    void anIndexThatIsLostDoesNotMatterToADirectory() throws IOException {
        Files.delete(site.resolve("data/history/index.json"));
        assertThat(build(runs(13, 1), "--history", site.toString()).code()).isZero();
        assertThat(runsIn(site)).isEqualTo(61);
    }

    @Test
    void aHistoryThatIsNotThereIsSaidAndTheReportGoesOn() {
        Outcome outcome =
                build(runs(13, 1), "--history", temporary.resolve("nowhere").toString());
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("nowhere").contains("trends start tonight, 2026-04-13");
        assertThat(runsIn(site)).isEqualTo(1);
    }

    @Test
    void aHistoryThatIsRequiredAndNotThereStopsBeforeAnythingIsWritten() {
        SortedMap<String, String> before = content(site);
        Outcome outcome =
                build(runs(13, 1), "--history", temporary.resolve("nowhere").toString(), "--history-required");
        assertThat(outcome.code()).isEqualTo(6);
        assertThat(content(site)).isEqualTo(before);
    }

    @Test
    void aReaderPublishesTheHistoryItFound() throws IOException {
        SortedMap<String, String> before = content(site.resolve("data/history"));
        assertThat(build(runs(13, 1), "--history", site.toString(), "--history-readonly")
                        .code())
                .isZero();
        assertThat(runsIn(site)).isEqualTo(61);
        assertThat(content(site.resolve("data/history"))).isEqualTo(before);
    }

    @Test
    void lateRunsThatKnowLessThanASealedNightAreNamedAndDoNotCount() {
        Map<String, String> oneNight = Map.of("CALLSHEET_HISTORY_MAX_NIGHTS", "1");
        Outcome sealing = run(runs(13, 1), oneNight, "--history", site.toString());
        assertThat(sealing.err()).contains("from now on only counts are kept of 2026-04-11, 2026-04-12");
        String late = runs(11, 3).replace("\"id\":\"", "\"id\":\"late");
        Outcome outcome = build(late + runs(14, 1), "--history", site.toString());
        assertThat(outcome.err())
                .contains("all 30 runs of the night of 2026-04-11")
                .contains("3 of its runs: late");
        assertThat(runsIn(site)).isEqualTo(62);
    }

    @Test
    void runsThatTwoHistoriesKnowOneByOneAndAsCountsAreNotCountedTwice() {
        Path former = temporary.resolve("former");
        assertThat(build(former, runs(11, 3)).code()).isZero();
        Map<String, String> oneNight = Map.of("CALLSHEET_HISTORY_MAX_NIGHTS", "1");
        assertThat(run(runs(13, 1), oneNight, "--history", site.toString()).code())
                .isZero();
        assertThat(build(runs(14, 1), "--history", site.toString(), "--history", former.toString())
                        .code())
                .isZero();
        assertThat(new Site(site).report().at("/history/runs").intValue()).isEqualTo(61);
        assertThat(runsIn(site)).isEqualTo(62);
    }

    private Outcome build(String input, String... options) {
        return build(site, input, options);
    }

    private Outcome run(String input, Map<String, String> environment, String... options) {
        return run(site, input, environment, options);
    }

    private static Outcome build(Path site, String input, String... options) {
        return run(site, input, Map.of(), options);
    }

    private static Outcome run(Path site, String input, Map<String, String> environment, String... options) {
        List<String> args = new ArrayList<>(List.of("build", "-", "-o", site.toString()));
        args.addAll(List.of(options));
        return Program.run(input.getBytes(StandardCharsets.UTF_8), environment, args.toArray(String[]::new));
    }

    /** Runs of a day in April, a line each. */
    private static String runs(int day, int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"id\":\"")
                    .append(Integer.toHexString((day * 100 + i) * 40_503))
                    .append("-")
                    .append(day)
                    .append("\",\"scenario_id\":\"s")
                    .append(i % 3)
                    .append("\",\"status\":\"")
                    .append(i % 4 == 0 ? "FAILED" : "PASSED")
                    .append("\",\"chat_history\":[],\"created_at\":\"2026-04-")
                    .append(day)
                    .append("T02:00:00Z\"}\n");
        }
        return lines.toString();
    }

    private static int runsIn(Path directory) {
        return new Site(directory).report().at("/totals/runs").intValue();
    }

    private List<JsonNode> problems() {
        return new Site(site).report().get("problems").valueStream().toList();
    }

    private List<Path> historyFiles() throws IOException {
        try (var files = Files.list(site.resolve("data/history"))) {
            return files.filter(file -> file.toString().endsWith(".gz"))
                    .sorted()
                    .toList();
        }
    }

    private static SortedMap<String, String> content(Path directory) {
        SortedMap<String, String> content = new TreeMap<>();
        new Site(directory)
                .files()
                .forEach((path, bytes) -> content.put(path, Arrays.hashCode(bytes) + " " + bytes.length));
        return content;
    }
}
