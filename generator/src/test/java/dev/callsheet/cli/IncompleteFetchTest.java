package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An archive that a fetch could not make whole: no reader of any of its reports can take it for the whole. */
class IncompleteFetchTest {

    private static final String ENDED = "\"2026-04-14T02:03:10Z\"";
    private static final String MISSING = """
            {"kind": "run", "id": "m1", "why": "answers 500 to bob@example.com"},
            {"kind": "run", "id": "m2", "why": "answers 500 to ann@example.com"},
            {"kind": "run", "id": "m3", "why": "<b>did not</b> answer"}""";
    private static final String SENTENCE = "Incomplete: fetched 14 of 17 runs; the most frequent reason, for 2 of 3"
            + " missing, is “answers 500 to [email 1]”.";

    @TempDir
    Path directory;

    private Path archive = Path.of("");

    @BeforeEach
    void fourteenGoodNights() throws IOException {
        archive = directory.resolve("archive");
        Files.createDirectories(archive.resolve("runs"));
        for (int night = 1; night <= 14; night++) {
            run(night, "PASSED");
        }
    }

    @Test
    void everyReaderOfTheSiteIsTold() throws IOException {
        says(ENDED, false, 3, MISSING);
        Site site = new Site(Program.build(directory.resolve("site"), archive));

        assertThat(site.page("index.html").select(".notice").eachText())
                .containsExactly(SENTENCE + " What is missing, by name");
        assertThat(site.page("index.html").select(".notice a").attr("href")).isEqualTo("problems.html");
        for (String page : new String[] {"index.html", "scenarios/index.html", "changes.html", "problems.html"}) {
            assertThat(site.text(page)).as(page).contains(" · fetched 14 of 17 runs · ");
        }
        assertThat(site.text("nights/2026-04-14.html")).contains("14 of 17 runs were fetched.");
        assertThat(site.text("problems.html")).contains("m1", "m2", "m3", "<b>did not</b> answer");
        assertThat(Files.readAllLines(site.root().resolve("data/problems.csv")))
                .filteredOn(line -> line.contains("\"incomplete\""))
                .hasSize(3);
        assertThat(Files.readAllLines(site.root().resolve("summary.md")).get(3))
                .isEqualTo("Incomplete: fetched 14 of 17 runs; the most frequent reason, for 2 of 3 missing, is"
                        + " “answers 500 to &#91;email 1&#93;”.");
        site.files().forEach((path, content) -> {
            String text = new String(content, StandardCharsets.UTF_8);
            assertThat(text).as(path).doesNotContain("bob@example.com", "ann@example.com");
            assertThat(path.endsWith(".html") && text.contains("<b>did"))
                    .as(path)
                    .isFalse();
        });
    }

    @Test
    void theFileForProgramsHasItAll() throws IOException {
        says(ENDED, false, 3, MISSING);
        JsonNode report = new Site(Program.build(directory.resolve("site"), archive)).report();

        JsonNode fetch = report.get("fetch");
        assertThat(fetch.at("/complete").booleanValue()).isFalse();
        assertThat(fetch.at("/ended").booleanValue()).isTrue();
        assertThat(fetch.at("/runs").toString())
                .isEqualTo("{\"asked\":17,\"received\":14,\"fetched\":10,\"cached\":4,\"unfinished\":0,\"gone\":0,"
                        + "\"missing\":3}");
        assertThat(fetch.at("/missing/2").toString())
                .isEqualTo("{\"kind\":\"run\",\"id\":\"m3\",\"why\":\"<b>did not</b> answer\"}");
        assertThat(fetch.at("/sources/0/file").stringValue()).isEqualTo("fetch.json");
        assertThat(fetch.at("/sources/0/runs/missing").intValue()).isEqualTo(3);
        assertThat(fetch.at("/sources/0/api").stringValue()).isEqualTo("https://api.bland.ai");
    }

    @ParameterizedTest
    @CsvSource({
        "inconclusive, PASSED, inconclusive, Gate inconclusive: 14 of 17 runs were fetched.",
        "warn, PASSED, pass, Gate passed.",
        "off, PASSED, pass, Gate passed.",
        "inconclusive, FAILED, inconclusive, Gate inconclusive: 14 of 17 runs were fetched; on what is there it would fail because",
        "warn, FAILED, fail, Gate failed because",
    })
    void theVerdictOfTheGateIsTheSameEverywhere(String setting, String tonight, String verdict, String sentence)
            throws IOException {
        for (int rerun = 14; rerun <= 18; rerun++) {
            run(rerun, 14, tonight);
        }
        says(ENDED, false, 3, MISSING);
        Path target = directory.resolve("site");
        assertThat(run(Map.of("CALLSHEET_GATE_INCOMPLETE", setting), "build", "-o", target.toString())
                        .code())
                .isZero();
        Site site = new Site(target);

        assertThat(site.report().at("/gate/verdict").stringValue()).isEqualTo(verdict);
        assertThat(site.text("index.html")).contains(sentence);
        assertThat(Files.readString(target.resolve("summary.md"))).contains(sentence);
        assertThat(site.page("index.html").select(".notice").eachText()).hasSize(1);
        assertThat(StreamSupport.stream(site.report().at("/gate/rules").spliterator(), false)
                        .filter(rule -> rule.get("rule").stringValue().equals("fetch_complete"))
                        .map(rule -> rule.get("verdict").stringValue())
                        .collect(Collectors.joining()))
                .isEqualTo(setting.equals("off") ? "" : setting);
        String rule = setting.equals("off") ? "not asked" : setting.equals("warn") ? "a warning" : "inconclusive";
        assertThat(site.text("method.html")).contains("the rule is " + rule + " in this report");
    }

    @Test
    void theConsoleSaysItEvenWhenItIsToBeQuiet() throws IOException {
        says("null", false, 3, MISSING);
        Program.Outcome outcome = run(Map.of(), "check", "-q");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err().lines())
                .containsExactly(
                        "callsheet: fetch: " + SENTENCE.substring(0, 1).toLowerCase(Locale.ROOT)
                                + SENTENCE.substring(1, SENTENCE.length() - 1),
                        "callsheet: fetch: the fetch of these results did not end: some may be missing");
    }

    @Test
    void checkNamesEachAndCountsThemForPrograms() throws IOException {
        says("null", false, 3, MISSING);
        Program.Outcome outcome = run(Map.of(), "check", "--json");
        assertThat(outcome.err())
                .contains(
                        "warning: fetch.json#/missing/1: expected the run \"m2\", found nothing: answers 500 to [email 1]")
                .contains("warning: fetch.json#/ended_at: expected the time at which the fetch ended");
        JsonNode fetch = JsonMapper.shared().readTree(outcome.out()).get("fetch");
        assertThat(fetch.toString())
                .startsWith("{\"complete\":false,\"ended\":false,\"runs\":{\"asked\":17,\"received\":14,\"gone\":0,"
                        + "\"missing\":3},\"scenarios\":{\"asked\":0,");
    }

    @Test
    void aWholeFetchIsSaidInAFewWords() throws IOException {
        says(ENDED, true, 0, "");
        Program.Outcome outcome =
                run(Map.of(), "build", "-o", directory.resolve("site").toString());
        assertThat(outcome.err()).contains("\nlast fetch complete: 14 runs\n");
        Site site = new Site(directory.resolve("site"));
        assertThat(site.text("index.html")).contains(" · last fetch complete: 14 runs · ");
        assertThat(site.page("index.html").select(".notice")).isEmpty();
        assertThat(site.report().at("/problems")).isEmpty();
        assertThat(site.report().at("/gate/verdict").stringValue()).isEqualTo("pass");
    }

    @Test
    void withoutAFetchNothingIsSaid() {
        Program.Outcome outcome = run(Map.of(), "check", "--json");
        assertThat(outcome.err()).doesNotContain("fetch");
        assertThat(JsonMapper.shared().readTree(outcome.out()).get("fetch").isNull())
                .isTrue();
        Site site = new Site(Program.build(directory.resolve("site"), archive));
        assertThat(site.report().get("fetch").isNull()).isTrue();
        assertThat(site.text("index.html")).doesNotContain("fetch");
    }

    @Test
    void anArchiveWithNothingButItsStatementIsNoInput() throws IOException {
        says(ENDED, false, 3, MISSING);
        Program.Outcome outcome = Program.run(
                "build",
                "-o",
                directory.resolve("site").toString(),
                archive.resolve("fetch.json").toString());
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.err()).contains("fetch: incomplete: fetched 14 of 17 runs", "no usable input");
        assertThat(directory.resolve("site")).doesNotExist();
    }

    @Test
    void thousandsOfMissingRunsAreNamedOneByOne() throws IOException {
        says(
                ENDED,
                false,
                3_000,
                IntStream.range(0, 3_000)
                        .mapToObj(i -> "{\"kind\": \"run\", \"id\": \"m" + i + "\", \"why\": \"answers 500\"}")
                        .collect(Collectors.joining(",")));
        Site site = new Site(Program.build(directory.resolve("site"), archive));
        assertThat(site.report().at("/problems")).hasSize(3_000);
        assertThat(site.report().at("/fetch/missing")).hasSize(3_000);
        assertThat(Files.readAllLines(site.root().resolve("data/problems.csv"))).hasSize(3_001);
        assertThat(site.text("index.html"))
                .contains("Incomplete: fetched 14 of 3\u202f014 runs; the reason is “answers 500”.");
    }

    private Program.Outcome run(Map<String, String> environment, String... args) {
        return Program.run(
                new byte[0],
                environment,
                Stream.concat(Arrays.stream(args), Stream.of(archive.toString()))
                        .toArray(String[]::new));
    }

    private void run(int night, String status) throws IOException {
        run(night, night, status);
    }

    private void run(int id, int night, String status) throws IOException {
        Files.writeString(archive.resolve("runs/r" + id + ".json"), """
                {"id": "r%d", "scenario_id": "s1", "status": "%s", "chat_history": [],
                 "created_at": "2026-04-%02dT02:00:00Z"}
                """.formatted(id, status, night));
    }

    private void says(String ended, boolean complete, int missing, String list) throws IOException {
        String none = counts(0, 0, 0, 0);
        Files.writeString(archive.resolve("fetch.json"), """
                {"schema": "callsheet.fetch/1", "api": "https://api.bland.ai", "began_at": "2026-04-14T02:00:00Z",
                 "ended_at": %s, "complete": %s, "runs": %s, "scenarios": %s, "batches": %s, "simulation_sets": %s,
                 "missing": [%s], "gone": []}
                """.formatted(
                        ended, complete, counts(14 + missing, 10, 4, missing), none, none, none, list));
    }

    private static String counts(int asked, int fetched, int cached, int missing) {
        return """
                {"asked": %d, "received": %d, "fetched": %d, "cached": %d, "unfinished": 0, "gone": 0, "missing": %d}""".formatted(asked, fetched + cached, fetched, cached, missing);
    }
}
