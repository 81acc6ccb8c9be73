package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.model.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {

    @TempDir
    Path folder;

    private static String run(String id) {
        return "{\"id\": \"" + id + "\", \"scenario_id\": \"s1\", \"status\": \"PASSED\"}";
    }

    private void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packed = new GZIPOutputStream(bytes)) {
            packed.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no/such.json", "", " ", "a\u0000b"})
    void aSourceThatDoesNotExistIsAnErrorBeforeAnythingIsRead(String source) throws IOException {
        write("r1.json", run("r1"));
        CollectingSink sink = new CollectingSink();
        List<String> sources = List.of(folder.toString(), source);

        assertThatThrownBy(() -> Sources.read(sources, InputStream.nullInputStream(), sink))
                .isInstanceOf(SourceNotFoundException.class)
                .hasMessageStartingWith("no such file or directory: ");
        assertThat(sink.runs).isEmpty();
    }

    @Test
    void aDirectoryIsReadInTheOrderOfItsNames() throws IOException {
        write("b/r2.json", run("r2"));
        write("a/deep/er/r1.json", run("r1"));
        write("c.ndjson", run("r3") + "\n" + run("r4"));

        CollectingSink sink = CollectingSink.of(folder);

        assertThat(sink.runs)
                .extracting(run -> run.facts().place().toString())
                .containsExactly("a/deep/er/r1.json", "b/r2.json", "c.ndjson:1", "c.ndjson:2");
        assertThat(sink.totals.files()).isEqualTo(3);
        assertThat(sink.totals.documents()).isEqualTo(4);
        assertThat(sink.totals.bytes()).isEqualTo(4L * run("r1").length() + 1);
    }

    @Test
    void severalSourcesMayHoldTheSameName() throws IOException {
        write("x/r.json", run("r1"));
        write("y/r.json", run("r2"));

        CollectingSink sink = CollectingSink.of(
                new ByteArrayInputStream(run("r3").getBytes(StandardCharsets.UTF_8)),
                folder.resolve("x").toString(),
                "-",
                folder.resolve("y/r.json").toString());

        assertThat(sink.runs)
                .extracting(run -> run.facts().place().toString())
                .containsExactly("r.json", "-", "r.json");
    }

    @Test
    void filesThatAreNoJsonAreSkippedByTheirContent() throws IOException {
        write("NOTICE.txt", "Licensed to nobody.");
        write("page.txt", "Get Test Run\n{\n  \"id\": \"r1\"\n}\n");
        write("empty", "");
        write("bad.json", "Licensed to nobody.");
        write("result-without-ending", run("r1"));

        CollectingSink sink = CollectingSink.of(folder);

        assertThat(sink.runs).hasSize(1);
        assertThat(sink.problems)
                .extracting(p -> p.kind() + " " + p.severity() + " " + p.place().file())
                .containsExactly(
                        "SKIPPED INFO NOTICE.txt",
                        "SYNTAX ERROR bad.json",
                        "SKIPPED INFO empty",
                        "SKIPPED INFO page.txt");
        assertThat(sink.problems.get(3).hint()).isEqualTo("it quotes JSON: save that part alone, as a .json file");
    }

    @Test
    void anUnknownObjectIsAWarningOnlyInAFileThatClaimsToBeJson() throws IOException {
        write("a.json", "{}");
        write("b.txt", "{}");

        assertThat(CollectingSink.of(folder).problems)
                .extracting(Problem::severity)
                .containsExactly(Problem.Severity.WARNING, Problem.Severity.INFO);
    }

    @Test
    void ourOwnReportIsSkippedAsAWhole() throws IOException {
        write("site/callsheet-manifest.json", "{}");
        write("site/data/report.json", run("r1"));
        write("r2.json", run("r2"));

        CollectingSink sink = CollectingSink.of(folder);

        assertThat(sink.onlyRun().facts().id()).isEqualTo("r2");
        assertThat(sink.told()).containsExactly("SKIPPED site: a report written by callsheet");
    }

    @Test
    void hiddenDirectoriesAndResourceFilesAreSkipped() throws IOException {
        write(".git/config.json", run("r1"));
        write("._r2.json", run("r2"));

        CollectingSink sink = CollectingSink.of(folder);

        assertThat(sink.runs).isEmpty();
        assertThat(sink.told())
                .containsExactly("SKIPPED ._r2.json: a resource file of macOS", "SKIPPED .git: a hidden directory");
    }

    @Test
    void linksInsideASourceAreNotFollowedButASourceMayBeOne() throws IOException {
        write("real/r1.json", run("r1"));
        Files.createSymbolicLink(folder.resolve("real/loop"), folder);
        Files.createSymbolicLink(folder.resolve("real/gone.json"), Path.of("nothing-here.json"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));

        CollectingSink sink = CollectingSink.of(link);

        assertThat(sink.runs).hasSize(1);
        assertThat(sink.told())
                .containsExactly(
                        "SKIPPED gone.json: a link, which is not followed",
                        "SKIPPED loop: a link, which is not followed");
    }

    @Test
    void fileNamesAreFreeAndShownOnOneLine() throws IOException {
        write("100% #1 ünï 日本.json", run("r1"));
        write("a\nb.json", run("r2"));
        write("quote'&amp;.json", run("r3"));

        assertThat(CollectingSink.of(folder).runs)
                .extracting(run -> run.facts().place().file())
                .containsExactly("100% #1 ünï 日本.json", "a b.json", "quote'&amp;.json");
    }

    @Test
    void packedFilesAreReadUnderAnyName() throws IOException {
        write("a.json.gz", gzip(run("r1")));
        write("b.ndjson.gz", gzip("oops\n" + run("r2")));
        write("c.json", gzip(run("r3")));

        CollectingSink sink = CollectingSink.of(folder);

        assertThat(sink.runs)
                .extracting(run -> run.facts().place().toString())
                .containsExactly("a.json.gz", "b.ndjson.gz:2", "c.json");
    }

    @Test
    void aPackedFileThatEndsTooEarlyIsNamedOnceAndWhatCameBeforeStays() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            lines.append(run("r" + Integer.toHexString(i * 7919))).append('\n');
        }
        byte[] packed = gzip(lines.toString());
        write("a.ndjson.gz", Arrays.copyOf(packed, packed.length / 2));

        CollectingSink sink = CollectingSink.of(folder);

        assertThat(sink.runs).hasSizeBetween(100, 4999);
        assertThat(sink.problems).hasSize(1);
        assertThat(sink.problems.get(0).kind()).isEqualTo(Problem.Kind.UNREADABLE);
        assertThat(sink.problems.get(0).hint()).isEqualTo("what stands before it was used");
    }

    @Test
    void packedDataThatGrowsWithoutMeasureIsRefused() throws IOException {
        write("bomb.json.gz", gzip(" ".repeat(3_000_000)));

        assertThat(CollectingSink.of(folder).problems)
                .extracting(Problem::expected)
                .containsExactly("packed data that grows at most 100 times");
    }

    @Test
    void aFailureToReadIsAProblemOfThatFile() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThat(CollectingSink.of(failing, "-").told()).containsExactly("UNREADABLE -: a failure to read it");
    }
}
