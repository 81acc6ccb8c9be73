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
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Chrome DevTools protocol over a pipe: JSON messages, each ended by a zero byte. */
final class DevTools implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private final Launched browser;
    private final Calls calls;
    private final InputStream in;
    private final OutputStream out;

    DevTools(Launched browser, Duration patience) {
        this.browser = browser;
        calls = new Calls(browser, patience);
        in = new BufferedInputStream(browser.process().getInputStream());
        out = browser.process().getOutputStream();
        Thread reader = new Thread(this::read, "chromium");
        reader.setDaemon(true);
        reader.start();
    }

    /** Calls a method of the browser itself. */
    JsonNode call(String method, Map<String, ?> parameters) {
        return calls.call(Map.of("method", method, "params", parameters), this::write);
    }

    /** Calls a method of one session, which is the connection to one tab. */
    JsonNode call(String session, String method, Map<String, ?> parameters) {
        return calls.call(Map.of("method", method, "params", parameters, "sessionId", session), this::write);
    }

    /** Hands over name and parameters of each event of a session, on the thread that reads: it must not wait. */
    void listen(String session, BiConsumer<String, JsonNode> listener) {
        listeners.put(session, listener);
    }

    JsonNode await(CompletableFuture<JsonNode> answer, String what) {
        return calls.await(answer, what);
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ObjectNode message) throws IOException {
        out.write(JSON.writeValueAsBytes(message));
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
            calls.end(new IOException("Chromium has ended" + browser.lastWords()));
        } catch (IOException | RuntimeException e) {
            calls.end(e);
        }
    }

    private void hear(JsonNode message) {
        if (message.has("error")) {
            calls.refuse(
                    message.path("id").asInt(0),
                    message.path("error").path("message").asString(""));
        } else if (message.has("id")) {
            calls.answer(message.path("id").asInt(0), message.path("result"));
        } else {
            listeners
                    .getOrDefault(message.path("sessionId").asString(""), (method, parameters) -> {})
                    .accept(message.path("method").asString(""), message.path("params"));
        }
    }
}
