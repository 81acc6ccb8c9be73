package dev.callsheet.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.callsheet.testing.StubApi;
import dev.callsheet.testing.WebSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs every script of every recipe, in order, with the jar as it was built: against a stub of the API, and a web server
 * in place of Pages. Only what needs GitHub, GitLab or Jenkins itself has a stand-in.
 */
class RecipesIT {

    private static final Path RECIPES = Path.of("docs/recipes");
    private static final String KEY = "swordfish-swordfish";

    @TempDir
    static Path shared;

    private static Path action;
    private static Path results;
    private static StubApi api;

    private Path folder;
    private Path workspace;
    private Shell shell;

    @BeforeAll
    static void anApiAndACheckoutOfTheAction() throws IOException {
        assumeTrue(Shell.hasBash(), "the recipes need bash");
        results = LastNights.writeTo(shared.resolve("results"));
        api = new StubApi(results).key(KEY).start(0);
        action = Files.createDirectories(shared.resolve("an action")).toRealPath();
        for (String file : List.of("action.yml", "callsheet", ".github/action/report.sh")) {
            Path target = action.resolve(file);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.copy(Path.of(file), target, StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.createDirectories(action.resolve("target"));
        Files.copy(jar(), action.resolve("target/callsheet.jar"));
    }

    @AfterAll
    static void close() {
        if (api != null) {
            api.close();
        }
    }

    @BeforeEach
    void aMachine(TestInfo test) throws IOException {
        folder = Files.createDirectories(shared.resolve(test.getDisplayName().replaceAll("\\W", "")));
        workspace = folder.resolve("work space");
        shell = new Shell(workspace, folder.resolve("bin"))
                .with("BLAND_BASE_URL", api.address())
                .with("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"); // starts sooner
    }

    @Test
    void theNightlyWorkflowPublishesAndGoesOnWithWhatItPublished() throws IOException {
        try (WebSite pages = new WebSite()) {
            Path recipe = RECIPES.resolve("github-pages-nightly.yml");
            GitHub.Outcome first = nightly(pages, "true").run(recipe);
            assertThat(first.done())
                    .containsSubsequence(
                            "actions/configure-pages", "actions/upload-pages-artifact", "actions/deploy-pages")
                    .endsWith("callsheet gate site");
            assertThat(first.code()).as(first.log()).isEqualTo(gateOf(workspace.resolve("site")));
            assertThat(first.summary()).isEqualTo(Files.readString(workspace.resolve("site/summary.md")));
            assertThat(Files.readString(workspace.resolve("site/index.html"))).contains("noindex");

            GitHub.Outcome second = nightly(pages, "").run(recipe);
            assertThat(second.log()).contains("history: " + pages.address() + ": ");
            assertThat(second.done()).contains("actions/deploy-pages");
            assertThat(first.log() + second.log()).doesNotContain(KEY);
        }
    }

    @Test
    void theNightlyWorkflowPublishesNothingWhenItsHistoryIsGone() throws IOException {
        try (WebSite pages = new WebSite()) {
            GitHub.Outcome outcome = nightly(pages, "").run(RECIPES.resolve("github-pages-nightly.yml"));
            assertThat(outcome.code()).isEqualTo(6);
            assertThat(outcome.done()).doesNotContain("actions/upload-pages-artifact", "actions/deploy-pages");
            assertThat(outcome.log()).contains("answers 404");
        }
    }

    @Test
    void thePullRequestWorkflowWaitsForItsBatchAndKeepsOneComment() throws IOException {
        String batch =
                Yaml.read(results.resolve("batches/2.json")).findValue("id").asString();
        Shell.executable(workspace.resolve("ci/start-voice-tests"), "#!/bin/sh\necho batch=" + batch + "\n");
        shell.with("COMMENTS", folder.toString()).program("gh", """
                #!/bin/bash
                echo "gh $*" >>"$COMMENTS/asked"
                case "$*" in
                    *--paginate*) cat "$COMMENTS/id" 2>/dev/null ;;
                    *--method*) cp comment.md "$COMMENTS/comment"; echo 77 >"$COMMENTS/id" ;;
                esac
                """);
        try (WebSite pages = new WebSite()) {
            for (int attempt = 1; attempt <= 2; attempt++) {
                GitHub.Outcome outcome = pullRequest(pages, "o/r").run(RECIPES.resolve("github-pull-request.yml"));
                assertThat(outcome.done()).contains("actions/upload-artifact").endsWith("callsheet gate site");
                assertThat(outcome.code()).as(outcome.log()).isEqualTo(gateOf(workspace.resolve("site")));
            }
        }
        assertThat(Files.readAllLines(folder.resolve("asked")))
                .satisfiesExactly(
                        list -> assertThat(list).contains("repos/o/r/issues/5/comments"),
                        post -> assertThat(post).contains("--method POST repos/o/r/issues/5/comments"),
                        list -> assertThat(list).contains("--paginate"),
                        patch -> assertThat(patch).contains("--method PATCH repos/o/r/issues/comments/77"));
        assertThat(Files.readString(folder.resolve("comment")))
                .startsWith("<!-- callsheet:summary -->\n\n")
                .endsWith(Files.readString(workspace.resolve("site/summary.md")));
    }

    @Test
    void thePullRequestWorkflowDoesNothingForAFork() throws IOException {
        try (WebSite pages = new WebSite()) {
            GitHub.Outcome outcome =
                    pullRequest(pages, "somebody/else").run(RECIPES.resolve("github-pull-request.yml"));
            assertThat(outcome.done()).containsExactly("skipped");
        }
    }

    @Test
    void theGitLabPipelineKeepsItsHistoryInThePackageRegistry() throws IOException {
        downloads();
        shell.with("REPORT_URL", "https://group.example/tests")
                .with("CI_API_V4_URL", "https://gitlab.example/api/v4")
                .with("CI_PROJECT_ID", "42")
                .with("CI_JOB_TOKEN", "token")
                .with("BLAND_API_KEY", KEY);
        assertThat(gitlab("pages").code()).as("no history yet").isNotZero();
        shell.with("FIRST_NIGHT", "true");
        Shell.Result first = gitlab("pages");
        assertThat(first.code()).as(first.log()).isZero();
        assertThat(workspace.resolve("public/index.html")).exists();
        assertThat(workspace.resolve(Yaml.read(RECIPES.resolve("gitlab-ci.yml"))
                        .at("/pages/artifacts/reports/junit")
                        .asString()))
                .exists();
        shell.with("FIRST_NIGHT", "");
        Shell.Result second = gitlab("pages");
        assertThat(second.code()).as(second.log()).isZero();
        assertThat(second.log()).containsPattern("history: history\\.zip: [1-9]\\d* nights");
        Shell.Result gate = gitlab("gate");
        assertThat(gate.code()).as(gate.log()).isEqualTo(gateOf(workspace.resolve("public")));
        assertThat(first.log() + second.log()).doesNotContain(KEY);
    }

    @Test
    void theJenkinsPipelineKeepsItsHistoryInADirectory() throws IOException {
        downloads();
        shell.with("HISTORY_DIR", folder.resolve("kept history").toString())
                .with("JOB_URL", "https://jenkins.example/job/tests/")
                .with("BLAND_API_KEY", KEY);
        for (String firstNight : List.of("true", "false")) {
            List<String> scripts = jenkins();
            assertThat(scripts).hasSize(5);
            shell.with("FIRST_NIGHT", firstNight);
            StringBuilder log = new StringBuilder();
            for (String script : scripts) {
                Shell.Result result = shell.run(List.of("sh", "-xe"), script, Map.of(), List.of());
                log.append(result.log());
                assertThat(result.code())
                        .as(log.toString())
                        .isEqualTo(script.contains("gate") ? gateOf(workspace.resolve("site")) : 0);
            }
            assertThat(log.toString()).doesNotContain(KEY);
            assertThat(workspace.resolve("site/data/junit.xml")).exists();
            assertThat(workspace.resolve("data")).doesNotExist();
            assertThat(names(folder.resolve("kept history")))
                    .isEqualTo(names(workspace.resolve("site/data/history")))
                    .hasSizeGreaterThan(1);
        }
    }

    @Test
    void theCrontabReportsEveryNightWithItsHistory() throws IOException {
        String crontab = Files.readString(RECIPES.resolve("crontab"));
        String line = crontab.lines()
                .filter(text -> text.matches("\\d+ \\d+ \\* \\* \\* .*"))
                .findFirst()
                .orElseThrow();
        assertThat(line).doesNotContain("%"); // would end the command
        String command = line.split(" ", 6)[5];
        Path home = Files.createDirectories(workspace.resolve("voice-tests"));
        Files.writeString(home.resolve("secrets.env"), "BLAND_API_KEY=" + KEY + "\n");
        Files.writeString(home.resolve("callsheet.yml"), """
                fetch:
                  since: 72h
                history:
                  from: site
                """);
        shell.program("callsheet", "#!/bin/sh\nexec '" + action.resolve("callsheet") + "' \"$@\"\n");
        for (int night = 1; night <= 2; night++) {
            shell.run(List.of("sh"), command, Map.of(), List.of());
            String log = Files.readString(home.resolve("nightly.log"));
            assertThat(home.resolve("site/index.html")).as(log).exists();
            assertThat(log)
                    .endsWith("exit " + gateOf(home.resolve("site")) + "\n")
                    .doesNotContain(KEY);
        }
        assertThat(JsonMapper.shared()
                        .readTree(home.resolve("site/data/report.json"))
                        .at("/history/nights")
                        .asInt())
                .isPositive();
    }

    private GitHub nightly(WebSite pages, String firstNight) {
        return new GitHub(shell, action)
                .where("inputs.first_night", firstNight)
                .where("secrets.BLAND_API_KEY", KEY)
                .standIn("actions/checkout", with -> Map.of())
                .standIn("actions/setup-java", with -> Map.of())
                .standIn("actions/configure-pages", with -> Map.of("base_url", pages.address()))
                .standIn("actions/upload-pages-artifact", with -> {
                    assertThat(workspace.resolve(with.get("path")).resolve("index.html"))
                            .exists();
                    return Map.of();
                })
                .standIn("actions/deploy-pages", with -> {
                    pages.publish(files(workspace.resolve("site")));
                    return Map.of("page_url", pages.address());
                });
    }

    private GitHub pullRequest(WebSite pages, String head) {
        return new GitHub(shell, action)
                .where("github.event.pull_request.head.repo.full_name", head)
                .where("github.event.pull_request.number", "5")
                .where("github.repository", "o/r")
                .where("github.token", "token")
                .where("vars.REPORT_URL", pages.address())
                .where("secrets.BLAND_API_KEY", KEY)
                .standIn("actions/checkout", with -> Map.of())
                .standIn("actions/setup-java", with -> Map.of())
                .standIn("actions/upload-artifact", with -> {
                    assertThat(workspace.resolve(with.get("path")).resolve("index.html"))
                            .exists();
                    return Map.of();
                });
    }

    /** A curl that brings the jar, and keeps what is uploaded until it is asked for. */
    private void downloads() throws IOException {
        Path store = Files.createDirectories(folder.resolve("store"));
        Files.copy(jar(), store.resolve("callsheet.jar"));
        shell.with("STORE", store.toString())
                .with("JAR_URL", "https://example.com/v0/callsheet.jar")
                .program("curl", """
                        #!/bin/bash
                        url=${!#}
                        while [ $# -gt 1 ]; do
                            case $1 in
                                --output) out=$2 ;;
                                --upload-file) cp "$2" "$STORE/${url##*/}"; exit ;;
                            esac
                            shift
                        done
                        cp "$STORE/${url##*/}" "$out" 2>/dev/null || exit 22
                        """);
        Shell.Result sum = shell.run(List.of("bash"), "sha256sum <\"$STORE/callsheet.jar\"", Map.of(), List.of());
        shell.with("JAR_SHA256", sum.log().split(" ", 2)[0]);
    }

    private Shell.Result gitlab(String job) {
        var pipeline = Yaml.read(RECIPES.resolve("gitlab-ci.yml"));
        StringBuilder script = new StringBuilder();
        pipeline.at("/default/before_script")
                .forEach(line -> script.append(line.asString()).append('\n'));
        pipeline.get(job)
                .get("script")
                .forEach(line -> script.append(line.asString()).append('\n'));
        Map<String, String> variables = new HashMap<>();
        pipeline.get(job)
                .path("variables")
                .properties()
                .forEach(variable -> variables.put(
                        variable.getKey(),
                        variable.getValue()
                                .asString()
                                .replace("$CI_API_V4_URL", "https://gitlab.example/api/v4")
                                .replace("$CI_PROJECT_ID", "42")));
        return shell.run(List.of("bash", "-eo", "pipefail"), script.toString(), variables, List.of());
    }

    private static List<String> jenkins() throws IOException {
        String[] parts = Files.readString(RECIPES.resolve("Jenkinsfile")).split("'''", -1);
        return Stream.iterate(1, n -> n < parts.length, n -> n + 2)
                .map(n -> parts[n])
                .toList();
    }

    private static int gateOf(Path site) {
        return switch (Yaml.read(site.resolve("data/report.json"))
                .at("/gate/verdict")
                .asString()) {
            case "fail" -> 3;
            case "inconclusive" -> 4;
            default -> 0;
        };
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, byte[]> files(Path site) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        try (Stream<Path> all = Files.walk(site)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(site.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static Path jar() {
        return Path.of(Objects.requireNonNull(System.getProperty("callsheet.jar")));
    }
}
