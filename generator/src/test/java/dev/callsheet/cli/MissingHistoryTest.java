package dev.callsheet.cli;

import static dev.callsheet.cli.Publishing.night;
import static dev.callsheet.cli.Publishing.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.testing.WebSite;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a history is asked for and not had: the report is written and says why, or required not to be. */
class MissingHistoryTest {

    /**
     * A source without a history.
     *
     * @param why what is said of it
     */
    private record Missing(String name, String source, String why) {

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * What became of it.
     *
     * @param published the site when the history was asked for
     * @param required the outcome when it was required in place of that site
     * @param left the site after that
     */
    private record Trial(
            Missing missing,
            Program.Outcome asked,
            SortedMap<String, byte[]> published,
            Program.Outcome required,
            SortedMap<String, byte[]> left) {

        @Override
        public String toString() {
            return missing.toString();
        }
    }

    @TempDir
    static Path temporary;

    private static final WebSite WEB = new WebSite();

    private static Publishing job;
    private static List<Trial> trials = List.of();

    /** Sites that do not answer are asked again after some seconds, so all are tried at once. */
    @BeforeAll
    static void tryAll() throws IOException, InterruptedException, ExecutionException {
        job = new Publishing(temporary);
        List<Missing> all = new ArrayList<>(onDisk());
        all.addAll(onTheWeb());
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            List<Future<Trial>> tasks = new ArrayList<>();
            for (Missing missing : all) {
                tasks.add(threads.submit(() -> trial(missing)));
            }
            trials = new ArrayList<>();
            for (Future<Trial> task : tasks) {
                trials.add(task.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @AfterAll
    static void close() {
        WEB.close();
    }

    static List<Trial> trials() {
        return trials;
    }

    private static Trial trial(Missing missing) {
        String site = "site-" + missing.name();
        Program.Outcome asked = job.build(site, night("2026-04-13"), "--history", missing.source());
        SortedMap<String, byte[]> published = job.site(site).files();
        Program.Outcome required =
                job.build(site, night("2026-04-14"), "--history", missing.source(), "--history-required");
        return new Trial(missing, asked, published, required, job.site(site).files());
    }

    private static List<Missing> onDisk() throws IOException {
        Files.createDirectory(temporary.resolve("empty"));
        Files.writeString(temporary.resolve("notes.txt"), "hello");
        Files.writeString(temporary.resolve("broken.zip"), "PK but no more");
        Files.writeString(Files.createDirectory(temporary.resolve("tables")).resolve("rows.csv"), "a,b\n");
        Path foreign = Files.createDirectory(temporary.resolve("foreign"));
        Files.write(foreign.resolve("calls.ndjson.gz"), packed("{\"call\": 1}\n"));
        Path cut = Files.createDirectory(temporary.resolve("cut"));
        Path newer = Files.createDirectory(temporary.resolve("newer"));
        for (Map.Entry<String, byte[]> file :
                job.published("former", night("2026-04-12")).history().entrySet()) {
            Files.write(cut.resolve(file.getKey()), Arrays.copyOf(file.getValue(), 20));
            String lines = unpacked(file.getValue()).replaceFirst("callsheet\\.history/1", "callsheet.history/2");
            Files.write(newer.resolve(file.getKey()), packed(lines));
        }
        return List.of(
                new Missing(
                        "nowhere",
                        "no-such-site",
                        "does not exist; before the first night there is none, later the path is wrong"),
                new Missing(
                        "empty-directory",
                        "empty",
                        "holds no history: looked in it, in history and in data/history for files whose names end in"
                                + " .ndjson.gz"),
                new Missing(
                        "other-files",
                        "tables",
                        "holds no history: looked in it, in history and in data/history for files whose names end in"
                                + " .ndjson.gz"),
                new Missing(
                        "text",
                        "notes.txt",
                        "is neither a directory, a site, a zip, a history file nor an http(s) address"),
                new Missing(
                        "zip",
                        "broken.zip",
                        "cannot be read as a zip archive: it is damaged, cut short, not a zip, or may not be opened"),
                new Missing("foreign", "foreign", "holds 1 file of another kind and no history that could be read"),
                new Missing("truncated", "cut", "holds 1 damaged file and no history that could be read"),
                new Missing(
                        "newer",
                        "newer",
                        "holds 1 file written by a newer callsheet and no history that could be read"));
    }

    private static List<Missing> onTheWeb() {
        WEB.on("/unwell/data/history/index.json", 500, bytes("oops"))
                .on("/private/data/history/index.json", 403, bytes("who are you?"))
                .on("/app/data/history/index.json", WebSite.html(200, "<!doctype html><h1>Hello</h1>"))
                .on(
                        "/later/data/history/index.json",
                        200,
                        bytes("{\"schema\": \"callsheet.history-index/2\", \"files\": []}"))
                .on("/gone/data/history/index.json", 200, bytes("""
                        {"schema": "callsheet.history-index/1",
                         "files": [{"name": "main-2026-04-12-0123456789abcdef.ndjson.gz"}]}"""))
                .redirect("/moved/data/history/index.json", 301, "https://elsewhere.invalid/data/history/index.json");
        String unused = "http://127.0.0.1:" + unusedPort() + "/";
        return List.of(
                new Missing(
                        "not-found",
                        WEB.origin() + "/none/",
                        "answers 404: no history there yet? (first night, or data/history is not published)"),
                new Missing("unwell", WEB.origin() + "/unwell/", "answers 500 (asked 3 times)"),
                new Missing(
                        "forbidden",
                        WEB.origin() + "/private/",
                        "answers 403: it asks who you are, which is never said; download the site and give its"
                                + " directory"),
                new Missing("refused", unused, "cannot be reached: the connection was refused (asked 3 times)"),
                new Missing(
                        "html",
                        WEB.origin() + "/app/",
                        "answers 200 with what is no history index: text/html (a page to sign in, or of another site?)"),
                new Missing(
                        "newer-index",
                        WEB.origin() + "/later/",
                        "answers 200 with a history index that this version of Callsheet cannot read:"
                                + " \"callsheet.history-index/2\""),
                new Missing(
                        "all-gone", WEB.origin() + "/gone/", "holds 1 file of history, none of which could be read"),
                new Missing(
                        "redirected",
                        WEB.origin() + "/moved/",
                        "answers 301 and redirects to https://elsewhere.invalid: give the address that it leads to, or a copy of the site where one must sign in"));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void theConsoleSaysWhyAndWhereTrendsStart(Trial trial) {
        Missing missing = trial.missing();
        assertThat(trial.asked().code()).isZero();
        assertThat(said(trial.asked(), "history"))
                .startsWith(
                        "callsheet: history: " + missing.source() + " " + missing.why(),
                        "history: trends start tonight, 2026-04-13");
    }

    @ParameterizedTest
    @MethodSource("trials")
    void theSiteIsWrittenAndSaysWhyOnItsFirstPageAndOnThatOfNights(Trial trial) {
        Missing missing = trial.missing();
        Site site = job.site("site-" + missing.name());
        String sentence =
                "History could not be read: " + missing.source() + " " + missing.why() + ". Trends start tonight.";
        assertThat(site.text("index.html")).contains(sentence).contains("history could not be read");
        assertThat(site.text("nights/index.html")).contains(sentence).contains("not read: " + missing.why());
        assertThat(site.report().at("/history/sources/0/failure").stringValue()).isEqualTo(missing.why());
        assertThat(site.nights()).containsExactly("2026-04-13");
        assertThat(site.history()).hasSize(missing.name().equals("newer") ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("trials")
    void whereItIsRequiredNothingIsWritten(Trial trial) {
        Missing missing = trial.missing();
        assertThat(trial.required().code()).isEqualTo(6);
        assertThat(trial.required().out()).isEmpty();
        assertThat(trial.required().err().lines().toList())
                .startsWith("callsheet: history: " + missing.source() + " " + missing.why())
                .endsWith("callsheet: nothing was written, since the history is required;"
                        + " to go on without what is missing, give --history-required=false");
        Site.assertSame(trial.left(), trial.published());
        assertThat(temporary).isDirectoryNotContaining("glob:**.site-" + missing.name() + "*");
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes(text));
        }
        return packed.toByteArray();
    }

    private static String unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
