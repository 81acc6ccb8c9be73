package dev.callsheet.browser;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** One tab of a browser: opens a page, and remembers what the page asked for and what the console said. */
public final class Tab implements AutoCloseable {

    /** A key of the keyboard. */
    public enum Key {
        TAB("Tab", 9, ""),
        ENTER("Enter", 13, "\r"),
        ESCAPE("Escape", 27, ""),
        ARROW_DOWN("ArrowDown", 40, "");

        private final String name;
        private final int code;
        private final String text;

        Key(String name, int code, String text) {
            this.name = name;
            this.code = code;
            this.text = text;
        }
    }

    /** When letters and images are there to be drawn. */
    private static final String DRAWN = "document.fonts.ready.then(() =>"
            + " Promise.all([...document.images].map(image => image.decode()))).then(() => true)";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final DevTools tools;
    private final String target;
    private final String session;
    private final Map<String, CompletableFuture<JsonNode>> loads = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    Tab(DevTools tools, Screen screen) {
        this.tools = tools;
        target = tools.call("Target.createTarget", Map.of("url", "about:blank", "newWindow", true))
                .path("targetId")
                .asString("");
        session = tools.call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
                .path("sessionId")
                .asString("");
        tools.listen(session, this::hear);
        for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
            call(domain + ".enable", Map.of());
        }
        call("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
        call("Emulation.setFocusEmulationEnabled", Map.of("enabled", true));
        call("Network.setCacheDisabled", Map.of("cacheDisabled", true));
        show(screen);
    }

    /** Shows the page, this one and the next, on another screen. */
    public void show(Screen screen) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", screen.width(), "height", screen.height(), "deviceScaleFactor", 1, "mobile", false));
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", screen.dark() ? "dark" : "light");
        call("Emulation.setEmulatedMedia", Map.of("features", List.of(scheme)));
    }

    /** The page's own scripts do not run from now on; {@link #evaluate} still works. */
    public void disableScripts() {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", true));
    }

    /** Opens a page and waits until all of it has loaded and its deferred scripts have run. */
    public void open(String url) {
        JsonNode answer = call("Page.navigate", Map.of("url", url));
        if (answer.has("errorText")) {
            throw new AssertionError(url + ": " + answer.path("errorText").asString(""));
        }
        tools.await(load(answer.path("loaderId").asString("")), "load of " + url + ", complaints " + complaints());
        // The console's messages come in order: when this one is answered, none of the load is missing.
        evaluate("document.readyState");
    }

    /** The value of a JavaScript expression, as JSON; of a promise, what it promises. */
    public JsonNode evaluate(String expression) {
        JsonNode answer =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (answer.has("exceptionDetails")) {
            throw new AssertionError(said(answer.path("exceptionDetails")));
        }
        return answer.path("result").path("value");
    }

    /** The page as it is printed, as a reader who sees no colours would see it. */
    public void showPrintedInGrey() {
        call("Emulation.setEmulatedMedia", Map.of("media", "print"));
        call("Emulation.setEmulatedVisionDeficiency", Map.of("type", "achromatopsia"));
    }

    /** A picture of the page as PNG, one pixel for each of CSS, from its top to its end or, if that is less, so far down. */
    public byte[] picture(int height) {
        evaluate(DRAWN);
        JsonNode size = call("Page.getLayoutMetrics", Map.of()).path("cssContentSize");
        Map<String, Integer> clip = Map.of(
                "x", 0,
                "y", 0,
                "width", size.path("width").asInt(),
                "height", Math.min(height, size.path("height").asInt()),
                "scale", 1);
        JsonNode answer =
                call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true, "clip", clip));
        return Base64.getDecoder().decode(answer.path("data").asString(""));
    }

    public void press(Key key) {
        Map<String, ?> parameters = Map.of(
                "type",
                "keyDown",
                "key",
                key.name,
                "code",
                key.name,
                "windowsVirtualKeyCode",
                key.code,
                "text",
                key.text);
        call("Input.dispatchKeyEvent", parameters);
        call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key.name, "code", key.name));
    }

    /** Presses the key of each letter, one after the other. */
    public void type(String letters) {
        letters.codePoints().mapToObj(Character::toString).forEach(letter -> {
            call("Input.dispatchKeyEvent", Map.of("type", "keyDown", "key", letter, "text", letter));
            call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", letter));
        });
    }

    /** Waits until a JavaScript expression is true, on this page or on one that is opened meanwhile. */
    public void await(String condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("never true: " + condition + ", complaints " + complaints());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean holds(String condition) {
        try {
            return evaluate(condition).asBoolean(false);
        } catch (AssertionError e) {
            return false; // between two pages there is nothing to ask
        }
    }

    /** Exceptions, blocked and missing resources, and all that scripts wrote to the console, in order. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The addresses that were asked for, the page's own first. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        tools.call("Target.closeTarget", Map.of("targetId", target));
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        return tools.call(session, method, parameters);
    }

    private CompletableFuture<JsonNode> load(String loader) {
        return loads.computeIfAbsent(loader, key -> new CompletableFuture<>());
    }

    private void hear(String event, JsonNode details) {
        switch (event) {
            case "Page.lifecycleEvent" -> {
                if (details.path("name").asString("").equals("load")) {
                    load(details.path("loaderId").asString("")).complete(details);
                }
            }
            case "Page.javascriptDialogOpening" ->
                complaints.add("dialog: " + details.path("message").asString(""));
            case "Network.requestWillBeSent" -> {
                String url = details.path("request").path("url").asString("");
                // The browser asks each server once for its icon, whatever the page says.
                if (!url.matches("http://[^/]*" + StaticServer.ICON)) {
                    requests.add(url);
                }
            }
            case "Runtime.exceptionThrown" -> complaints.add(said(details.path("exceptionDetails")));
            case "Runtime.consoleAPICalled" ->
                complaints.add(StreamSupport.stream(details.path("args").spliterator(), false)
                        .map(argument -> argument.path("value")
                                .asString(argument.path("description").asString("")))
                        .reduce("console:", (all, one) -> all + " " + one));
            case "Log.entryAdded" -> {
                JsonNode entry = details.path("entry");
                complaints.add(entry.path("text").asString("") + " "
                        + entry.path("url").asString(""));
            }
            default -> {
                // The domains tell more than is asked here.
            }
        }
    }

    private static String said(JsonNode exception) {
        return exception
                .path("exception")
                .path("description")
                .asString(exception.path("text").asString(""));
    }
}
