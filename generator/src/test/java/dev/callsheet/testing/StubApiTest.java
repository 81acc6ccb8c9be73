package dev.callsheet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class StubApiTest {

    private static final String SCENARIO = """
            {"id":"s1","name":"Book","pathway_id":"p1","persona_id":null,"category":"HAPPY_PATH","enabled":true,
             "tester_persona_prompt":"You book.","metadata":{"a":1},"request_data":null,"assertions":[]}
            """;
    private static final String DETAIL = """
            {"id":"r2","scenario_id":"s1","pathway_id":"p1","persona_id":null,"batch_id":"b1","status":"PASSED",
             "chat_history":[{"role":"user","content":"Hi"}],"overall_score":0.9,"duration_ms":1500,
             "bland_tone_score":{"empathy":0.8},"assertion_results":[],"error_message":null,
             "created_at":"2026-04-14T02:00:02.000Z"}
            """;
    private static final String BATCH = """
            {"data":{"id":"b1","status":"FAILED","total_scenarios":2,"trigger_source":"api","runs":[
              {"id":"r1","scenario_id":"s1","status":"FAILED","created_at":"2026-04-14T02:00:01.000Z"},
              {"id":"r2","scenario_id":"s1","status":"PASSED","created_at":"2026-04-14T02:00:02.000Z",
               "scenario":{"id":"s1","name":"Book"}}]},"errors":null}
            """;
    private static final String LIST = """
            {"total_count":9,"runs":[{"id":"r/3","scenario_id":"s2","pathway_id":"p2","batch_id":null,
              "status":"ERROR","created_at":"2026-04-14T02:00:03.000Z","scenario":{"id":"s2","name":"Gone"}}]}
            """;
    private static final String SET = """
            {"id":"set1","status":"PASSED","simulations_per_scenario":5,"statistics":{"overall":{}},
             "created_at":"2026-04-14T03:00:00.000Z","completed_at":"2026-04-14T03:01:00.000Z"}
            """;

    @TempDir
    Path directory;

    private StubClient client;

    @BeforeEach
    void serve() throws IOException {
        Files.writeString(directory.resolve("scenario.json"), SCENARIO);
        Files.writeString(directory.resolve("batch.json"), BATCH);
        Files.writeString(directory.resolve("README.md"), "no result");
        Files.createDirectory(directory.resolve("deep"));
        Files.writeString(directory.resolve("deep/list.json"), LIST);
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(directory.resolve("some.ndjson.gz")))) {
            packed.write((DETAIL.replace("\n", "") + "\n" + SET.replace("\n", "")).getBytes(StandardCharsets.UTF_8));
        }
        client = new StubClient(new StubApi(directory).start(0));
    }

    @AfterEach
    void stop() {
        client.api().close();
    }

    @Test
    void everythingIsServedByItsId() throws Exception {
        assertThat(client.data("scenarios/s1").path("request_data").isNull()).isTrue();
        assertThat(client.data("simulation-sets/set1").path("status").asString())
                .isEqualTo("PASSED");
        assertThat(client.data("batches/b1").path("trigger_source").asString()).isEqualTo("api");
        assertThat(client.data("runs/r2").path("chat_history").size()).isEqualTo(1);
    }

    @Test
    void whatABatchKnowsOfARunIsNoLongerThereInItsDetail() throws Exception {
        assertThat(client.data("runs/r2").has("scenario")).isFalse();
        assertThat(client.data("runs?status=PASSED").at("/runs/0/scenario/name").asString())
                .isEqualTo("Book");
    }

    @Test
    void aListShowsRunsWithoutTranscriptAndTone() throws Exception {
        JsonNode run = client.data("runs?status=PASSED").at("/runs/0");

        assertThat(run.propertyNames())
                .containsExactlyInAnyOrder(
                        "id",
                        "scenario_id",
                        "pathway_id",
                        "persona_id",
                        "batch_id",
                        "status",
                        "overall_score",
                        "duration_ms",
                        "created_at",
                        "scenario",
                        "assertion_results");
    }

    @Test
    void aBatchShowsItsRunsWithoutWhereTheyBelong() throws Exception {
        JsonNode runs = client.data("batches/b1").path("runs");

        assertThat(StubClient.ids(runs)).containsExactly("r2", "r1");
        assertThat(runs.path(0).propertyNames())
                .contains("scenario", "status")
                .doesNotContain("pathway_id", "persona_id", "batch_id", "chat_history", "bland_tone_score");
    }

    @Test
    void aRunThatOnlyABatchKnowsIsServedAndListedAsFarAsItIsKnown() throws Exception {
        JsonNode run = client.data("runs/r1");

        assertThat(run.path("status").asString()).isEqualTo("FAILED");
        assertThat(run.path("pathway_id").asString()).isEqualTo("p1");
        assertThat(run.has("chat_history")).isFalse();
        assertThat(client.data("runs?status=FAILED").at("/runs/0/scenario").toString())
                .isEqualTo("{\"id\":\"s1\",\"name\":\"Book\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "scenario_id=s1 r2,r1",
                "pathway_id=p1 r2,r1",
                "pathway_id=p2 r/3",
                "batch_id=b1 r2,r1",
                "batch_id=b1&status=FAILED r1",
                "unknown=x r/3,r2,r1"
            })
    void runsAreFilteredAndTheNewestIsFirst(String query, String ids) throws Exception {
        assertThat(client.runs("?" + query)).containsExactly(ids.split(",", -1));
        assertThat(client.data("runs?" + query).path("total_count").asInt()).isEqualTo(ids.split(",", -1).length);
    }

    @Test
    void pagesAreCutByLimitAndOffset() throws Exception {
        assertThat(client.runs("?limit=2")).containsExactly("r/3", "r2");
        assertThat(client.runs("?limit=2&offset=2")).containsExactly("r1");
        assertThat(client.runs("?limit=2&offset=4")).isEmpty();
        assertThat(client.data("runs?limit=2&offset=4").path("total_count").asInt())
                .isEqualTo(3);
    }

    @Test
    void aPageHasFiftyRunsUnlessMoreAreAskedFor() throws Exception {
        client.api().runs(130);

        assertThat(client.runs("")).hasSize(50);
        assertThat(client.runs("?limit=100")).hasSize(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=101", "limit=0", "limit=", "limit=-1", "offset=-1", "offset=1e2"})
    void whatIsNoPageIsRefused(String query) throws Exception {
        HttpResponse<String> answer = client.get("runs?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"data\":null", "BAD_REQUEST");
    }

    @Test
    void aListOfScenariosLeavesOutWhatOnlyADetailHas() throws Exception {
        JsonNode scenario = client.data("scenarios").path(0);

        assertThat(scenario.has("metadata")).isFalse();
        assertThat(scenario.has("request_data")).isFalse();
        assertThat(scenario.path("most_recent_run").toString())
                .isEqualTo("{\"id\":\"r2\",\"status\":\"PASSED\",\"score\":0.9,"
                        + "\"completed_at\":\"2026-04-14T02:00:03.500Z\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "pathway_id=p1, 1",
        "pathway_id=p2, 0",
        "persona_id=x, 0",
        "category=HAPPY_PATH, 1",
        "enabled=true, 1",
        "enabled=false, 0"
    })
    void scenariosAreFiltered(String query, int count) throws Exception {
        assertThat(client.data("scenarios?" + query).size()).isEqualTo(count);
    }

    @Test
    void answersAreInAnEnvelopeUnlessBareOnesAreAskedFor() throws Exception {
        assertThat(client.json("runs").propertyNames()).containsExactly("data", "errors");
        assertThat(client.json("scenarios").path("data").isArray()).isTrue();

        client.api().envelope("bare");

        assertThat(client.json("runs").propertyNames()).containsExactly("runs", "total_count");
        assertThat(client.json("scenarios").path("scenarios").isArray()).isTrue();
        assertThat(client.json("runs/r2").path("id").asString()).isEqualTo("r2");
    }

    @Test
    void withoutAKeyNobodyIsLetIn() throws Exception {
        HttpResponse<String> answer = client.http().send(client.request("runs").build(), BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("\"data\":null", "UNAUTHORIZED");
        assertThat(client.api().keysSeen()).isEmpty();
    }

    @Test
    void whereAKeyIsSetAnyOtherIsRefused() throws Exception {
        client.api().key("right");

        assertThat(client.get("runs").statusCode()).isEqualTo(401);
        assertThat(client.http()
                        .send(
                                client.request("runs")
                                        .header("Authorization", "right")
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
        assertThat(client.api().keysSeen()).containsExactlyInAnyOrder("any", "right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"runs/x", "scenarios/s2", "batches/r1", "simulation-sets/", "templates", "../runs"})
    void whatIsUnknownIsNotFound(String what) throws Exception {
        HttpResponse<String> answer = client.get(what);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"data\":null", "NOT_FOUND");
    }

    @Test
    void anIdMayHoldWhatAnAddressMayNot() throws Exception {
        assertThat(client.data("runs/r%2F3").path("status").asString()).isEqualTo("ERROR");
    }

    @Test
    void nothingCanBeWritten() throws Exception {
        assertThat(client.http()
                        .send(
                                client.request("runs")
                                        .header("authorization", "any")
                                        .POST(BodyPublishers.noBody())
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void runsAreCopiedToEarlierNightsInBatchesOfTheirOwn() throws Exception {
        client.api().runs(8);

        JsonNode list = client.data("runs");
        assertThat(list.path("total_count").asInt()).isEqualTo(8);
        assertThat(StubClient.ids(list.path("runs")))
                .startsWith("r/3", "r2", "r1")
                .doesNotHaveDuplicates();
        JsonNode copy = list.at("/runs/4");
        assertThat(copy.path("created_at").asString()).isEqualTo("2026-04-13T02:00:02.000Z");
        JsonNode batch = client.data("batches/" + copy.path("batch_id").asString());
        assertThat(batch.path("total_scenarios").asInt()).isEqualTo(2);
        assertThat(batch.path("status").asString()).isEqualTo("FAILED");
        assertThat(StubClient.ids(batch.path("runs")))
                .contains(copy.path("id").asString())
                .hasSize(2);
    }

    @Test
    void requestsAreCountedByPathAndStatus() throws Exception {
        client.get("runs?limit=1");
        client.get("runs/r1");
        client.get("runs/r2");
        client.get("runs/none");

        assertThat(client.api().asked("runs?")).isEqualTo(1);
        assertThat(client.api().asked("runs/")).isEqualTo(3);
        assertThat(client.api().asked()).contains(new StubApi.Asked("/v1/agent-testing/runs/none", 404));
        assertThat(client.api().counts().lines())
                .containsExactly(
                        "     4 requests, at most 1 at a time",
                        "     1 200 /v1/agent-testing/runs",
                        "     2 200 /v1/agent-testing/runs/{id}",
                        "     1 404 /v1/agent-testing/runs/{id}");
    }

    @Test
    void theMostRequestsAtOneTimeAreRemembered() {
        client.api().faults("latency=300");

        List<CompletableFuture<HttpResponse<String>>> answers = Stream.of("r1", "r2", "r1")
                .map(id -> client.http()
                        .sendAsync(
                                client.request("runs/" + id)
                                        .header("authorization", "any")
                                        .build(),
                                BodyHandlers.ofString()))
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(client.api().mostOpen()).isEqualTo(3);
    }

    @Test
    void aFileThatIsNotJsonIsNamed() throws Exception {
        Files.writeString(directory.resolve("broken.json"), "{\"id\":");

        assertThatThrownBy(() -> new StubApi(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("broken.json is not JSON");
    }
}
