package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.output.SafePath;
import dev.callsheet.site.SitePaths;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every string of the input is hostile: none of it may become markup, template, formula or path. */
class HostileTextTest {

    /** Breaks out of text, attributes, comments, templates, Markdown, spreadsheets and columns. */
    private static final String ATTACK = "=cmd|'/c calc'!A1 \"'><img src=x onerror=alert(1)><script>alert(2)</script>"
            + "<!-- ]]> [[${7*7}]] [(${7*7})] __${7*7}__ [x](javascript:alert(3)) ![i](http://evil.example/t.png)"
            + " ../../etc/passwd \u202Egnp.exe \u0000\u001b[31m &lt; {{7*7}} "
            + "Donaudampfschiffahrt".repeat(15);

    /** Three pages. */
    private static final int FAILED_TURNS = 161;

    private static final int PASSED_TURNS = 90;

    private static final JsonMapper JSON = JsonMapper.shared();

    @TempDir
    Path temporary;

    private Site site = new Site(Path.of("."));

    @BeforeEach
    void build() {
        site = new Site(build(temporary.resolve("site")));
    }

    /** Builds the site of this class, fails unless that works, and returns its folder. */
    static Path build(Path root, String... options) {
        String input = String.join(
                "\n", run().toString(), pass().toString(), scenario().toString(), batch().toString(), set().toString());
        List<String> arguments = new ArrayList<>(List.of("build", "-", "-o", root.toString()));
        arguments.addAll(List.of(options));
        Program.Outcome outcome =
                Program.run(input.getBytes(StandardCharsets.UTF_8), Map.of(), arguments.toArray(String[]::new));
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err())
                .doesNotContain("\u001b")
                .doesNotContain("\u202e")
                .doesNotContain("\u0000");
        return root;
    }

    @Test
    void nothingBecomesMarkup() {
        site.files().forEach((path, content) -> {
            if (path.endsWith(".html")) {
                String html = new String(content, StandardCharsets.UTF_8);
                Document page = Jsoup.parse(html);
                assertThat(page.select("script:not([src]), img[src=x], [onerror], [href^=javascript], [src^=http]"))
                        .as(path)
                        .isEmpty();
                assertThat(html).as(path).doesNotContain("\u0000").doesNotContain("\u001b");
            }
        });
    }

    @Test
    void nothingBecomesATemplate() {
        site.files()
                .forEach((path, content) -> assertThat(new String(content, StandardCharsets.UTF_8))
                        .as(path)
                        .doesNotContain("49]]")
                        .doesNotContain(" 49 "));
        assertThat(runPage().text()).contains("[[${7*7}]]").contains("__${7*7}__");
    }

    @Test
    void theTextIsStillThereToRead() {
        assertThat(runPage().select(".turn .said").text()).contains("<script>alert(2)</script>");
        assertThat(runPage().select(".crumbs").text()).contains("onerror=alert(1)");
    }

    @Test
    void aLongCallIsReadOnSeveralPagesBesideItsNearestPass() {
        SafePath first = SitePaths.run(id("run"));
        assertThat(runPage().select(".pass .said").text()).contains("<script>alert(2)</script>");
        Document second = site.page(first.value().replace(".html", "-2.html"));
        assertThat(second.select("h1").text()).isEqualTo("Turns 81 to 160 of 161 of a failed call.");
        assertThat(second.select(".turn .said").text()).contains("<script>alert(2)</script>");
        assertThat(PageType.of(site.root()))
                .contains(new PageType("runs-further", first.value().replace(".html", "-2.html")));
        assertThat(Links.dead(site)).isEmpty();
    }

    @Test
    void noCellOfACsvFileStartsAFormula() {
        site.files().forEach((path, content) -> {
            if (path.endsWith(".csv")) {
                assertThat(new String(content, StandardCharsets.UTF_8))
                        .as(path)
                        .doesNotContain(",=cmd")
                        .doesNotContain(",\"=cmd")
                        .doesNotContain("\n=cmd")
                        .doesNotContain("\n\"=cmd");
            }
        });
    }

    @Test
    void noNameOfAFileComesFromTheInput() {
        assertThat(site.files().keySet()).allMatch(path -> path.matches("[a-z0-9/_.-]+"));
        assertThat(temporary).isDirectoryNotContaining("glob:**passwd*");
    }

    private Document runPage() {
        return site.page(SitePaths.run(id("run")).value());
    }

    private static String id(String word) {
        return word + " =../..\"'><b>" + word + "</b>";
    }

    private static ObjectNode run() {
        ObjectNode run = JSON.createObjectNode();
        run.put("id", id("run")).put("scenario_id", id("scenario")).put("batch_id", id("batch"));
        run.put("pathway_id", ATTACK.replace("\u0000\u001b", "")).put("status", "FAILED");
        run.put("error_message", ATTACK).put("current_node_id", "node " + ATTACK.replace("\u0000\u001b", ""));
        run.put("overall_score", 0.5).put("created_at", "2026-04-14T02:00:00.000Z");
        calls(run, FAILED_TURNS, "failed ");
        run.putObject("variables_extracted").put(ATTACK, ATTACK);
        run.putArray("nodes_visited").add(ATTACK);
        ObjectNode tone = run.putObject("bland_tone_score").put("empathy", 0.5);
        tone.putArray("issues").add(ATTACK).addObject().put("category", ATTACK);
        tone.putArray("examples")
                .addObject()
                .put("turn", 1)
                .put("category", ATTACK)
                .put("text", ATTACK)
                .put("sentiment", ATTACK);
        ArrayNode results = run.putArray("assertion_results");
        for (String type : new String[] {"contains", "node_visited", "variable_equals", ATTACK}) {
            results.addObject()
                    .put("assertion_id", type.equals(ATTACK) ? ATTACK.replace("\u0000\u001b", "") : type)
                    .put("type", type)
                    .put("target", ATTACK)
                    .put("field", ATTACK)
                    .put("expected", ATTACK)
                    .put("reasoning", ATTACK)
                    .put("passed", false);
        }
        return run;
    }

    /** The nearest pass of the failed run; it goes on beyond one page, too. */
    private static ObjectNode pass() {
        ObjectNode run = JSON.createObjectNode();
        run.put("id", id("pass")).put("scenario_id", id("scenario")).put("status", "PASSED");
        run.put("created_at", "2026-04-14T02:01:00.000Z");
        run.putArray("nodes_visited").add("not " + ATTACK);
        calls(run, PASSED_TURNS, "passed ");
        return run;
    }

    /** The first turn is the attack alone; the others agree in some turns and differ in others. */
    private static void calls(ObjectNode run, int turns, String own) {
        ArrayNode chat = run.putArray("chat_history");
        for (int i = 1; i <= turns; i++) {
            String role = i % 3 == 1 ? ATTACK : i % 3 == 2 ? "assistant" : "user";
            String words = i % 4 == 1 ? "" : i % 4 == 2 ? own : i + " ";
            chat.addObject().put("role", role).put("content", i % 10 == 0 ? "" : words + ATTACK);
        }
    }

    private static ObjectNode scenario() {
        ObjectNode scenario = JSON.createObjectNode();
        scenario.put("id", id("scenario"))
                .put("name", ATTACK)
                .put("description", ATTACK)
                .put("category", ATTACK);
        scenario.put("scenario_type", ATTACK)
                .put("tester_persona_prompt", ATTACK)
                .put("tester_persona_name", ATTACK);
        scenario.put("updated_at", "2026-04-10T12:00:00.000Z");
        ObjectNode assertion = scenario.putArray("assertions").addObject();
        assertion.put("id", "contains").put("type", ATTACK).put("name", ATTACK).put("weight", 1);
        assertion.putObject("config").put(ATTACK, ATTACK);
        return scenario;
    }

    private static ObjectNode batch() {
        ObjectNode batch = JSON.createObjectNode();
        batch.put("id", id("batch"))
                .put("status", ATTACK)
                .put("total_scenarios", 1)
                .put("trigger_source", ATTACK);
        batch.put("created_at", "2026-04-14T02:00:00.000Z");
        batch.putArray("runs");
        return batch;
    }

    private static ObjectNode set() {
        ObjectNode set = JSON.createObjectNode();
        set.put("id", id("set")).put("status", ATTACK).put("simulations_per_scenario", 1);
        set.put("created_at", "2026-04-14T01:00:00.000Z").put("completed_at", "2026-04-14T03:00:00.000Z");
        ObjectNode entry = set.putObject("statistics").putObject("per_scenario").putObject(id("scenario"));
        entry.put("scenario_id", id("scenario"))
                .put("scenario_name", ATTACK)
                .put("total_runs", 1)
                .put("passed", 0);
        entry.put("failed", 1).put("confidence", ATTACK).put("worst_run_id", id("gone"));
        entry.putArray("common_failure_modes").add(ATTACK);
        return set;
    }
}
