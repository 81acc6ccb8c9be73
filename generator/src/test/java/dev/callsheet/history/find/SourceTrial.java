package dev.callsheet.history.find;

import dev.callsheet.history.RawFile;
import dev.callsheet.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Sources of history for tests, and what is found in them in few words. */
final class SourceTrial {

    /** Limits that a test can reach. */
    static final HistoryLimits SMALL = new HistoryLimits(
            1_000,
            500,
            5_000,
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            List.of(Duration.ZERO, Duration.ZERO));

    private SourceTrial() {}

    /** The name of the history of a night in April 2026. */
    static String night(int day) {
        return "main-2026-04-%02d-0123456789abcdef.ndjson.gz".formatted(day);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Writes a file that holds its own path. */
    static void write(Path folder, String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }

    static FoundHistory read(Path workingDirectory, String source) {
        return read(workingDirectory, source, SMALL);
    }

    static FoundHistory read(Path workingDirectory, String source, HistoryLimits limits) {
        return HistorySources.read(List.of(source), workingDirectory, limits, nonces())
                .get(0);
    }

    /** n1, n2 and so on. */
    static Supplier<String> nonces() {
        AtomicInteger last = new AtomicInteger();
        return () -> "n" + last.incrementAndGet();
    }

    static List<String> places(FoundHistory found) {
        return found.files().stream().map(RawFile::place).toList();
    }

    /** Place, what was expected, what was found. */
    static List<String> told(FoundHistory found) {
        return found.problems().stream().map(SourceTrial::told).toList();
    }

    private static String told(Problem problem) {
        return problem.severity() + " " + problem.place() + ": expected " + problem.expected() + ", found "
                + problem.found();
    }
}
