package dev.callsheet.history.find;

import static dev.callsheet.history.find.SourceTrial.SMALL;
import static dev.callsheet.history.find.SourceTrial.bytes;
import static dev.callsheet.history.find.SourceTrial.night;
import static dev.callsheet.history.find.SourceTrial.places;
import static dev.callsheet.history.find.SourceTrial.read;
import static dev.callsheet.history.find.SourceTrial.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.history.RawFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryZipTest {

    @TempDir
    Path folder;

    /** Files that hold their own path. */
    private static byte[] zip(String... paths) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String path : paths) {
                zip.putNextEntry(new ZipEntry(path));
                zip.write(bytes(path));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private FoundHistory found(byte[] zip) throws IOException {
        Files.createDirectories(folder.resolve("kept"));
        Files.write(folder.resolve("kept/site.ZIP"), zip);
        return read(folder, "kept/site.ZIP");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/history/", "site/data/history/", "callsheet-7/site/data/history/", "", "history/"})
    void anArchiveHoldsASiteOrItsHistoryAtAnyDepth(String prefix) throws IOException {
        FoundHistory found = found(zip(prefix + "index.json", prefix + night(2), "index.html", prefix + night(1)));

        assertThat(found.name()).isEqualTo("kept/site.ZIP");
        assertThat(found.failure()).isNull();
        assertThat(found.problems()).isEmpty();
        assertThat(places(found)).containsExactly("site.ZIP!/" + prefix + night(1), "site.ZIP!/" + prefix + night(2));
        assertThat(found.files().get(1).name()).isEqualTo(night(2));
        assertThat(found.files().get(1).content()).isEqualTo(bytes(prefix + night(2)));
    }

    @Test
    void theHistoryOfASiteGoesBeforeFilesElsewhere() throws IOException {
        assertThat(places(found(zip("site/data/history/" + night(1), "inputs/" + night(2)))))
                .containsExactly("site.ZIP!/site/data/history/" + night(1));
    }

    @Test
    void separatorsOfWindowsAreUnderstood() throws IOException {
        FoundHistory found = found(zip("site\\data\\history\\" + night(1)));

        assertThat(found.files()).extracting(RawFile::name).containsExactly(night(1));
    }

    @Test
    void aPathThatLeadsOutOfItIsOnlyAName() throws IOException {
        FoundHistory found = found(zip("../../data/history/" + night(1)));

        assertThat(found.files()).extracting(RawFile::name).containsExactly(night(1));
    }

    @Test
    void withoutHistoryItSaysSo() throws IOException {
        assertThat(found(zip("index.html", "export.ndjson.gz")).failure())
                .isEqualTo("holds no history: no file in it is called <stream>-<night>-<hash>.ndjson.gz");
    }

    @Test
    void anArchiveInsideIsNamedAsTheNextStep() throws IOException {
        assertThat(found(zip("artifact.tar")).failure())
                .isEqualTo(
                        "holds no history: no file in it is called <stream>-<night>-<hash>.ndjson.gz, but another archive:"
                                + " unpack \"artifact.tar\" first and give the directory");
    }

    @Test
    void aDamagedArchiveIsNotReadInPart() throws IOException {
        byte[] whole = zip("data/history/" + night(1));

        assertThat(found(Arrays.copyOf(whole, whole.length - 30)).failure())
                .isEqualTo(
                        "cannot be read as a zip archive: it is damaged, cut short, not a zip, or may not be opened");
    }

    @Test
    void twoFilesOfOneNameAreBothLeftOut() throws IOException {
        String other = night(1).replace("main", "mail");
        String zip = new String(
                zip("data/history/" + night(1), "data/history/" + other, "data/history/" + night(2)),
                StandardCharsets.ISO_8859_1);

        FoundHistory found = found(zip.replace(other, night(1)).getBytes(StandardCharsets.ISO_8859_1));

        assertThat(places(found)).containsExactly("site.ZIP!/data/history/" + night(2));
        assertThat(told(found))
                .containsExactly("ERROR site.ZIP!/data/history/" + night(1)
                        + ": expected one file of a name, found 2 files of the same name in an archive");
    }

    @Test
    void aFileThatGrowsBeyondMeasureIsLeftOut() throws IOException {
        Path file = folder.resolve("bomb.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("data/history/" + night(1)));
            zip.write(new byte[8 << 20]);
            zip.putNextEntry(new ZipEntry("data/history/" + night(2)));
            zip.write(bytes("two"));
        }

        FoundHistory found = read(folder, "bomb.zip", HistoryLimits.of(256 << 20));

        assertThat(places(found)).containsExactly("bomb.zip!/data/history/" + night(2));
        assertThat(told(found))
                .containsExactly(
                        "ERROR bomb.zip!/data/history/" + night(1) + ": expected at most 1 MB, found a larger file");
    }

    @Test
    void anArchiveOfVeryManyFilesOfHistoryIsNotRead() throws IOException {
        String[] names = new String[10_001];
        Arrays.setAll(names, i -> "data/history/f" + i + ".ndjson.gz");

        assertThat(found(zip(names)).failure()).isEqualTo("holds more than 10000 files of history");
    }

    @Test
    void aSiteMayHaveAnyNumberOfPages() throws IOException {
        String[] names = new String[10_002];
        Arrays.setAll(names, i -> "runs/" + i + ".html");
        names[5_000] = "data/history/" + night(1);

        assertThat(places(found(zip(names)))).containsExactly("site.ZIP!/data/history/" + night(1));
    }

    @Test
    void theLimitOfAllHoldsForArchives() throws IOException {
        Files.write(folder.resolve("a.zip"), zip(night(1), night(2), night(3)));
        HistoryLimits tight = new HistoryLimits(
                2L * night(1).length(),
                SMALL.fileBytes(),
                SMALL.indexBytes(),
                SMALL.connect(),
                SMALL.request(),
                SMALL.site(),
                SMALL.waits());

        assertThat(places(read(folder, "a.zip", tight))).containsExactly("a.zip!/" + night(2), "a.zip!/" + night(3));
    }
}
