package dev.callsheet.browser;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Chrome DevTools protocol over a pipe: JSON messages, each ended by a zero byte. Every wait is bounded; one that
 * takes too long fails with the last lines of the browser's log.
 */
final class DevTools implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> unanswered = new ConcurrentHashMap<>();
    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private final CompletableFuture<JsonNode> ended = new CompletableFuture<>();
    private final InputStream in;
    private final OutputStream out;
    private final Duration patience;
    private final Supplier<String> lastWords;

    DevTools(InputStream in, OutputStream out, Duration patience, Supplier<String> lastWords) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.patience = patience;
        this.lastWords = lastWords;
        Thread reader = new Thread(this::read, "chromium");
        reader.setDaemon(true);
        reader.start();
    }

    /** Calls a method of the browser itself. */
    JsonNode call(String method, Map<String, ?> parameters) {
        return send(Map.of("method", method, "params", parameters));
    }

    /** Calls a method of one session, which is the connection to one tab. */
    JsonNode call(String session, String method, Map<String, ?> parameters) {
        return send(Map.of("method", method, "params", parameters, "sessionId", session));
    }

    /** Hands over name and parameters of each event of a session, on the thread that reads: it must not wait. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    JsonNode await(CompletableFuture<JsonNode> answer, String what) {
        try {
            return (JsonNode) CompletableFuture.anyOf(answer, ended).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError(
                    what + ": no answer within " + patience.toSeconds() + " s; Chromium's log ends with\n"
                            + lastWords.get(),
                    e);
        } catch (ExecutionException e) {
            throw new AssertionError(what + ": " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what + ": interrupted", e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode send(Map<String, ?> message) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        unanswered.put(id, answer);
        String what = String.valueOf(message.get("method"));
        try {
            write(JSON.valueToTree(message), id);
        } catch (IOException e) {
            throw new AssertionError(
                    what + ": " + e.getMessage() + "; Chromium's log ends with\n" + lastWords.get(), e);
        }
        return await(answer, what);
    }

    private synchronized void write(ObjectNode message, int id) throws IOException {
        out.write(JSON.writeValueAsBytes(message.put("id", id)));
        out.write(0);
        out.flush();
    }

    private void read() {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == 0) {
                    hear(JSON.readTree(message.toByteArray()));
                    message.reset();
                } else {
                    message.write(next);
                }
            }
            ended.completeExceptionally(new IOException("Chromium has ended; its log ends with\n" + lastWords.get()));
        } catch (IOException | RuntimeException e) {
            ended.completeExceptionally(e);
        }
    }

    private void hear(JsonNode message) {
        CompletableFuture<JsonNode> answer =
                unanswered.remove(message.path("id").asInt(0));
        BiConsumer<String, JsonNode> listener =
                listeners.get(message.path("sessionId").asString(""));
        if (answer != null && message.has("error")) {
            answer.completeExceptionally(
                    new IOException(message.path("error").path("message").asString("")));
        } else if (answer != null) {
            answer.complete(message.path("result"));
        } else if (listener != null && message.has("method")) {
            listener.accept(message.path("method").asString(""), message.path("params"));
        }
    }
}
