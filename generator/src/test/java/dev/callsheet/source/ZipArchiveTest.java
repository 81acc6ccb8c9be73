package dev.callsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.model.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipArchiveTest {

    @TempDir
    Path folder;

    private static byte[] run(String id) {
        return ("{\"id\": \"" + id + "\", \"scenario_id\": \"s1\", \"status\": \"PASSED\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** An archive of names and contents in turn. */
    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private CollectingSink read(byte[] zip) throws IOException {
        Files.write(folder.resolve("export.zip"), zip);
        return CollectingSink.of(folder);
    }

    @Test
    void itsFilesAreReadInTheOrderOfTheirNames() throws IOException {
        CollectingSink sink = read(zip("runs/", new byte[0], "runs/b.json", run("r2"), "a.json", run("r1")));

        assertThat(sink.runs)
                .extracting(run -> run.facts().place().toString())
                .containsExactly("export.zip!/a.json", "export.zip!/runs/b.json");
        assertThat(sink.problems).isEmpty();
    }

    @Test
    void namesThatLeadOutOfItAreRefused() throws IOException {
        CollectingSink sink = read(zip(
                "../up.json",
                run("r1"),
                "/root.json",
                run("r2"),
                "a\\b.json",
                run("r3"),
                "C:x.json",
                run("r4"),
                "a/..b.json",
                run("r5")));

        assertThat(sink.runs).extracting(run -> run.facts().id()).containsExactly("r5");
        assertThat(sink.problems).hasSize(4).allMatch(p -> p.kind() == Problem.Kind.SKIPPED);
    }

    @Test
    void twoFilesOfOneNameAreBothRefused() throws IOException {
        byte[] zip = zip("a.json", run("r1"), "b.json", run("r2"), "c.json", run("r3"));
        for (int i = 0; i + 6 < zip.length; i++) {
            if (new String(zip, i, 6, StandardCharsets.ISO_8859_1).equals("b.json")) {
                zip[i] = 'a';
            }
        }

        CollectingSink sink = read(zip);

        assertThat(sink.onlyRun().facts().id()).isEqualTo("r3");
        assertThat(sink.told()).containsExactly("SKIPPED export.zip!/a.json: 2 files of the same name in an archive");
    }

    @Test
    void packedFilesInsideItAreReadAndZipArchivesAreNot() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(run("r1"));
        }

        CollectingSink sink = read(zip("inner.zip", zip("a.json", run("r2")), "b.json.gz", packed.toByteArray()));

        assertThat(sink.onlyRun().facts().id()).isEqualTo("r1");
        assertThat(sink.told()).containsExactly("SKIPPED export.zip!/inner.zip: an archive");
    }

    @Test
    void aFileThatGrowsWithoutMeasureIsRefusedAndTheOthersStay() throws IOException {
        CollectingSink sink =
                read(zip("a.json", " ".repeat(5_000_000).getBytes(StandardCharsets.UTF_8), "b.json", run("r1")));

        assertThat(sink.runs).hasSize(1);
        assertThat(sink.problems)
                .extracting(Problem::expected)
                .containsExactly("packed data that grows at most 100 times");
    }

    @Test
    void tooManyFilesAreRefusedAsAWhole() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i <= Limits.ZIP_ENTRIES; i++) {
                zip.putNextEntry(new ZipEntry("e" + i));
                zip.closeEntry();
            }
        }

        assertThat(read(bytes.toByteArray()).problems)
                .extracting(Problem::expected)
                .containsExactly("at most 10000 files in an archive");
    }

    @Test
    void aDamagedArchiveIsUnreadable() throws IOException {
        assertThat(read("PK no zip".getBytes(StandardCharsets.UTF_8)).told())
                .containsExactly("UNREADABLE export.zip: packed data that is damaged");
    }

    @Test
    void anArchiveOnStandardInputIsNamed() throws IOException {
        assertThat(CollectingSink.of(zip("a.json", run("r1"))).told()).containsExactly("SKIPPED -: an archive");
    }
}
