package dev.callsheet.browser;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls of a browser's methods, joined with their answers by a number. Every wait is bounded; one that takes too long
 * fails with the last lines of the browser's log.
 */
final class Calls {

    /** Takes a message to the browser, one at a time. */
    interface Line {
        void send(ObjectNode message) throws IOException;
    }

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
    private final CompletableFuture<JsonNode> ended = new CompletableFuture<>();
    private final Launched browser;
    private final Duration patience;

    Calls(Launched browser, Duration patience) {
        this.browser = browser;
        this.patience = patience;
    }

    /** Sends a message, and returns what {@link #answer} is told about it. */
    JsonNode call(Map<String, ?> message, Line line) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        unanswered.put(id, answer);
        String what = String.valueOf(message.get("method"));
        ObjectNode json = JsonMapper.shared().valueToTree(message);
        try {
            synchronized (this) {
                line.send(json.put("id", id));
            }
        } catch (IOException e) {
            throw new AssertionError(what + ": " + e.getMessage() + browser.lastWords(), e);
        }
        return await(answer, what);
    }

    void answer(int id, JsonNode result) {
        take(id).complete(result);
    }

    void refuse(int id, String reason) {
        take(id).completeExceptionally(new IOException(reason));
    }

    /** No answer comes any more. */
    void end(Throwable reason) {
        ended.completeExceptionally(reason);
    }

    JsonNode await(CompletableFuture<JsonNode> answer, String what) {
        try {
            return (JsonNode) CompletableFuture.anyOf(answer, ended).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    what + ": no answer within " + patience.toSeconds() + " s" + browser.lastWords(), e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what + ": interrupted", e);
        }
    }

    private CompletableFuture<JsonNode> take(int id) {
        CompletableFuture<JsonNode> answer = unanswered.remove(id);
        return answer == null ? new CompletableFuture<>() : answer;
    }
}
