package dev.callsheet.browser;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A headless Chromium of this machine. It reads from a pipe of this process, and so ends with it at the latest. */
public final class Chromium implements AutoCloseable {

    private static final int LAST_WORDS = 20;
    private static final int SECONDS_TO_END = 10;

    private final Process process;
    private final DevTools tools;

    private Chromium(Process process, DevTools tools) {
        this.process = process;
        this.tools = tools;
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
        Path log = home.resolve("chromium.log");
        List<String> command = new ArrayList<>(List.of(
                // Descriptors 3 and 4 are the two ends of the pipe, and only a shell can give them.
                "sh",
                "-c",
                "exec \"$@\" 3<&0 4>&1 </dev/null >&2",
                "sh",
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
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"));
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            DevTools tools =
                    new DevTools(process.getInputStream(), process.getOutputStream(), patience, () -> lastWords(log));
            return new Chromium(process, tools);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new tab that has nothing open yet. */
    public Tab tab(Screen screen) {
        return new Tab(tools, screen);
    }

    @Override
    public void close() {
        tools.close();
        try {
            if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static Optional<Path> find() {
        List<String> folders =
                Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1));
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String lastWords(Path log) {
        try {
            List<String> lines =
                    Files.readString(log, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
        } catch (IOException e) {
            return "its log cannot be read: " + e.getMessage();
        }
    }
}
