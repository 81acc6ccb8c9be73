package dev.callsheet.cli;

import static dev.callsheet.testing.FaultyApi.ok;
import static dev.callsheet.testing.FaultyApi.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.output.SiteDirectory;
import dev.callsheet.testing.FaultyApi;
import dev.callsheet.testing.ScriptedSmtp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The one line of a cron job: what it says and leaves behind when all goes well, and when a stage does not. */
class NightlyTest {

    private static final String REFUSED = "{\"errors\": [{\"error\": \"UNAUTHORIZED\", \"message\": \"no\"}]}";

    @TempDir
    Path directory;

    @Test
    void aNightFetchesBuildsPublishesAndJudges() throws IOException {
        try (Fetching fetching = new Fetching(directory)) {
            Program.Outcome outcome = fetching.run(Map.of(), "nightly");
            assertThat(outcome.out()).isEqualTo("site\n");
            assertThat(outcome.err().lines().map(line -> line.replaceFirst("[\\d,.]+ [kM]?B$", "SIZE")))
                    .satisfiesExactly(
                            line -> assertThat(line)
                                    .startsWith("fetch: fetched 4 scenarios, 30 runs (1 unfinished), 3 batches with "),
                            line -> assertThat(line)
                                    .isEqualTo(
                                            "build: the night of 2026-04-14, 30 runs of 4 scenarios in 3 nights, 0 problems"),
                            line -> assertThat(line).matches("publish: site, \\d+ files, SIZE"),
                            line -> assertThat(line).startsWith("gate: Gate "));
            assertThat(outcome.code()).isEqualTo(codeOfTheGate());
            assertThat(site().nights()).hasSize(3);
        }
    }

    @Test
    void theNextNightRemembersTheSiteThatItReplaces() throws IOException {
        try (FaultyApi api = api("r1", "r2")) {
            nightly(api);
            deleteArchive();
            serve(api, "r3");
            Program.Outcome second = nightly(api, "--verbose");
            assertThat(second.err()).contains("history: site: 1 night, 2 runs");
            assertThat(site().report().at("/totals/runs").asInt()).isEqualTo(3);
        }
    }

    @Test
    void aHistoryThatIsNamedIsUsedInsteadOfTheSite() throws IOException {
        try (FaultyApi api = api("r1")) {
            nightly(api);
            deleteArchive();
            Files.writeString(directory.resolve("callsheet.yml"), "history:\n  from: elsewhere\n");
            serve(api, "r2");
            Program.Outcome second = nightly(api);
            assertThat(second.err()).contains("callsheet: history: elsewhere ");
            assertThat(site().report().at("/totals/runs").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aHistoryThatIsRequiredAndNotThereEndsTheNight() throws IOException {
        try (FaultyApi api = api("r1")) {
            Files.writeString(directory.resolve("callsheet.yml"), "history:\n  required: true\n");
            Program.Outcome outcome = nightly(api);
            assertThat(outcome.code()).isEqualTo(6);
            assertThat(outcome.err()).contains("callsheet: build: ");
            assertThat(directory.resolve("site")).doesNotExist();
        }
    }

    @Test
    void aRefusedKeyLeavesTheOldSiteStanding() throws IOException {
        try (FaultyApi api = api("r1")) {
            nightly(api);
            SortedMap<String, byte[]> before = site().files();
            api.on("scenarios", status(401, REFUSED)).on("runs", status(401, REFUSED));
            Program.Outcome outcome = nightly(api);
            assertThat(outcome.code()).isEqualTo(6);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .contains("does not accept the key in BLAND_API_KEY")
                    .endsWith("the report in site is still that of before\n")
                    .doesNotContain("build:", "publish:", "gate:");
            Site.assertSame(site().files(), before);
        }
    }

    @Test
    void aServerThatAnswersNothingLeavesTheOldSiteStanding() throws IOException {
        try (FaultyApi api = api("r1")) {
            nightly(api);
            SortedMap<String, byte[]> before = site().files();
            api.on("scenarios", status(404, "{}")).on("runs", status(404, "{}"));
            Program.Outcome outcome = nightly(api, "--json");
            assertThat(outcome.code()).isEqualTo(6);
            assertThat(outcome.out()).isEqualTo("{\"stages\":{\"fetch\":\"failed\"},\"exit_code\":6}\n");
            Site.assertSame(site().files(), before);
        }
    }

    @Test
    void anIncompleteNightIsPublishedAndSaysSo() throws IOException {
        try (FaultyApi api = api("r1", "r2", "r3").on("runs/r2", status(400, "{}"))) {
            Program.Outcome outcome = nightly(api, "--json");
            assertThat(outcome.code()).isEqualTo(6);
            JsonNode result = JsonMapper.shared().readTree(outcome.out());
            assertThat(result.get("stages"))
                    .isEqualTo(JsonMapper.shared()
                            .readTree("{\"fetch\": \"incomplete\", \"build\": \"done\", \"publish\": \"done\","
                                    + " \"gate\": \"inconclusive\"}"));
            assertThat(site().text("index.html")).contains("Incomplete: fetched 2 of 3 runs");
        }
    }

    @Test
    void whoLetsTheGateJudgeAnIncompleteNightGetsItsVerdict() throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), "gate:\n  incomplete: warn\n");
        try (FaultyApi api = api("r1", "r2", "r3").on("runs/r2", status(400, "{}"))) {
            Program.Outcome outcome = nightly(api);
            assertThat(outcome.code()).isEqualTo(codeOfTheGate()).isZero();
        }
    }

    @Test
    void aNightThatBringsNothingIsNotGreen() throws IOException {
        try (FaultyApi api = api("r1", "r2", "r3")) {
            assertThat(nightly(api).code()).isZero();
            Program.Outcome second = nightly(api, "--quiet");
            assertThat(second.code()).isEqualTo(4);
            assertThat(second.err())
                    .isEqualTo("gate: no run has ended since the last fetch: this is no verdict on tonight\n");
        }
    }

    @Test
    void anApiWithoutResultsLeavesTheOldSiteStanding() throws IOException {
        try (FaultyApi api = api("r1")) {
            nightly(api);
            SortedMap<String, byte[]> before = site().files();
            deleteArchive();
            api.runs();
            Program.Outcome outcome = nightly(api);
            assertThat(outcome.code()).isEqualTo(5);
            assertThat(outcome.err()).contains("callsheet: build: no usable input");
            Site.assertSame(site().files(), before);
        }
    }

    @Test
    void aDirectoryOfSomeoneElseIsNotReplaced() throws IOException {
        Files.createDirectories(directory.resolve("site"));
        Files.writeString(directory.resolve("site/thesis.txt"), "three years of work");
        try (FaultyApi api = api("r1")) {
            Program.Outcome outcome = nightly(api);
            assertThat(outcome.code()).isEqualTo(7);
            assertThat(outcome.err()).contains("callsheet: publish: ").doesNotContain("gate:");
            assertThat(directory.resolve("site/thesis.txt")).hasContent("three years of work");
        }
    }

    @Test
    void aSiteThatSomeoneElseIsWritingIsLeftAlone() throws IOException {
        try (FaultyApi api = api("r1")) {
            nightly(api);
            SortedMap<String, byte[]> before = site().files();
            try (SiteDirectory other = SiteDirectory.open(directory.resolve("site"))) {
                Program.Outcome outcome = nightly(api);
                assertThat(outcome.code()).isEqualTo(7);
                assertThat(outcome.err()).contains("callsheet: publish: ");
                assertThat(other.written()).isEmpty();
            }
            Site.assertSame(site().files(), before);
        }
    }

    @Test
    void aSecretThatSomeoneSaidInACallIsNotPublished() throws IOException {
        try (FaultyApi api = api("r1")) {
            api.on("runs/r1", ok(full("r1").replace("\"id\"", "\"error_message\": \"my dog is Fifi-1234\", \"id\"")));
            Map<String, String> environment = new HashMap<>(environment(api));
            environment.put("CALLSHEET_SMTP_PASSWORD", "Fifi-1234");
            Program.Outcome outcome = Program.run(new byte[0], environment, directory, "nightly");
            assertThat(outcome.code()).isEqualTo(7);
            assertThat(outcome.err())
                    .contains("the value of CALLSHEET_SMTP_PASSWORD stands in ")
                    .doesNotContain("Fifi-1234");
            assertThat(directory.resolve("site")).doesNotExist();
        }
    }

    @Test
    void theFirstPageAsOneFileIsAStageOfItsOwn() throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), "site:\n  single_file: report.html\n");
        try (FaultyApi api = api("r1")) {
            Program.Outcome outcome = nightly(api, "--json");
            assertThat(outcome.code()).isEqualTo(codeOfTheGate());
            assertThat(stages(outcome.out()))
                    .startsWith("fetch=done, build=done, publish=done, single_file=done, gate=");
            assertThat(directory.resolve("report.html")).isNotEmptyFile();
        }
    }

    @Test
    void whenOnlyTheOneFileFailsTheSiteIsPublishedAndTheGateIsAsked() throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), "site:\n  single_file: report.html\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (FaultyApi api = api("r1")) {
            Io io = new Io(
                    InputStream.nullInputStream(),
                    new PrintStream(out, false, StandardCharsets.UTF_8),
                    new PrintStream(err, false, StandardCharsets.UTF_8),
                    environment(api),
                    directory,
                    new Intruder(directory.resolve("report.html"), directory.resolve(".report.html.callsheet-lock")),
                    false);
            assertThat(Main.run(io, "nightly", "--json")).isEqualTo(7);
        }
        assertThat(stages(out.toString(StandardCharsets.UTF_8)))
                .startsWith("fetch=done, build=done, publish=done, single_file=failed, gate=");
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("\npublish: site, ", "callsheet: publish: ", "\ngate: ");
        assertThat(directory.resolve("report.html")).hasContent("somebody else's");
        assertThat(site().nights()).hasSize(1);
    }

    /** "fetch=done, build=done". */
    private static String stages(String out) {
        return JsonMapper.shared().readTree(out).get("stages").properties().stream()
                .map(stage -> stage.getKey() + "=" + stage.getValue().stringValue())
                .collect(Collectors.joining(", "));
    }

    @Test
    void theMailGoesOutOnceTheSiteIsThere() throws Exception {
        try (FaultyApi api = api("r1");
                ScriptedSmtp smtp = ScriptedSmtp.plain()) {
            configureMail(smtp.port());
            Program.Outcome outcome = nightly(api);
            assertThat(outcome.err().lines().map(line -> line.replaceFirst(":.*", "")))
                    .containsExactly("fetch", "build", "publish", "mail", "gate");
            assertThat(outcome.err())
                    .contains("mail: sent to 1 recipient at example.com by ")
                    .doesNotContain("ann@");
            assertThat(outcome.code()).isEqualTo(codeOfTheGate());
        }
    }

    @Test
    void whenTheMailFailsTheSiteIsThereAndTheGateIsAsked() throws Exception {
        try (FaultyApi api = api("r1");
                ScriptedSmtp smtp = ScriptedSmtp.plain().on("RCPT TO", "550 5.1.1 no such user")) {
            configureMail(smtp.port());
            Program.Outcome outcome = nightly(api, "--json");
            assertThat(outcome.code()).isEqualTo(7);
            assertThat(JsonMapper.shared().readTree(outcome.out()).get("stages").toString())
                    .matches(".*\"publish\":\"done\",\"mail\":\"failed\",\"gate\":\"\\w+\".*");
            assertThat(site().nights()).hasSize(1);
        }
    }

    @Test
    void halfAConfigurationOfTheMailStopsTheNightBeforeItBegins() throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), "mail:\n  to: ann@example.com\n");
        try (FaultyApi api = api("r1")) {
            for (String[] options : new String[][] {{}, {"--dry-run"}}) {
                Program.Outcome outcome = nightly(api, options);
                assertThat(outcome.code()).isEqualTo(2);
                assertThat(outcome.err()).startsWith("callsheet: mail.server is not set");
            }
            assertThat(api.asked()).isEmpty();
        }
    }

    private void configureMail(int port) throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), """
                mail:
                  server: smtp+plain://127.0.0.1:%d
                  from: callsheet@example.com
                  to: ann@example.com
                """.formatted(port));
    }

    @Test
    void withoutAKeyNothingIsAsked() throws IOException {
        try (FaultyApi api = api("r1")) {
            Program.Outcome outcome =
                    Program.run(new byte[0], Map.of("BLAND_BASE_URL", api.origin()), directory, "nightly");
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.err()).startsWith("callsheet: fetch: BLAND_API_KEY is not set");
            assertThat(api.asked()).isEmpty();
        }
    }

    private static FaultyApi api(String... runs) {
        FaultyApi api = new FaultyApi();
        serve(api, runs);
        return api;
    }

    private static void serve(FaultyApi api, String... runs) {
        api.runs(runs);
        for (String id : runs) {
            api.on("runs/" + id, ok(full(id)));
        }
    }

    private static String full(String id) {
        return """
                {"id": "%s", "scenario_id": "s", "scenario_name": "Greeting", "status": "PASSED",
                 "created_at": "2026-04-14T02:00:00Z", "chat_history": []}""".formatted(id);
    }

    private Program.Outcome nightly(FaultyApi api, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "nightly";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return Program.run(new byte[0], environment(api), directory, arguments);
    }

    private static Map<String, String> environment(FaultyApi api) {
        return Map.of("BLAND_BASE_URL", api.origin(), "BLAND_API_KEY", Fetching.KEY);
    }

    private Site site() {
        return new Site(directory.resolve("site"));
    }

    private int codeOfTheGate() {
        return switch (site().report().at("/gate/verdict").stringValue()) {
            case "pass" -> 0;
            case "fail" -> 3;
            default -> 4;
        };
    }

    private void deleteArchive() throws IOException {
        try (var files = Files.walk(directory.resolve("data"))) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
