package dev.callsheet.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** WebDriver BiDi: JSON messages over a web socket. */
final class Bidi implements AutoCloseable {

    private final Map<String, BiConsumer<String, JsonNode>> listeners = new ConcurrentHashMap<>();
    private final Launched browser;
    private final Calls calls;
    private final WebSocket socket;

    Bidi(URI address, Launched browser, Duration patience) {
        this.browser = browser;
        calls = new Calls(browser, patience);
        socket = HttpClient.newBuilder()
                .connectTimeout(patience)
                .build()
                .newWebSocketBuilder()
                .buildAsync(address, new Reader())
                .join();
    }

    JsonNode call(String method, Map<String, ?> parameters) {
        return calls.call(
                Map.of("method", method, "params", parameters),
                message -> socket.sendText(message.toString(), true).join());
    }

    /** Hands over name and parameters of each event of a context, which is a tab, on a thread that must not wait. */
    void listen(String context, BiConsumer<String, JsonNode> listener) {
        listeners.put(context, listener);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private void hear(JsonNode message) {
        int id = message.path("id").asInt(0);
        switch (message.path("type").asString("")) {
            case "success" -> calls.answer(id, message.path("result"));
            case "error" -> calls.refuse(id, message.path("message").asString(""));
            default -> {
                JsonNode details = message.path("params");
                String context = details.path("context")
                        .asString(details.path("source").path("context").asString(""));
                listeners
                        .getOrDefault(context, (method, parameters) -> {})
                        .accept(message.path("method").asString(""), details);
            }
        }
    }

    /** A message may come in parts. */
    private final class Reader implements WebSocket.Listener {

        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            message.append(part);
            if (last) {
                hear(JsonMapper.shared().readTree(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            calls.end(new IOException("Firefox has ended" + browser.lastWords()));
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable reason) {
            calls.end(reason);
        }
    }
}
