package dev.callsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.output.Slugs;
import dev.callsheet.output.TargetLock;
import dev.callsheet.testing.StubApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code callsheet fetch} asks for, keeps and says. */
class FetchCommandTest {

    private static final String ROOT = "/v1/agent-testing/";

    @TempDir
    Path directory;

    private Fetching story;

    @BeforeEach
    void start() throws IOException {
        story = new Fetching(directory);
    }

    @AfterEach
    void stop() {
        story.close();
    }

    @Test
    void withoutAnyOptionEverythingIsFoundAndKept() {
        Program.Outcome outcome = story.fetch();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEqualTo("data\n");
        assertThat(outcome.err()).isEqualTo("""
                        found 30 runs and 4 scenarios
                        fetched 4 scenarios, 30 runs (1 unfinished), 3 batches with 36 requests
                        """);
        assertThat(story.kept("runs")).hasSize(30);
        assertThat(story.kept("scenarios")).hasSize(4);
        assertThat(story.kept("batches")).hasSize(3);
        assertThat(story.kept("simulation-sets")).isEmpty();
        assertThat(story.state().path("complete").booleanValue()).isTrue();
        assertThat(story.api.keysSeen()).containsExactly(Fetching.KEY);
    }

    @Test
    void itAsksForListsThenForTheBatchesThatTheyNameThenForEachRun() {
        story.fetch("--concurrency", "1");
        List<String> asked = story.api.asked().stream()
                .map(StubApi.Asked::address)
                .map(address -> address.substring(ROOT.length()))
                .toList();
        assertThat(asked).startsWith("scenarios", "runs?limit=100&offset=0").hasSize(36);
        assertThat(asked.subList(2, 5)).containsExactly("batches/batch-0", "batches/batch-1", "batches/batch-2");
        assertThat(asked.subList(5, 36)).allMatch(address -> address.startsWith("runs/"));
    }

    @Test
    void whatHasEndedIsNotFetchedTwice() {
        story.fetch();
        long before = story.api.asked().size();
        Program.Outcome outcome = story.fetch();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .endsWith("fetched 4 scenarios, 30 runs (29 there already, 1 unfinished), 3 batches (3 there already)"
                        + " with 4 requests\n");
        // both lists, and the run that goes on: with the others, and once more at the end
        assertThat(story.api.asked().size() - before).isEqualTo(4);
        assertThat(story.kept("runs")).hasSize(30);
    }

    @Test
    void refreshFetchesItAgain() {
        story.fetch();
        long before = story.api.asked().size();
        story.fetch("--refresh");
        assertThat(story.api.asked().size() - before).isEqualTo(36);
        assertThat(story.state().at("/runs/cached").intValue()).isZero();
    }

    @Test
    void aRunAloneIsFetchedWithItsBatchAndScenario() {
        assertThat(story.fetch("--run", "lost-20").code()).isZero();
        assertAsked("runs/lost-20", "batches/batch-2", "scenarios/lost");
        assertThat(story.state().at("/asked/everything").booleanValue()).isFalse();
        assertThat(story.state().at("/asked/runs/0").stringValue()).isEqualTo("lost-20");
    }

    @Test
    void aBatchAloneIsFetchedWithItsRunsAndTheirScenarios() {
        assertThat(story.fetch("--batch", "batch-1").code()).isZero();
        assertThat(story.api.asked()).hasSize(1 + 9 + 3);
        assertThat(story.kept("runs")).hasSize(9);
        assertThat(story.kept("batches")).hasSize(1);
        assertThat(story.kept("scenarios")).hasSize(3);
    }

    @Test
    void aSimulationSetAloneIsFetchedWithItsScenariosAndWorstRun() {
        assertThat(story.fetch("--simulation-set", "set-1").code()).isZero();
        assertAsked("simulation-sets/set-1", "runs/lost-20", "batches/batch-2", "scenarios/lost");
    }

    @Test
    void severalMayBeNamedTogether() {
        story.fetch("--run", "lost-20", "--run", "track-00", "--batch", "batch-2", "--run", "lost-20");
        assertThat(story.api.asked("runs?")).isZero();
        assertThat(story.kept("runs")).hasSize(10);
        assertThat(story.api.asked()).hasSize(10 + 2 + 3);
    }

    @Test
    void beyondWhatIsFoundASimulationSetIsFetchedWhenAnythingElseIsAsked() {
        story.fetch("--simulation-set", "set-1", "--pathway", "pw-parcel");
        assertThat(story.kept("simulation-sets")).hasSize(1);
        assertThat(story.kept("runs")).hasSize(30);
    }

    @ParameterizedTest
    @CsvSource({
        "--pathway, pw-parcel, 30, scenarios?pathway_id=pw-parcel, runs?pathway_id=pw-parcel&limit=100&offset=0",
        "--pathway, other, 0, scenarios?pathway_id=other, runs?pathway_id=other&limit=100&offset=0",
        "--persona, p 1, 0, scenarios?persona_id=p%201, runs?persona_id=p%201&limit=100&offset=0",
        "--scenario, lost, 10, scenarios/lost, runs?scenario_id=lost&limit=100&offset=0",
    })
    void aFilterIsAskedOfTheApi(String flag, String id, int runs, String scenarios, String list) {
        assertThat(story.fetch(flag, id).code()).isZero();
        assertThat(story.state().at("/runs/received").intValue()).isEqualTo(runs);
        assertThat(story.api.asked(scenarios)).isEqualTo(1);
        assertThat(story.api.asked(list)).isEqualTo(1);
    }

    @Test
    void filtersAreAddedUp() {
        story.fetch("--scenario", "lost", "--scenario", "track", "--persona", "other");
        assertThat(story.kept("runs")).hasSize(21);
        assertThat(story.api.asked("runs?")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"24h, 12", "3d, 21", "2026-04-12T00:00:00Z, 21", "2026-04-14T04:00:00+02:00, 12", "none, 30"})
    void sinceLeavesOlderRunsOut(String since, int runs) {
        assertThat(story.fetch("--since", since).code()).isZero();
        assertThat(story.kept("runs")).hasSize(runs);
    }

    @Test
    void namedRunsAreFetchedHoweverOld() {
        story.fetch("--since", "24h", "--run", "track-00");
        assertThat(story.kept("runs")).hasSize(13).contains(Slugs.of("track-00"));
    }

    @Test
    void jsonIsOneObjectOnOneLine() {
        Program.Outcome outcome = story.fetch("--json", "-q", "--batch", "batch-1", "--output", "kept here");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).endsWith("}\n").containsOnlyOnce("\n");
        JsonNode result = JsonMapper.shared().readTree(outcome.out());
        assertThat(result.path("directory").stringValue()).isEqualTo("kept here");
        assertThat(result.path("complete").booleanValue()).isTrue();
        assertThat(result.at("/runs/fetched").intValue()).isEqualTo(9);
        assertThat(result.at("/simulation_sets/asked").intValue()).isZero();
        assertThat(result.path("requests").intValue()).isEqualTo(13);
        assertThat(result.path("stopped").isNull()).isTrue();
        assertThat(directory.resolve("kept here/fetch.json")).exists();
    }

    @Test
    void quietSaysNothingUnlessSomethingIsWrong() {
        assertThat(story.fetch("-q").err()).isEmpty();
        assertThat(story.fetch("-q", "--run", "no-such-run").err())
                .isEqualTo("callsheet: the fetch is incomplete: the same command again asks for what is missing\n");
    }

    @Test
    void whatANamedRecordMissesIsSaid() {
        Program.Outcome outcome = story.fetch("--run", "no-such-run", "--batch", "../runs/lost-20");
        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.out()).isEqualTo("data\n");
        assertThat(outcome.err())
                .contains("missing: run no-such-run: answers 404, there is no such run\n")
                .contains("missing: batch ../runs/lost-20: answers 404, there is no such batch\n")
                .contains("fetched 0 of 1 run (1 missing), 0 of 1 batch (1 missing) with 2 requests\n");
        assertThat(story.state().path("complete").booleanValue()).isFalse();
    }

    @Test
    void onlySomeOfManyMissingAreNamedUnlessVerbose() {
        String[] runs = IntStream.range(0, 25).mapToObj(i -> "--run=none-" + i).toArray(String[]::new);
        assertThat(story.fetch(runs).err())
                .contains(
                        "missing: run none-0", "5 more are missing; fetch.json names them, and --verbose prints them");
        String[] verbose = Arrays.copyOf(runs, 26);
        verbose[25] = "--verbose";
        assertThat(story.fetch(verbose).err().lines().filter(line -> line.startsWith("missing: run ")))
                .hasSize(25);
    }

    @Test
    void aRefusedKeyIsSaidOnceAndNothingMoreIsAsked() {
        Program.Outcome outcome = story.fetch(Map.of("BLAND_API_KEY", "trout-trout-trout"));
        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err())
                .isEqualTo("fetched nothing with 1 request\ncallsheet: " + story.api.address()
                        + " does not accept the key in BLAND_API_KEY: it answers 401; nothing more was asked\n")
                .doesNotContain("trout");
        assertThat(story.api.asked()).hasSize(1);
        assertThat(story.state().path("complete").booleanValue()).isFalse();
    }

    @Test
    void theNextFetchBringsWhatOneOwes() {
        story.api.faults("500=100");
        assertThat(story.fetch("--deadline", "1s").code()).isEqualTo(6);
        story.api.faults("");
        assertThat(story.fetch().code()).isZero();
        assertThat(story.kept("runs")).hasSize(30);
    }

    @Test
    void waitBringsABatchWhenItHasFinished() {
        story.api.faults("running=1");
        Program.Outcome outcome = story.fetch("--batch", "batch-2", "--simulation-set", "set-1", "--wait", "3s");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err())
                .startsWith("waiting for batch batch-2 (RUNNING, 1 of 9 runs at work), simulation set set-1 (RUNNING),"
                        + " for at most 3s\n");
        assertThat(story.state().at("/batches/unfinished").intValue()).isZero();
        assertThat(story.state().at("/runs/unfinished").intValue()).isZero();
    }

    @Test
    void whatIsStillAtWorkAfterTheWaitIsMissing() {
        story.api.faults("running=1000");
        Program.Outcome outcome = story.fetch("--batch", "batch-2", "--wait", "1s");
        assertThat(outcome.code()).isEqualTo(6);
        assertThat(outcome.err())
                .contains("missing: batch batch-2: was still at work after 1s (RUNNING, 1 of 9 runs at work)\n");
        assertThat(story.kept("runs")).hasSize(9);
    }

    @Test
    void withoutAWaitABatchIsTakenAsItIs() {
        story.api.faults("running=1000");
        Program.Outcome outcome = story.fetch("--batch", "batch-2");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("9 runs (1 unfinished)", "1 batch (1 unfinished)");
    }

    @Test
    void aWaitNeedsSomethingToWaitFor() {
        Program.Outcome outcome = story.fetch("--wait", "30m");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("callsheet: --wait needs something to wait for: name a --batch or a --simulation-set\n");
        assertThat(story.api.asked()).isEmpty();
        assertThat(story.fetch("--wait", "none").code()).isZero();
    }

    @Test
    void withoutAKeyNothingIsAsked() {
        Program.Outcome outcome = story.fetch(Map.of("BLAND_API_KEY", " "));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("callsheet: BLAND_API_KEY is not set: it holds the key of the API, which is read from"
                        + " nowhere else\n");
        assertThat(outcome.out()).isEmpty();
        assertThat(story.api.asked()).isEmpty();
        assertThat(story.data()).doesNotExist();
    }

    @Test
    void aKeyThatNoHeaderCanHoldIsNotRepeated() {
        Program.Outcome outcome = story.fetch(Map.of("BLAND_API_KEY", "s3cret\nX-Other: 1"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("callsheet: BLAND_API_KEY cannot be used: ")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://api.bland.ai", "https://user:s3cret@api.bland.ai", "api.bland.ai", "https://x?s3cret"})
    void anAddressThatTheKeyMustNotGoToIsRefused(String address) {
        Program.Outcome outcome = story.fetch(Map.of("BLAND_BASE_URL", address));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("callsheet: BLAND_BASE_URL ").doesNotContain("s3cret");
        assertThat(story.data()).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "--since, yesterday",
        "--since, 0d",
        "--wait, 30",
        "--transcripts, some",
        "--concurrency, 0",
        "--concurrency, 33",
        "--deadline, none",
        "--output, ' '",
        "--run, ''",
        "--batch, ' '",
        "--simulation-set, ''",
        "--pathway, ''",
    })
    void aWrongValueIsUsage(String flag, String value) {
        Program.Outcome outcome = story.fetch(flag, value);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("callsheet: " + flag);
        assertThat(story.api.asked()).isEmpty();
    }

    @Test
    void aFileInPlaceOfTheDirectoryIsNotTouched() throws IOException {
        Files.writeString(directory.resolve("data"), "mine");
        Program.Outcome outcome = story.fetch();
        assertThat(outcome.code()).isEqualTo(7);
        assertThat(outcome.err())
                .isEqualTo("callsheet: cannot keep results in data: " + directory.resolve("data")
                        + ": it is not a directory\n");
        assertThat(directory.resolve("data")).hasContent("mine");
        assertThat(story.api.asked()).isEmpty();
    }

    @Test
    void twoFetchesIntoOneDirectoryDoNotMix() throws IOException {
        Files.createDirectory(story.data());
        try (TargetLock other = TargetLock.acquire(story.data().toRealPath().resolve(".fetch.callsheet-lock"))) {
            Program.Outcome outcome = story.fetch();
            assertThat(other).isNotNull();
            assertThat(outcome.code()).isEqualTo(7);
            assertThat(outcome.err()).startsWith("callsheet: another callsheet is writing there");
        }
        assertThat(story.api.asked()).isEmpty();
    }

    @Test
    void transcriptsAreNotFetchedAgainForAnotherWayOfKeepingThem() {
        story.fetch("--transcripts", "none");
        assertThat(story.fetch("--transcripts", "full").err())
                .startsWith("runs that are kept already were fetched with --transcripts none and stay as they are;"
                        + " --refresh fetches them again\n");
        assertThat(story.fetch("--transcripts", "full", "--refresh").err()).doesNotContain("stay as they are");
    }

    @Test
    void javaIsNotLeftToPrintTheKey() {
        System.setProperty("jdk.httpclient.HttpClient.log", "headers");
        story.fetch("--run", "lost-20");
        assertThat(System.getProperty("jdk.httpclient.HttpClient.log")).isNull();
    }

    private void assertAsked(String... addresses) {
        assertThat(story.api.asked().stream().map(asked -> asked.address().substring(ROOT.length())))
                .containsExactlyInAnyOrder(addresses);
    }
}
