package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.config.Setting;
import dev.callsheet.config.Settings;
import dev.callsheet.metrics.Rules;
import dev.callsheet.metrics.Threshold;
import dev.callsheet.site.SitePaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a configuration does to a command. */
class ConfiguredTest {

    /** Late on the 13th by UTC; of the 14th in Tokyo. */
    private static final byte[] RUNS = """
            {"id": "r1", "scenario_id": "s1", "status": "FAILED", "chat_history": [], "created_at": "2026-04-10T20:00:00Z"}
            {"id": "r2", "scenario_id": "s1", "status": "PASSED", "chat_history": [], "created_at": "2026-04-12T20:00:00Z"}
            {"id": "r3", "scenario_id": "s1", "status": "PASSED", "chat_history": [], "created_at": "2026-04-13T20:00:00Z"}
            """.getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    @Test
    void theFileOfTheWorkingDirectoryIsRead() throws IOException {
        configured("zone: Asia/Tokyo\noutput: '" + directory.resolve("of-file") + "'\n");
        Program.Outcome outcome = run(Map.of(), "build", "-");
        assertThat(outcome.err()).contains("night of 2026-04-14");
        assertThat(outcome.out()).isEqualTo(directory.resolve("of-file") + "\n");
        assertThat(new Site(directory.resolve("of-file")).report().at("/zone").stringValue())
                .isEqualTo("Asia/Tokyo");
    }

    @Test
    void aFlagGoesBeforeAVariableThatBeforeTheFile() throws IOException {
        configured("zone: Asia/Tokyo\nnight_starts: 12:00\nrules:\n  window_nights: 30\n  recent_nights: 5\n");
        Map<String, String> environment = Map.of(
                "CALLSHEET_ZONE", "Europe/Berlin",
                "CALLSHEET_NIGHT_STARTS", "06:00",
                "CALLSHEET_RULES_WINDOW_NIGHTS", "20",
                "CALLSHEET_OUTPUT", site());
        assertThat(run(environment, "build", "-", "--zone", "UTC").code()).isZero();
        JsonNode report = new Site(Path.of(site())).report();
        assertThat(report.at("/zone").stringValue()).isEqualTo("UTC");
        assertThat(report.at("/night_starts").stringValue()).isEqualTo("06:00");
        assertThat(report.at("/rules/window_nights").intValue()).isEqualTo(20);
        assertThat(report.at("/rules/recent_nights").intValue()).isEqualTo(5);
        assertThat(report.at("/rules/prior_runs").intValue()).isEqualTo(5);
    }

    @Test
    void theWindowDecidesWhatFiguresLookBackOver() throws IOException {
        configured("rules: {window_nights: 2, new_nights: 1, recent_nights: 1}");
        assertThat(run(Map.of(), "build", "-", "-o", site()).code()).isZero();
        Site site = new Site(Path.of(site()));
        assertThat(site.report().at("/scenarios/0/window/n").intValue()).isEqualTo(2);
        assertThat(site.report().at("/scenarios/0/window/failed").intValue()).isZero();
        assertThat(site.page(SitePaths.scenario("s1").value()).text()).contains("the last 2 nights with a result");
        assertThat(site.page("method.html").text()).contains("runs of the last 2 nights on which it has a result");
        assertThat(site.files().entrySet().stream()
                        .filter(file ->
                                file.getKey().endsWith(".html") || file.getKey().endsWith(".md"))
                        .map(file -> new String(file.getValue(), StandardCharsets.UTF_8)))
                .noneMatch(text -> text.contains("60 nights"));
    }

    @Test
    void theMethodPageRepeatsEveryThresholdAndMarksThoseThatWereChanged() throws IOException {
        configured("rules: {window_nights: 30, alpha: 0.010}");
        assertThat(run(Map.of(), "build", "-", "-o", site()).code()).isZero();
        Element section = new Site(Path.of(site())).page("method.html").expectFirst("#thresholds");
        assertThat(section.expectFirst("h2").text()).contains("2 of 17 changed");
        List<List<String>> rows = section.select("tbody tr").stream()
                .map(row -> row.select("th, td").eachText())
                .toList();
        assertThat(rows)
                .hasSameSizeAs(Threshold.values())
                .contains(
                        List.of("window_nights", "30, changed", "60", Threshold.WINDOW_NIGHTS.meaning()),
                        List.of("alpha", "0.01, changed", "0.05", Threshold.ALPHA.meaning()),
                        List.of("change_alpha", "0.001", "0.001", Threshold.CHANGE_ALPHA.meaning()));
    }

    @Test
    void theReportHoldsEveryThreshold() {
        assertThat(run(Map.of(), "build", "-", "-o", site()).code()).isZero();
        JsonNode rules = new Site(Path.of(site())).report().get("rules");
        assertThat(rules.propertyNames())
                .containsExactlyElementsOf(
                        Arrays.stream(Threshold.values()).map(Threshold::key).toList());
        assertThat(Threshold.values())
                .allSatisfy(threshold ->
                        assertThat(rules.get(threshold.key()).numberValue()).isEqualTo(threshold.of(Rules.DEFAULT)));
    }

    @Test
    void aCheckJudgesDatesByTheSameCalendar() throws IOException {
        configured("zone: Asia/Tokyo");
        byte[] run = "{\"id\":\"r\",\"scenario_id\":\"s\",\"status\":\"PASSED\",\"chat_history\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Program.run(run, Map.of(), directory, "check", "-").code()).isZero();
        configured("zone: Asia/Tokio");
        assertThat(Program.run(run, Map.of(), directory, "check", "-"))
                .satisfies(outcome -> assertThat(outcome.code()).isEqualTo(2))
                .satisfies(
                        outcome -> assertThat(outcome.err()).startsWith("callsheet: callsheet.yml:1: zone: must be"));
        assertThat(Program.run(run, Map.of(), directory, "check", "-", "--config", "none.yml")
                        .err())
                .isEqualTo("callsheet: none.yml: there is no such file\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zoen: UTC", "rules: {floor: 2}", "api_key: hunter2", "", "[", "zone: \"\\e[31m\\nred\""})
    void aWrongConfigurationIsUsageAndNothingIsWritten(String text) throws IOException {
        configured(text);
        Program.Outcome outcome = run(Map.of(), "build", "-", "-o", site());
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .matches("callsheet: callsheet\\.yml[^\\p{Cntrl}]*\n")
                .doesNotContain("hunter2")
                .doesNotContain(directory.toString());
        assertThat(Path.of(site())).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                build | --history=                            | --history: must be a source
                build | --history=site --history=             | --history: must be a source
                build | --history                             | Missing required parameter for option '--history'
                build | --history=https://me:hunter2@host/    | --history: must be a source
                build | --history-required=hunter2            | Invalid value for option '--history-required'
                build | --baseline=yesterday                  | --baseline: must be a night
                build | --stream=feature/X                    | feature-x would do
                build | --stream a --stream b                 | option '--stream' (NAME) should be specified only once
                check | --history=site                        | Unknown option: '--history=site'
                check | --stream=a                            | Unknown option: '--stream=a'
                """)
    void aWrongFlagIsUsageAndNothingIsWritten(String command, String flags, String said) {
        List<String> args = new ArrayList<>(List.of(command, "-"));
        args.addAll(List.of(flags.split(" ")));
        Program.Outcome outcome =
                Program.run(RUNS, Map.of("CALLSHEET_OUTPUT", site()), directory, args.toArray(String[]::new));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(said).doesNotContain("me:hunter2");
        assertThat(Path.of(site())).doesNotExist();
    }

    @Test
    void aSwitchDoesNotTakeTheSourceForItsValue() {
        assertThat(run(Map.of(), "build", "-o", site(), "--history-readonly", "-")
                        .code())
                .isZero();
        assertThat(run(Map.of(), "build", "-o", site(), "--history-required=false", "-")
                        .code())
                .isZero();
    }

    static Stream<Setting<?>> flags() {
        return Settings.ALL.stream().filter(setting -> setting.flag() != null);
    }

    @ParameterizedTest
    @MethodSource("flags")
    void theHelpNamesTheFlagAndTheDefaultOfASetting(Setting<?> setting) {
        String command = setting.section().equals("fetch") ? "fetch" : "build";
        String help = Program.run(command, "--help").out().replaceAll("\\s+", " ");
        String value = setting.form() == Setting.Form.SWITCH ? "[=true|false]" : "=";
        assertThat(help).contains(setting.flag() + value).contains("(default: " + setting.byDefault() + ")");
    }

    private void configured(String text) throws IOException {
        Files.writeString(directory.resolve("callsheet.yml"), text);
    }

    private String site() {
        return directory.resolve("site").toString();
    }

    private Program.Outcome run(Map<String, String> environment, String... args) {
        return Program.run(RUNS, environment, directory, args);
    }
}
