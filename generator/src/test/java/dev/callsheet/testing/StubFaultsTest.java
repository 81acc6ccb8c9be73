package dev.callsheet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.callsheet.testing.StubFaults.Kind;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

class StubFaultsTest {

    @TempDir
    Path directory;

    private StubClient client;

    @BeforeEach
    void serve() throws IOException {
        Files.writeString(directory.resolve("batch.json"), """
                {"id":"b1","status":"PASSED","runs":[
                  {"id":"r1","scenario_id":"s1","status":"FAILED","overall_score":0.1,
                   "created_at":"2026-04-14T02:00:01.000Z"},
                  {"id":"r2","scenario_id":"s1","status":"PASSED","overall_score":0.9,
                   "created_at":"2026-04-14T02:00:02.000Z"}]}
                {"id":"set1","status":"PASSED","simulations_per_scenario":5,"statistics":{"overall":{}},
                 "created_at":"2026-04-14T03:00:00.000Z","completed_at":"2026-04-14T03:01:00.000Z"}
                """);
        client = new StubClient(new StubApi(directory).start(0));
    }

    @AfterEach
    void stop() {
        client.api().close();
    }

    @Test
    void sharesAreThoseAskedForAndTheSameEachTime() {
        assertThat(drawn("429=20,500=10,seed=7")).isEqualTo(drawn("429=20,500=10,seed=7"));
        assertThat(drawn("429=20,500=10,seed=8")).isNotEqualTo(drawn("429=20,500=10,seed=7"));
        assertThat(share(Kind.TOO_MANY)).isCloseTo(0.2, within(0.03));
        assertThat(share(Kind.FAILURE)).isCloseTo(0.1, within(0.03));
        assertThat(share(Kind.RESET)).isZero();
    }

    private static double share(Kind kind) {
        List<Optional<Kind>> drawn = drawn("429=20,500=10,seed=7");
        return (double) drawn.stream().filter(Optional.of(kind)::equals).count() / drawn.size();
    }

    private static List<Optional<Kind>> drawn(String list) {
        StubFaults faults = StubFaults.parse(list);
        return IntStream.range(0, 2000)
                .mapToObj(i -> faults.drawn(faults.dice("/v1/agent-testing/runs/" + i / 4, i % 4)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"flood=1", "429", "429=", "429=101", "reset=x", "429=1,", "429=60,500=41"})
    void whatIsNoFaultIsRefused(String list) {
        assertThatThrownBy(() -> StubFaults.parse(list)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tooManyRequestsNameTheTimeInEitherForm() throws Exception {
        client.api().faults("429=100,retry-after=7");
        List<String> waits = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            HttpResponse<String> answer = client.get("runs/r1");
            assertThat(answer.statusCode()).isEqualTo(429);
            waits.add(answer.headers().firstValue("Retry-After").orElse("none"));
        }

        assertThat(waits)
                .contains("7")
                .anySatisfy(wait -> assertThat(ZonedDateTime.parse(wait, DateTimeFormatter.RFC_1123_DATE_TIME))
                        .isCloseTo(ZonedDateTime.now(ZoneOffset.UTC), within(20, ChronoUnit.SECONDS)));
    }

    @Test
    void tooManyRequestsNeedNotNameATime() throws Exception {
        client.api().faults("429=100,retry-after=0");

        assertThat(client.get("runs/r1").headers().firstValue("Retry-After")).isEmpty();
    }

    @Test
    void failuresHaveAnEnvelopeOfErrors() throws Exception {
        client.api().faults("500=100");

        assertThat(client.get("runs/r1").statusCode()).isEqualTo(500);
        assertThat(client.json("runs/r1").at("/errors/0/error").asString()).isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void aConnectionIsClosedWithoutAnAnswer() {
        client.api().faults("reset=100");

        assertThatThrownBy(() -> client.get("runs/r1")).isInstanceOf(IOException.class);
        assertThat(client.api().asked()).contains(new StubApi.Asked("/v1/agent-testing/runs/r1", 0));
        assertThat(client.api().counts()).contains(" --- /v1/agent-testing/runs/{id}");
    }

    @Test
    void aTruncatedAnswerBreaksOffOrIsNoJson() throws Exception {
        client.api().faults("truncated=100");
        int broken = 0;
        int halves = 0;
        for (int i = 0; i < 10; i++) {
            try {
                client.json("runs/r1");
            } catch (JacksonException half) {
                halves++;
            } catch (IOException end) {
                broken++;
            }
        }

        assertThat(broken).isPositive();
        assertThat(halves).isPositive().isEqualTo(10 - broken);
    }

    @Test
    void answersMayBeLate() throws Exception {
        client.api().faults("latency=150");
        long before = System.nanoTime();

        client.get("runs/r1");

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
    }

    @Test
    void faultsEndWhenTheyAreTakenBack() throws Exception {
        client.api().faults("500=100").faults("");

        assertThat(client.get("runs/r1").statusCode()).isEqualTo(200);
    }

    @Test
    void atEachNthPageANewRunIsAtTheFront() throws Exception {
        client.api().faults("drift=2");

        assertThat(client.runs("")).containsExactly("r2", "r1");
        List<String> drifted = client.runs("");
        assertThat(drifted).hasSize(3).endsWith("r2", "r1");
        assertThat(client.data("runs/" + drifted.get(0)).path("created_at").asString())
                .isEqualTo("2026-04-14T02:00:03.000Z");
        assertThat(client.data("runs").path("total_count").asInt()).isEqualTo(3);
    }

    @Test
    void atEachNthPageTheNewestRunIsGone() throws Exception {
        client.api().faults("vanish=2");

        assertThat(client.runs("")).containsExactly("r2", "r1");
        assertThat(client.runs("")).containsExactly("r1");
        assertThat(client.get("runs/r2").statusCode()).isEqualTo(404);
    }

    @Test
    void oneRunMayComeForAnotherUnderTheSameCount() throws Exception {
        client.api().faults("drift=1,vanish=1");

        assertThat(client.runs("")).hasSize(2).doesNotContain("r2").endsWith("r1");
    }

    @Test
    void theNewestRunIsStillGoingOnAtFirst() throws Exception {
        client.api().faults("running=2");

        assertThat(client.runs("?status=RUNNING")).containsExactly("r2");
        assertThat(client.data("runs/r2").path("status").asString()).isEqualTo("RUNNING");
        assertThat(client.data("runs/r2").path("overall_score").isNull()).isTrue();
        assertThat(client.data("runs/r2").path("status").asString()).isEqualTo("PASSED");
        assertThat(client.runs("?status=RUNNING")).isEmpty();
    }

    @Test
    void aBatchIsGoingOnAsLongAsItsRun() throws Exception {
        client.api().faults("running=1");

        assertThat(client.data("batches/b1").toString()).contains("\"status\":\"RUNNING\",\"overall_score\":null");
        assertThat(client.data("batches/b1").toString()).doesNotContain("RUNNING");
    }

    @Test
    void theNewestSimulationSetIsGoingOnForItself() throws Exception {
        client.api().faults("running=1");
        client.get("batches/b1");

        assertThat(client.data("simulation-sets/set1").path("statistics").isNull())
                .isTrue();
        assertThat(client.data("simulation-sets/set1").path("status").asString())
                .isEqualTo("PASSED");
    }
}
