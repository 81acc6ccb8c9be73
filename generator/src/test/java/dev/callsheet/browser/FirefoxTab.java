package dev.callsheet.browser;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One tab of Firefox: opens pages one after another, and remembers what each asked for and what the console said. */
public final class FirefoxTab implements AutoCloseable {

    /** Its own globals, so that pages and tests do not see each other's. */
    private static final String SANDBOX = "test";

    private static final String UNLOADED = "unloaded";

    /** The console says nothing of a file that a page from disk misses. */
    private static final String WATCH = """
            () => {
              globalThis.%s = [];
              addEventListener("error", event => {
                const from = event.target.src || event.target.href;
                if (from) globalThis.%1$s.push("missing: " + from);
              }, true);
            }
            """.formatted(UNLOADED);

    private static final int FIRST_ERROR = 400;

    private final Bidi bidi;
    private final String context;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    FirefoxTab(Bidi bidi, Screen screen) {
        this.bidi = bidi;
        context = bidi.call("browsingContext.create", Map.of("type", "tab"))
                .path("context")
                .asString("");
        bidi.listen(context, this::hear);
        bidi.call(
                "script.addPreloadScript",
                Map.of("functionDeclaration", WATCH, "sandbox", SANDBOX, "contexts", List.of(context)));
        bidi.call(
                "browsingContext.setViewport",
                Map.of("context", context, "viewport", Map.of("width", screen.width(), "height", screen.height())));
    }

    /** Opens a page and waits until all of it has loaded. What was remembered of the page before is forgotten. */
    public void open(String url) {
        complaints.clear();
        requests.clear();
        bidi.call("browsingContext.navigate", Map.of("context", context, "url", url, "wait", "complete"));
        StreamSupport.stream(evaluate(UNLOADED).spliterator(), false)
                .map(missing -> missing.asString(""))
                .forEach(complaints::add);
    }

    /** The value of a JavaScript expression, as JSON; of a promise, what it promises. */
    public JsonNode evaluate(String expression) {
        JsonNode answer = bidi.call(
                "script.evaluate",
                Map.of(
                        "expression",
                        "Promise.resolve(" + expression + ").then(value => JSON.stringify(value))",
                        "target",
                        Map.of("context", context, "sandbox", SANDBOX),
                        "awaitPromise",
                        true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(
                    answer.path("exceptionDetails").path("text").asString(""));
        }
        return JsonMapper.shared().readTree(answer.path("result").path("value").asString("null"));
    }

    /** Exceptions, blocked and missing resources, and all that scripts wrote to the console, in order. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The addresses that were asked for over a network. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        bidi.call("browsingContext.close", Map.of("context", context));
    }

    private void hear(String event, JsonNode details) {
        String url = details.path("request").path("url").asString("");
        switch (event) {
            case "log.entryAdded" -> complaints.add(details.path("text").asString(""));
            case "browsingContext.userPromptOpened" ->
                complaints.add("dialog: " + details.path("message").asString(""));
            case "network.beforeRequestSent" -> {
                if (Stream.of("http:", "https:", "ws:", "wss:").anyMatch(url::startsWith)
                        && !url.endsWith(StaticServer.ICON)) {
                    requests.add(url);
                }
            }
            case "network.responseCompleted" -> {
                int status = details.path("response").path("status").asInt(0);
                if (status >= FIRST_ERROR) {
                    complaints.add(status + " " + url);
                }
            }
            case "network.fetchError" ->
                complaints.add(details.path("errorText").asString("") + " " + url);
            default -> {
                // The domains tell more than is asked here.
            }
        }
    }
}
