package dev.callsheet.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.callsheet.testing.WebSite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk through a list that stands still, or says odd things. Lists that move are walked in the tests of faults. */
class RunWalkTest {

    private static final String LIST = "/v1/agent-testing/runs";
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");
    private static final Instant NEWEST = Instant.parse("2026-04-14T00:00:00Z");

    private final WebSite api = new WebSite();
    private final List<Long> progress = new ArrayList<>();

    @AfterEach
    void close() {
        api.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 37, 1})
    void itAdvancesByWhatCameAndStopsAtTheTotal(int page) throws IOException, InterruptedException {
        int runs = page == 1 ? 12 : 250;
        api.on(LIST, list(entries(runs), page, runs));
        RunWalk.Result result = walk(null);
        assertThat(result.runs()).hasSize(runs);
        assertThat(result.failure()).isNull();
        assertThat(result.unlisted()).isZero();
        assertThat(api.asked()).hasSize((runs + page - 1) / page).allMatch(asked -> asked.contains("limit=100&"));
        assertThat(progress).last().isEqualTo((long) runs);
    }

    @Test
    void withoutATotalItStopsAtAPageWithNothingNew() throws IOException, InterruptedException {
        api.on(LIST, list(entries(200), 100, -1));
        assertThat(walk(null).runs()).hasSize(200);
        assertThat(api.asked()).hasSize(4);
    }

    @Test
    void aFilterIsAskedForOnEveryPage() throws IOException, InterruptedException {
        api.on(LIST, list(entries(150), 100, 150));
        try (ApiClient client = Given.client(api.origin())) {
            new RunWalk(client, Map.of("pathway_id", "p 1"), null, progress::add).walk();
        }
        assertThat(api.asked())
                .containsExactly(
                        LIST + "?pathway_id=p%201&limit=100&offset=0", LIST + "?pathway_id=p%201&limit=100&offset=99");
    }

    @Test
    void anEmptyListIsAList() throws IOException, InterruptedException {
        api.on(LIST, list(List.of(), 100, 0));
        RunWalk.Result result = walk(null);
        assertThat(result.runs()).isEmpty();
        assertThat(result.failure()).isNull();
    }

    @Test
    void aListInOrderIsLeftAfterTwoPagesOfOlderRuns() throws IOException, InterruptedException {
        api.on(LIST, list(entries(1_000), 100, 1_000));
        RunWalk.Result result = walk(NEWEST.minusSeconds(149));
        assertThat(result.runs()).hasSize(150).containsKeys("r0", "r149");
        assertThat(result.failure()).isNull();
        assertThat(api.asked()).hasSize(4);
    }

    @Test
    void aListInAnyOtherOrderIsWalkedToItsEnd() throws IOException, InterruptedException {
        List<String> oldestFirst = new ArrayList<>(entries(1_000));
        Collections.reverse(oldestFirst);
        api.on(LIST, list(oldestFirst, 100, 1_000));
        assertThat(walk(NEWEST.minusSeconds(149)).runs()).hasSize(150);
        assertThat(api.asked()).hasSize(11);
    }

    @Test
    void aRunWithoutADateIsTakenAndTheListNotLeftEarly() throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>(entries(600));
        entries.set(0, "{\"id\": \"undated\"}");
        entries.set(599, "{\"id\": \"odd\", \"created_at\": \"yesterday\"}");
        api.on(LIST, list(entries, 100, 600));
        assertThat(walk(NEWEST.plusSeconds(1)).runs()).containsOnlyKeys("undated", "odd");
    }

    @Test
    void aRunThatIsAsOldAsAskedForIsTaken() throws IOException, InterruptedException {
        api.on(LIST, list(entries(3), 100, 3));
        assertThat(walk(NEWEST.minusSeconds(1)).runs()).containsOnlyKeys("r0", "r1");
    }

    @Test
    void aListThatStatesMoreThanItHoldsSaysSo() throws IOException, InterruptedException {
        api.on(LIST, list(entries(7), 100, 9));
        RunWalk.Result result = walk(null);
        assertThat(result.runs()).hasSize(7);
        assertThat(result.failure()).isEqualTo("states 9 runs, of which 2 never came");
        assertThat(result.unlisted()).isEqualTo(2);
        assertThat(api.asked().size()).isLessThan(12);
    }

    @Test
    void howManyOfThoseThatNeverCameAreOfTheTimeAskedForIsNotKnown() throws IOException, InterruptedException {
        api.on(LIST, list(entries(7), 100, 9));
        RunWalk.Result result = walk(NEWEST.minusSeconds(2));
        assertThat(result.runs()).hasSize(3);
        assertThat(result.failure()).isEqualTo("states 9 runs, of which 2 never came");
        assertThat(result.unlisted()).isZero();
    }

    @Test
    void entriesThatNameNoRunAreMissing() throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>(entries(3));
        entries.add("{\"status\": \"PASSED\"}");
        entries.add("7");
        api.on(LIST, list(entries, 100, 5));
        RunWalk.Result result = walk(null);
        assertThat(result.runs()).hasSize(3);
        assertThat(result.unlisted()).isEqualTo(2);
    }

    @Test
    void aListThatTurnsInACircleEnds() throws IOException, InterruptedException {
        api.on(LIST, json("{\"runs\": [" + String.join(", ", entries(50)) + "]}"));
        RunWalk.Result result = walk(null);
        assertThat(result.runs()).hasSize(50);
        assertThat(result.failure()).isNull();
        assertThat(api.asked().size()).isLessThan(10);
    }

    @Test
    void aPageThatFailsEndsTheWalkAndKeepsWhatCame() throws IOException, InterruptedException {
        HttpHandler pages = list(entries(500), 100, 500);
        HttpHandler refusal = WebSite.answering(400, "{\"message\": \"too far\"}".getBytes(StandardCharsets.UTF_8));
        api.on(LIST, exchange -> (offset(exchange) < 200 ? pages : refusal).handle(exchange));
        RunWalk.Result result = walk(null);
        assertThat(result.runs()).hasSize(298);
        assertThat(result.failure()).isEqualTo("answers 400: too far after 298 of 500 runs");
        assertThat(result.unlisted()).isEqualTo(202);
        assertThat(api.asked()).hasSize(4);
    }

    @Test
    void aFirstPageThatFailsHasNoPlace() throws IOException, InterruptedException {
        RunWalk.Result result = walk(null);
        assertThat(result.failure()).isEqualTo("answers 404");
        assertThat(result.unlisted()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"runs\": {}}", "{\"id\": \"r1\"}", "{\"data\": {\"total_count\": 3}}", "{\"data\": null}"})
    void whatIsNoListIsAFailure(String body) throws IOException, InterruptedException {
        api.on(LIST, json(body));
        assertThat(walk(null).failure()).isEqualTo("answers with something that is no list of runs");
        assertThat(api.asked()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-3", "1e400", "\"2\"", "99999999999999999999", "null", "2.5"})
    void aTotalThatIsNoCountIsNone(String total) throws IOException, InterruptedException {
        HttpHandler page = json("{\"data\": [" + String.join(", ", entries(2)) + "], \"total_count\": " + total + "}");
        HttpHandler none = json("{\"data\": [], \"total_count\": " + total + "}");
        api.on(LIST, exchange -> (offset(exchange) == 0 ? page : none).handle(exchange));
        RunWalk.Result result = walk(null);
        assertThat(result.runs()).hasSize(2);
        assertThat(result.failure()).isNull();
    }

    @Test
    void whatAListSaysOfARunIsKept() throws IOException, InterruptedException {
        api.on(LIST, json("""
                {"data": {"runs": [{"id": "r1", "batch_id": "b1", "created_at": "2026-04-14T02:00:00.000Z",
                                    "scenario": {"id": "s1", "name": "Lost card"}}], "total_count": 1}}
                """));
        ListedRun run = walk(null).runs().values().iterator().next();
        assertThat(run.batch()).contains("b1");
        assertThat(run.scenarioId()).contains("s1");
        assertThat(run.createdAt()).isEqualTo(Instant.parse("2026-04-14T02:00:00Z"));
        assertThat(run.scenario()).hasToString("{\"id\":\"s1\",\"name\":\"Lost card\"}");
    }

    private RunWalk.Result walk(@Nullable Instant since) throws IOException, InterruptedException {
        try (ApiClient client = Given.client(api.origin())) {
            return new RunWalk(client, Map.of(), since, progress::add).walk();
        }
    }

    /** Runs r0, r1, …, each a second older than the one before. */
    private static List<String> entries(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"id\": \"r" + i + "\", \"created_at\": \"" + NEWEST.minusSeconds(i) + "\"}")
                .toList();
    }

    /** @param total negative to state none */
    private static HttpHandler list(List<String> entries, int page, int total) {
        return exchange -> {
            int from = Math.min(offset(exchange), entries.size());
            List<String> shown = entries.subList(from, Math.min(from + page, entries.size()));
            json("{\"data\": {\"runs\": [" + String.join(", ", shown) + "]"
                            + (total < 0 ? "" : ", \"total_count\": " + total) + "}}")
                    .handle(exchange);
        };
    }

    private static int offset(HttpExchange exchange) {
        Matcher offset = OFFSET.matcher(exchange.getRequestURI().getRawQuery());
        if (!offset.find()) {
            throw new AssertionError("no offset in " + exchange.getRequestURI());
        }
        return Integer.parseInt(offset.group(1));
    }

    private static HttpHandler json(String text) {
        return WebSite.answering(200, text.getBytes(StandardCharsets.UTF_8));
    }
}
