package dev.callsheet.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** What must be true of the action, the workflows and the recipes as they are written; {@link RecipesIT} runs them. */
class RecipesTest {

    private static final Path RECIPES = Path.of("docs/recipes");
    private static final Path NIGHTLY = RECIPES.resolve("github-pages-nightly.yml");
    private static final Path PULL_REQUEST = RECIPES.resolve("github-pull-request.yml");
    private static final Path GITLAB = RECIPES.resolve("gitlab-ci.yml");
    private static final Path JENKINS = RECIPES.resolve("Jenkinsfile");
    private static final Path ACTION = Path.of("action.yml");

    /** What stands in a recipe for the place where Callsheet lives, to be replaced by its reader. */
    private static final String OURS = "OWNER/callsheet@COMMIT";

    private static final List<Path> GITHUB_RECIPES = List.of(NIGHTLY, PULL_REQUEST);

    static Stream<Path> workflows() throws IOException {
        try (Stream<Path> own = Files.list(Path.of(".github/workflows"))) {
            return Stream.concat(own.sorted().toList().stream(), GITHUB_RECIPES.stream());
        }
    }

    static Stream<Path> recipes() {
        return Stream.of(NIGHTLY, PULL_REQUEST, GITLAB, JENKINS);
    }

    static Stream<Path> workflowsAndAction() throws IOException {
        return Stream.concat(workflows(), Stream.of(ACTION));
    }

    @ParameterizedTest
    @MethodSource("workflowsAndAction")
    void whatRunsHoldsNoExpression(Path file) {
        // The text of an expression would become part of the script, whoever wrote it.
        assertThat(Yaml.allOf(Yaml.read(file), "run"))
                .isNotEmpty()
                .allSatisfy(run -> assertThat(run).doesNotContain("${{"));
    }

    @ParameterizedTest
    @MethodSource("workflowsAndAction")
    void everyActionIsPinnedToACommitAndNamesItsVersion(Path file) throws IOException {
        List<String> pins = Files.readAllLines(file).stream()
                .map(String::strip)
                .map(line -> line.startsWith("- ") ? line.substring(2) : line)
                .filter(line -> line.startsWith("uses:"))
                .filter(line -> !line.equals("uses: " + OURS))
                .toList();
        assertThat(pins).hasSize((int) Yaml.allOf(Yaml.read(file), "uses").stream()
                .filter(uses -> !uses.equals(OURS))
                .count());
        assertThat(pins).allMatch(line -> line.matches("uses: actions/[a-z-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void aPinnedActionHasOneCommitEverywhere() throws IOException {
        List<String> pins = new ArrayList<>();
        for (Path file : workflowsAndAction().toList()) {
            pins.addAll(Yaml.allOf(Yaml.read(file), "uses"));
        }
        assertThat(pins.stream().distinct().map(pin -> pin.replaceFirst("@.*", "")))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void everyJobEndsInTimeAndHasNoMorePermissionsThanItNames(Path file) {
        JsonNode workflow = Yaml.read(file);
        assertThat(workflow.get("permissions")).isNotNull();
        assertThat(workflow.get("permissions").values())
                .allMatch(node -> node.asString().equals("read"));
        workflow.get("jobs")
                .forEach(job -> assertThat(job.path("timeout-minutes").asInt()).isBetween(1, 60));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void credentialsOfGitDoNotStayInTheCheckout(Path file) {
        for (JsonNode step : steps(Yaml.read(file))) {
            if (step.path("uses").asString("").startsWith("actions/checkout@")) {
                assertThat(step.at("/with/persist-credentials").asBoolean(true)).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void secretsAreEnvironmentOfOneStepOnly(Path file) {
        JsonNode workflow = Yaml.read(file);
        assertThat(workflow.path("env").toString()).doesNotContain("secrets.");
        workflow.get("jobs")
                .forEach(job -> assertThat(job.path("env").toString()).doesNotContain("secrets."));
        for (JsonNode step : steps(workflow)) {
            assertThat(step.path("with").toString()).doesNotContain("secrets.");
        }
    }

    @Test
    void theNightlyWorkflowPublishesOneAtATimeAndNeverOnTheHour() {
        JsonNode workflow = Yaml.read(NIGHTLY);
        assertThat(workflow.at("/concurrency/group").asString()).isEqualTo("pages");
        assertThat(workflow.at("/concurrency/cancel-in-progress").asBoolean(true))
                .isFalse();
        assertThat(workflow.at("/on/schedule/0/cron").asString()).doesNotStartWith("0 ");
        assertThat(workflow.get("on").has("workflow_dispatch")).isTrue();
        assertThat(workflow.at("/jobs/report/permissions").toString())
                .isEqualTo("{\"contents\":\"read\",\"pages\":\"write\",\"id-token\":\"write\"}");
    }

    @Test
    void theGateIsAskedAfterEverythingElse() throws IOException {
        for (Path recipe : GITHUB_RECIPES) {
            List<JsonNode> steps = steps(Yaml.read(recipe));
            assertThat(steps.get(steps.size() - 1).path("run").asString()).isEqualTo("callsheet gate site");
            assertThat(Yaml.allOf(Yaml.read(recipe), "gate")).isEmpty();
        }
        assertThat(Yaml.read(GITLAB).at("/gate/needs/0").asString()).isEqualTo("pages");
        String jenkins = Files.readString(JENKINS);
        assertThat(jenkins.indexOf("callsheet.jar gate"))
                .isGreaterThan(jenkins.indexOf("archiveArtifacts"))
                .isGreaterThan(jenkins.indexOf("junit testResults"));
    }

    @Test
    void whatIsFetchedIsNeitherCachedNorUploaded() throws IOException {
        for (Path recipe : GITHUB_RECIPES) {
            for (JsonNode step : steps(Yaml.read(recipe))) {
                String uses = step.path("uses").asString("");
                assertThat(uses).doesNotStartWith("actions/cache");
                if (uses.startsWith("actions/upload")) {
                    assertThat(step.at("/with/path").asString()).isEqualTo("${{ steps.report.outputs.report-path }}");
                }
            }
        }
        assertThat(Yaml.read(GITLAB).at("/pages/artifacts/paths").toString()).isEqualTo("[\"public\"]");
        assertThat(Files.readString(GITLAB)).doesNotContain("cache:");
        assertThat(Files.readString(JENKINS))
                .contains("archiveArtifacts artifacts: 'site/**'")
                .contains("rm -rf data");
    }

    @Test
    void pullRequestsFromForksGetNoKeyAndNoPullRequestWritesHistory() {
        JsonNode workflow = Yaml.read(PULL_REQUEST);
        assertThat(workflow.get("on").propertyNames()).isEqualTo(Set.of("pull_request"));
        assertThat(workflow.at("/jobs/report/if").asString())
                .isEqualTo("github.event.pull_request.head.repo.full_name == github.repository");
        JsonNode report = steps(workflow).stream()
                .filter(step -> step.path("uses").asString("").equals(OURS))
                .findFirst()
                .orElseThrow();
        assertThat(report.at("/with/history-readonly").asBoolean()).isTrue();
    }

    @Test
    void onlyTheFirstNightMayDoWithoutItsHistory() throws IOException {
        assertThat(Files.readString(NIGHTLY)).contains("history-required: ${{ !inputs.first_night }}");
        assertThat(Files.readString(GITLAB)).contains("--history-required").contains("FIRST_NIGHT");
        assertThat(Files.readString(JENKINS)).contains("--history-required").contains("FIRST_NIGHT");
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void everyRecipeSaysWhoCanReadTheReportOrNeedsNot(Path recipe) throws IOException {
        String text = Files.readString(recipe);
        assertThat(text).containsPattern("docs/privacy\\.md|Whoever can read the repository");
        assertThat(text).doesNotContainPattern("(?i)api[-_]?key *[:=] *[\"'][^\"'$]"); // a key in the file
        assertThat(text).doesNotContain("--api-key").doesNotContain("DirectoryBrowserSupport");
    }

    @Test
    void theReadmeLeadsToEveryRecipe() throws IOException {
        String readme = Files.readString(RECIPES.resolve("README.md"));
        try (Stream<Path> files = Files.list(RECIPES)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .hasSize(5)
                    .allSatisfy(name -> assertThat(readme).contains("[" + name + "](" + name + ")"));
        }
        for (String output : Yaml.read(ACTION).get("outputs").propertyNames()) {
            assertThat(readme).contains("`" + output + "`");
        }
    }

    @Test
    void theActionHandsEveryInputToItsScriptAndEveryOutputBack() throws IOException {
        JsonNode action = Yaml.read(ACTION);
        JsonNode step = action.at("/runs/steps").get(1);
        List<String> variables = new ArrayList<>();
        for (String input : action.get("inputs").propertyNames()) {
            String variable = "INPUT_" + input.replace('-', '_').toUpperCase(Locale.ROOT);
            variables.add(variable);
            assertThat(step.at("/env/" + variable).asString()).isEqualTo("${{ inputs." + input + " }}");
        }
        assertThat(step.get("env").propertyNames()).containsExactlyInAnyOrderElementsOf(variables);
        String script = Files.readString(Path.of(".github/action/report.sh"));
        assertThat(variables).allSatisfy(variable -> assertThat(script).contains("${" + variable + "-"));
        for (String output : action.get("outputs").propertyNames()) {
            assertThat(script).contains("'" + output + "=%s\\n'");
        }
    }

    private static List<JsonNode> steps(JsonNode workflow) {
        List<JsonNode> steps = new ArrayList<>();
        workflow.get("jobs").forEach(job -> job.path("steps").forEach(steps::add));
        return steps;
    }
}
