package dev.callsheet.browser;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A headless Chromium of this machine. It reads from a pipe of this process, and so ends with it at the latest. */
public final class Chromium implements AutoCloseable {

    /** Descriptors 3 and 4 are the two ends of the pipe, and only a shell can give them. */
    private static final String PIPED = "exec \"$@\" 3<&0 4>&1 </dev/null >&2";

    private final Launched browser;
    private final DevTools tools;

    private Chromium(Launched browser, Duration patience) {
        this.browser = browser;
        tools = new DevTools(browser, patience);
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
    public static Chromium start(Path home, Duration patience) {
        List<String> command = List.of(
                find().orElseThrow().toString(),
                "--remote-debugging-pipe",
                "--user-data-dir=" + home.resolve("profile"),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-extensions",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
        return new Chromium(Launched.start("Chromium", home.resolve("chromium.log"), PIPED, command), patience);
    }

    /** A new tab that has nothing open yet. */
    public Tab tab(Screen screen) {
        return new Tab(tools, screen);
    }

    @Override
    public void close() {
        tools.close();
        browser.awaitEnd();
    }

    private static Optional<Path> find() {
        return Launched.find("chromium", "chromium-browser", "google-chrome");
    }
}
