package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Known issues from the configuration to every place that tells the verdict. The night is 14 April. */
class MutedBuildTest {

    private static final String RUNS = """
            {"id": "r1", "scenario_id": "s1", "status": "FAILED", "chat_history": [], "created_at": "2026-04-14T02:00:00.000Z"}
            {"id": "r2", "scenario_id": "s2", "status": "PASSED", "chat_history": [], "created_at": "2026-04-14T02:00:00.000Z"}
            {"id": "s1", "name": "Cancel", "is_required_for_promotion": true, "assertions": []}
            """;
    private static final String MUTED = "Gate passed; 1 scenario is muted, else it would fail.";

    @TempDir
    Path temporary;

    @Test
    void aMuteIsSeenWhereverTheVerdictIs() throws IOException {
        Program.Outcome outcome = build(mute("s1", "Ada", "issue 12", "2026-04-14"), "--gate");
        assertThat(outcome.code()).isZero();
        String told = "Muted until Tue 14 Apr 2026 by Ada: Cancel (issue 12).";
        assertThat(outcome.err()).contains(MUTED + "\n").contains("\n" + told + "\n");
        assertThat(site().page("index.html").text()).contains(MUTED).contains(told);
        assertThat(site().page("nights/2026-04-14.html")
                        .select("section:has(#mutes-title)")
                        .text())
                .contains("Cancel muted Tue 14 Apr 2026 Ada issue 12");
        assertThat(summary()).contains(MUTED).contains(told);
        JsonNode gate = site().report().get("gate");
        assertThat(gate.get("sentence").asString()).isEqualTo(MUTED);
        assertThat(gate.get("verdict_without_mutes").asString()).isEqualTo("fail");
        assertThat(gate.at("/mutes/0/state").asString()).isEqualTo("active");
        assertThat(gate.at("/mutes/0/sentence").asString()).isEqualTo(told);
        assertThat(gate.at("/mutes/0/line").asInt()).isEqualTo(2);
        assertThat(site().report().get("problems")).isEmpty();
    }

    @Test
    void anExpiredMuteMutesNothingAndIsAnErrorHoweverQuietTheBuildIs() throws IOException {
        String mutes = mute("s1", "Ada", "issue 12", "2026-04-13");
        Program.Outcome outcome = build(mutes, "--gate", "-q");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.err())
                .startsWith(
                        "callsheet: callsheet.yml:2: the mute of \"s1\" by Ada ended on 2026-04-13 and mutes no longer\n");
        assertThat(site().report().at("/problems/0/severity").asString()).isEqualTo("error");
        assertThat(site().report().at("/problems/0/line").asInt()).isEqualTo(2);
        assertThat(site().report().at("/problems/0/found").asString()).isEqualTo("2026-04-13, set by Ada");
        assertThat(site().page("problems.html").text())
                .contains("callsheet.yml:2")
                .contains("the mute has expired");
        assertThat(summary())
                .contains("No longer muted, since the mute by Ada ended on Mon 13 Apr 2026: Cancel (issue 12).");
        assertThat(run("check", "-").err())
                .contains("error: callsheet.yml:2#/mutes/0/until: expected a last night not before 2026-04-14,"
                        + " found 2026-04-13, set by Ada (");
    }

    @Test
    void aMuteOfNobodyIsAProblem() throws IOException {
        assertThat(build(mute("S1", "Ada", "issue 12", "2026-05-01"), "--gate").code())
                .isEqualTo(3);
        assertThat(site().report().at("/problems/0/severity").asString()).isEqualTo("warning");
        assertThat(site().report().at("/problems/0/record_id").asString()).isEqualTo("S1");
        assertThat(site().report().at("/gate/mutes/0/state").asString()).isEqualTo("unknown");
    }

    @Test
    void ownerAndReasonAreNeverMarkupStructureOrCommand() throws IOException {
        String hostile = "<script>alert(1)</script>]]>\\r\\n::error::x\\0\\e[31m\\x85\\u202e\\uFFFE@all | `";
        Program.Outcome outcome = build(mute("s1", hostile, hostile, "2026-04-14"), "--gate");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err().lines()).noneMatch(line -> line.startsWith("::error"));
        assertThat(outcome.err())
                .doesNotContain("\u001b")
                .doesNotContain("\u202e")
                .doesNotContain("\u0085");
        assertThat(summary()).doesNotContain("<script").doesNotContain("\u001b").doesNotContain("\u202e");
        assertThat(summary().lines()).noneMatch(line -> line.startsWith("::error"));
        for (String page : List.of("index.html", "nights/2026-04-14.html")) {
            assertThat(site().page(page).select("script:not([src])")).isEmpty();
            assertThat(site().page(page).text()).contains("<script>alert(1)</script>");
        }
        assertThat(Program.run("gate", site().root().toString()).out())
                .doesNotContain("\u001b")
                .hasLineCount((int) outcome.err()
                        .lines()
                        .filter(l -> l.startsWith("Gate") || l.startsWith("warn: ") || l.startsWith("Muted"))
                        .count());
    }

    @Test
    void theReportKeepsToItsSchema() throws IOException {
        build(mute("s1", "Ada", "issue 12", "2026-04-13"), "--gate");
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(JsonMapper.shared().readTree(Files.readString(Path.of("docs/report.schema.json"))))
                        .validate(site().report()))
                .isEmpty();
    }

    @Test
    void manyMutesAreNoFlood() throws IOException {
        StringBuilder mutes = new StringBuilder("mutes:\n");
        for (int i = 0; i < 500; i++) {
            mutes.append("- {scenario: n").append(i).append(", owner: Ada, reason: r, until: 2026-05-01}\n");
        }
        assertThat(build(mutes.toString()).code()).isZero();
        assertThat(site().page("index.html").text()).contains("The configuration has 497 more mutes.");
        assertThat(site().report().at("/gate/mutes")).hasSize(500);
    }

    private static String mute(String scenario, String owner, String reason, String until) {
        return "mutes:\n- scenario: %s\n  owner: \"%s\"\n  reason: \"%s\"\n  until: %s\n"
                .formatted(scenario, owner, reason, until);
    }

    private String summary() throws IOException {
        return Files.readString(site().root().resolve("summary.md")).replace("&#124;", "|");
    }

    private Site site() {
        return new Site(temporary.resolve("site"));
    }

    private Program.Outcome build(String configuration, String... more) throws IOException {
        Files.writeString(temporary.resolve("callsheet.yml"), configuration);
        List<String> args = new ArrayList<>(
                List.of("build", "-", "-o", temporary.resolve("site").toString()));
        args.addAll(Arrays.asList(more));
        return run(args.toArray(String[]::new));
    }

    private Program.Outcome run(String... args) {
        return Program.run(RUNS.getBytes(StandardCharsets.UTF_8), Map.of(), temporary, args);
    }
}
