package dev.callsheet.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file beside a site takes its place as a whole, or not at all, and the place of nothing that is not its like. */
class SingleFileTest {

    private static final String MARKED =
            "<!doctype html>\n<meta charset=\"utf-8\">\n<meta name=\"generator\" content=\"" + SingleFile.GENERATOR
                    + "\">\n";

    @TempDir
    Path folder;

    private SiteDirectory site;
    private Path target;

    @BeforeEach
    void open() throws IOException {
        folder = folder.toRealPath();
        site = SiteDirectory.open(folder.resolve("site"));
        target = folder.resolve("out/report.html");
    }

    @AfterEach
    void close() throws IOException {
        site.close();
    }

    private void publish(Path where, String content) throws IOException {
        try (SingleFile file = SingleFile.open(where, site)) {
            write(file, content);
            file.publish();
        }
    }

    private void write(SingleFile file, String content) throws IOException {
        file.beside(site.tree()).write(SingleFile.NAME, content.getBytes(UTF_8));
    }

    private ThrowableAssertAlternative<PublicationException> assertRefused(Path where) {
        return assertThatExceptionOfType(PublicationException.class).isThrownBy(() -> publish(where, MARKED));
    }

    @Test
    void takesItsPlaceAndLeavesNothingElse() throws IOException {
        publish(target, "new");
        assertThat(target).hasContent("new");
        assertThat(folder.resolve("out").toFile().list()).containsExactly("report.html");
        assertThat(site.written()).isEmpty();
    }

    @Test
    void otherFilesGoIntoTheSite() throws IOException {
        try (SingleFile file = SingleFile.open(target, site)) {
            file.beside(site.tree()).write(new SafePath("index.html"), new byte[3]);
            write(file, "alone");
            assertThat(file.size()).isEqualTo("alone".length());
        }
        assertThat(site.written().keySet()).extracting(SafePath::value).containsExactly("index.html");
    }

    @Test
    void whatIsWrittenLastCounts() throws IOException {
        try (SingleFile file = SingleFile.open(target, site)) {
            write(file, "with all pages of runs");
            write(file, "with fewer");
            file.publish();
        }
        assertThat(target).hasContent("with fewer");
    }

    @Test
    void theOldOneStandsUntilTheNewOneIsPublished() throws IOException {
        publish(target, MARKED + "old");
        try (SingleFile file = SingleFile.open(target, site)) {
            write(file, MARKED + "new");
            assertThat(target).hasContent(MARKED + "old");
            file.publish();
            assertThat(target).hasContent(MARKED + "new");
        }
    }

    @Test
    void withoutPublishingNothingRemains() throws IOException {
        try (SingleFile file = SingleFile.open(target, site)) {
            write(file, "new");
        }
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void everyoneMayReadIt() throws IOException {
        publish(target, MARKED);
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
        publish(target, MARKED);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void anEmptyFileMayBeReplaced() throws IOException {
        Path empty = Files.createFile(folder.resolve("report.html"));
        publish(empty, "new");
        assertThat(empty).hasContent("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\": \"r1\"}", "<!doctype html>\n<title>mine</title>", "\u0000", " "})
    void whatCallsheetDidNotWriteStays(String content) throws IOException {
        Path other = Files.writeString(folder.resolve("results.json"), content);
        assertRefused(other).withMessageContaining("was not written by callsheet as a single file");
        assertThat(other).hasContent(content);
        assertThat(folder.toFile().list()).noneMatch(name -> name.startsWith(".results"));
    }

    @Test
    void aMarkThatStandsFarDownIsNoMark() throws IOException {
        Path other = Files.writeString(folder.resolve("notes.html"), " ".repeat(10_000) + MARKED);
        assertRefused(other).withMessageContaining("was not written by callsheet");
    }

    @Test
    void whatAppearsMeanwhileStays() throws IOException {
        try (SingleFile file = SingleFile.open(target, site)) {
            write(file, "new");
            Files.writeString(target, "somebody else's");
            assertThatExceptionOfType(PublicationException.class)
                    .isThrownBy(file::publish)
                    .withMessageContaining("was not written by callsheet");
        }
        assertThat(target).hasContent("somebody else's");
    }

    @Test
    void aDirectoryIsNoFile() throws IOException {
        assertRefused(Files.createDirectory(folder.resolve("reports")))
                .withMessage(folder.resolve("reports") + " is a directory; name a file");
        assertRefused(folder.getRoot()).withMessageContaining("is a directory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site",
                "site/report.html",
                "site/a/report.html",
                "a/../site/r.html",
                ".site.callsheet-new/r.html"
            })
    void aPlaceThatTheSiteNeedsIsRefused(String place) {
        assertRefused(folder.resolve(place)).withMessageContaining("lies within the site");
        assertThat(folder.resolve("site")).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIntoTheSiteIsTheSite() throws IOException {
        Files.createDirectory(folder.resolve("site"));
        Files.createSymbolicLink(folder.resolve("shortcut"), folder.resolve("site"));
        assertRefused(folder.resolve("shortcut/report.html")).withMessageContaining("lies within the site");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysAndItsTargetIsReplaced() throws IOException {
        publish(target, MARKED + "old");
        Path link = Files.createSymbolicLink(folder.resolve("latest.html"), target);
        publish(link, MARKED + "new");
        assertThat(link).isSymbolicLink();
        assertThat(target).hasContent(MARKED + "new");
    }

    @Test
    void aFileInTheWayOfItsFolderIsSaid() throws IOException {
        Files.writeString(folder.resolve("out"), "a file");
        assertRefused(target).withMessageStartingWith("cannot write " + target + ": ");
    }

    @Test
    void twoAtATimeAreRefused() throws IOException {
        try (SingleFile first = SingleFile.open(target, site)) {
            assertRefused(target).withMessageContaining("another callsheet is writing there");
            write(first, "first");
            first.publish();
        }
        assertThat(target).hasContent("first");
    }

    @Test
    void whatAKilledRunLeftIsTakenAway() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        Files.writeString(folder.resolve("out/.report.html.callsheet-new"), "half a pa");
        Files.writeString(folder.resolve("out/.report.html.callsheet-lock"), "");
        publish(target, "new");
        assertThat(folder.resolve("out").toFile().list()).containsExactly("report.html");
    }
}
