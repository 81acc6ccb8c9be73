package dev.callsheet.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A headless Firefox of this machine. */
public final class Firefox implements AutoCloseable {

    /** The shell ends the browser when the pipe from this process is closed, at the latest when this process has ended. */
    private static final String BOUND = "\"$@\" </dev/null >&2 & cat >/dev/null; kill $!; wait";

    private static final Pattern LISTENING = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)\\s");
    private static final int POLL_MILLIS = 50;

    /** A file is an origin of its own, as it is for readers; nothing leaves this machine; scrollbars take no width. */
    private static final String PREFERENCES = """
            user_pref("security.fileuri.strict_origin_policy", true);
            user_pref("ui.useOverlayScrollbars", 1);
            user_pref("network.proxy.type", 1);
            user_pref("network.proxy.http", "127.0.0.1");
            user_pref("network.proxy.http_port", 9);
            user_pref("network.proxy.ssl", "127.0.0.1");
            user_pref("network.proxy.ssl_port", 9);
            user_pref("network.proxy.no_proxies_on", "127.0.0.1");
            user_pref("app.update.enabled", false);
            user_pref("datareporting.policy.dataSubmissionEnabled", false);
            user_pref("toolkit.telemetry.enabled", false);
            """;

    private final Launched browser;
    private final Bidi bidi;

    private Firefox(Launched browser, Bidi bidi) {
        this.browser = browser;
        this.bidi = bidi;
    }

    public static boolean isInstalled() {
        return find().isPresent();
    }

    /**
     * Starts a browser with an empty profile.
     *
     * @param home an existing folder for the profile and the log
     * @param patience how long an answer or a page may take
     */
    public static Firefox start(Path home, Duration patience) {
        try {
            Path profile = Files.createDirectory(home.resolve("firefox"));
            Files.writeString(profile.resolve("user.js"), PREFERENCES);
            List<String> command = List.of(
                    find().orElseThrow().toString(),
                    "--headless",
                    "--no-remote",
                    "--remote-debugging-port",
                    "0",
                    "--profile",
                    profile.toString(),
                    "about:blank");
            Launched browser = Launched.start("Firefox", home.resolve("firefox.log"), BOUND, command);
            Bidi bidi = new Bidi(address(browser, patience), browser, patience);
            bidi.call("session.new", Map.of("capabilities", Map.of()));
            bidi.call("session.subscribe", Map.of("events", List.of("log", "network", "browsingContext")));
            return new Firefox(browser, bidi);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new tab that has nothing open yet. */
    public FirefoxTab tab(Screen screen) {
        return new FirefoxTab(bidi, screen);
    }

    @Override
    public void close() {
        bidi.close();
        try {
            browser.process().getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        browser.awaitEnd();
    }

    private static Optional<Path> find() {
        return Launched.find("firefox-esr", "firefox");
    }

    /** Firefox says in its log where it listens. */
    private static URI address(Launched browser, Duration patience) throws IOException {
        for (long waited = 0; waited < patience.toMillis(); waited += POLL_MILLIS) {
            Matcher said = LISTENING.matcher(Files.readString(browser.log(), StandardCharsets.UTF_8));
            if (said.find()) {
                return URI.create(said.group(1) + "/session");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
        throw new AssertionError("Firefox does not listen" + browser.lastWords());
    }
}
