package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpHandler;
import dev.callsheet.fetch.Patience.Awaited;
import dev.callsheet.testing.WebSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PatienceTest {

    private static final String BATCH = "/v1/agent-testing/batches/b1";
    private static final String SET = "/v1/agent-testing/simulation-sets/s1";
    private static final Duration LONG = Duration.ofMinutes(30);

    private final WebSite api = new WebSite();
    private final Given.Told told = new Given.Told();

    @AfterEach
    void close() {
        api.close();
    }

    @Test
    void whatHasFinishedIsNotWaitedFor() throws IOException, InterruptedException {
        api.on(BATCH, batch("PASSED", "PASSED")).on(SET, set("COMPLETED"));
        assertThat(await(LONG)).isEmpty();
        assertThat(told.stages).isEmpty();
        assertThat(api.asked()).containsExactly(BATCH, SET);
    }

    @Test
    void itSaysWhatForAndAgainOnlyWhenThatChanges() throws IOException, InterruptedException {
        api.onEach(
                        BATCH,
                        batch("RUNNING", "RUNNING", "RUNNING"),
                        batch("RUNNING", "RUNNING", "RUNNING"),
                        batch("RUNNING", "PASSED", "RUNNING"),
                        batch("PASSED", "PASSED", "PASSED"))
                .onEach(SET, set("RUNNING"), set("RUNNING"), set("RUNNING"), set("RUNNING"), set("PASSED"));
        assertThat(await(LONG)).isEmpty();
        assertThat(told.stages)
                .containsExactly(
                        "waiting for batch b1 (RUNNING, 2 of 2 runs at work), simulation set s1 (RUNNING), for at most 30m",
                        "waiting for batch b1 (RUNNING, 1 of 2 runs at work), simulation set s1 (RUNNING), for at most 30m",
                        "waiting for simulation set s1 (RUNNING), for at most 30m");
        assertThat(api.asked(SET)).isEqualTo(5);
    }

    @Test
    void itGivesUpWhenTheTimeIsOver() throws IOException, InterruptedException {
        api.on(BATCH, batch("RUNNING", "PASSED", "RUNNING")).on(SET, set("PASSED"));
        Duration patience = Duration.ofMillis(60);
        long begin = System.nanoTime();
        Map<Awaited, String> left = await(patience);
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(patience.toNanos());
        assertThat(left)
                .containsExactly(Map.entry(new Awaited(RecordKind.BATCH, "b1"), "RUNNING, 1 of 2 runs at work"));
        assertThat(Patience.overdue("RUNNING", Duration.ofMinutes(30)))
                .isEqualTo("was still at work after 30m (RUNNING)");
    }

    @Test
    void whatCannotBeHadIsNotWaitedFor() throws IOException, InterruptedException {
        api.on(BATCH, WebSite.answering(500, new byte[0]));
        assertThat(await(LONG)).isEmpty();
    }

    @Test
    void whatWasAtWorkIsWaitedForWhileTheApiIsAway() throws IOException, InterruptedException {
        HttpHandler away = WebSite.answering(500, new byte[0]);
        api.onEach(
                        BATCH,
                        batch("RUNNING", "RUNNING"),
                        away,
                        away,
                        away,
                        away,
                        away,
                        away,
                        away,
                        batch("PASSED", "PASSED"))
                .on(SET, set("PASSED"));
        assertThat(await(LONG)).isEmpty();
        assertThat(api.asked(BATCH)).isEqualTo(9);
        assertThat(api.asked(SET)).isEqualTo(1);
        assertThat(told.stages).hasSize(1);
    }

    @Test
    void anApiThatIsGoneForGoodIsNotAskedForThePatience() throws IOException, InterruptedException {
        api.onEach(BATCH, batch("RUNNING", "RUNNING"), WebSite.answering(500, new byte[0]))
                .on(SET, set("PASSED"));
        assertThat(await(LONG)).hasSize(1);
        assertThat(api.asked(BATCH)).isEqualTo(1 + 8 * 6);
    }

    @Test
    @Timeout(20)
    void aWaitThatTheApiAsksForIsNoLongerThanThePatience() throws IOException, InterruptedException {
        HttpHandler later = exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "86400");
            exchange.sendResponseHeaders(429, -1);
        };
        api.onEach(BATCH, batch("RUNNING", "RUNNING"), later).on(SET, set("PASSED"));
        FetchLimits usual = FetchLimits.of(2, Duration.ofSeconds(5), Duration.ofSeconds(2), LONG);
        try (ApiClient client = new ApiClient(
                ApiAddress.of(api.origin()), new ApiKey("any"), usual, Given.CLOCK, UnaryOperator.identity())) {
            assertThat(new Patience(client, Given.LIMITS, told)
                            .await(Given.named(Duration.ofMillis(300), List.of("b1"), List.of("s1"))))
                    .containsOnlyKeys(new Awaited(RecordKind.BATCH, "b1"));
        }
    }

    @Test
    void aKeyThatIsRefusedEndsTheWait() throws IOException, InterruptedException {
        api.on(BATCH, batch("RUNNING", "RUNNING")).on(SET, WebSite.answering(401, new byte[0]));
        assertThat(await(LONG)).hasSize(1);
        assertThat(told.stages).isEmpty();
    }

    private Map<Awaited, String> await(Duration patience) throws IOException, InterruptedException {
        try (ApiClient client = Given.client(api.origin())) {
            return new Patience(client, Given.LIMITS, told).await(Given.named(patience, List.of("b1"), List.of("s1")));
        }
    }

    private static HttpHandler batch(String status, String... runs) {
        String entries = String.join(
                ", ",
                List.of(runs).stream()
                        .map(run -> "{\"id\": \"r\", \"status\": \"" + run + "\"}")
                        .toList());
        return json("{\"id\": \"b1\", \"status\": \"" + status + "\", \"runs\": [" + entries + "]}");
    }

    private static HttpHandler set(String status) {
        return json("{\"id\": \"s1\", \"status\": \"" + status + "\"}");
    }

    private static HttpHandler json(String text) {
        return WebSite.answering(200, text.getBytes(StandardCharsets.UTF_8));
    }
}
