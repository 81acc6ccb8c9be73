package dev.callsheet.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site takes its place as a whole, or not at all. What killed runs leave is in {@link SiteRecoveryTest}. */
class SiteDirectoryTest {

    private static final SafePath INDEX = new SafePath("index.html");

    @TempDir
    Path folder;

    private Path target;

    @BeforeEach
    void site() {
        target = folder.resolve("site");
    }

    private void publish(Path where, String content) throws IOException {
        try (SiteDirectory site = SiteDirectory.open(where)) {
            site.tree().write(INDEX, content.getBytes(UTF_8));
            site.publish(SiteDirectoryTest::manifest);
        }
    }

    private static byte[] manifest(SortedMap<SafePath, FileDigest> files) {
        return files.keySet().toString().getBytes(UTF_8);
    }

    private void assertNothingElse() {
        assertThat(folder.toFile().list()).containsExactly("site");
    }

    @Test
    void publishesTheFilesAndTheirManifestAndLeavesNothingElse() throws IOException {
        publish(target, "new");
        assertThat(target.resolve("index.html")).hasContent("new");
        assertThat(target.resolve("callsheet-manifest.json")).hasContent("[index.html]");
        assertThat(target.toFile().list()).containsExactlyInAnyOrder("index.html", "callsheet-manifest.json");
        assertNothingElse();
    }

    @Test
    void replacesAnEarlierSiteAsAWhole() throws IOException {
        publish(target, "old");
        Files.writeString(target.resolve("gone.html"), "a page only the old site has");
        publish(target, "new");
        assertThat(target.resolve("index.html")).hasContent("new");
        assertThat(target.resolve("gone.html")).doesNotExist();
        assertNothingElse();
    }

    @Test
    void showsTheOldSiteUntilTheNewOneIsPublished() throws IOException {
        publish(target, "old");
        try (SiteDirectory site = SiteDirectory.open(target)) {
            site.tree().write(INDEX, "new".getBytes(UTF_8));
            assertThat(target.resolve("index.html")).hasContent("old");
            site.publish(SiteDirectoryTest::manifest);
            assertThat(target.resolve("index.html")).hasContent("new");
        }
    }

    @Test
    void withoutPublishingNothingRemains() throws IOException {
        try (SiteDirectory site = SiteDirectory.open(folder.resolve("a/b/site"))) {
            site.tree().write(INDEX, new byte[0]);
            assertThat(folder.resolve("a/b")).isNotEmptyDirectory();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutPublishingTheOldSiteStays() throws IOException {
        publish(target, "old");
        try (SiteDirectory site = SiteDirectory.open(target)) {
            site.tree().write(INDEX, "new".getBytes(UTF_8));
        }
        assertThat(target.resolve("index.html")).hasContent("old");
        assertNothingElse();
    }

    @Test
    void makesTheFoldersThatHoldTheSite() throws IOException {
        publish(folder.resolve("a/b/site"), "new");
        assertThat(folder.resolve("a/b/site/index.html")).hasContent("new");
    }

    @Test
    void takesThePlaceOfAnEmptyDirectory() throws IOException {
        Files.createDirectory(target);
        publish(target, "new");
        assertThat(target.resolve("index.html")).hasContent("new");
        assertNothingElse();
    }

    @Test
    void publishesWhereASymbolicLinkLeads() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/site"));
        Files.createSymbolicLink(target, real);
        publish(target, "new");
        assertThat(target).isSymbolicLink();
        assertThat(real.resolve("index.html")).hasContent("new");
        assertThat(folder.resolve("real").toFile().list()).containsExactly("site");
    }

    @Test
    void refusesADirectoryThatIsNotItsOwn() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("thesis.txt"), "the only copy");
        assertRefused(target, "is not empty and was not written by callsheet (it has no callsheet-manifest.json)");
        assertThat(target.resolve("thesis.txt")).hasContent("the only copy");
        assertNothingElse();
    }

    @Test
    void aDirectoryInPlaceOfTheManifestIsNoMarker() throws IOException {
        Files.createDirectories(target.resolve("callsheet-manifest.json"));
        assertRefused(target, "was not written by callsheet");
    }

    @Test
    void looksAgainBeforeItReplaces() throws IOException {
        try (SiteDirectory site = SiteDirectory.open(target)) {
            Files.createDirectory(target);
            Files.writeString(target.resolve("thesis.txt"), "written meanwhile");
            assertThatExceptionOfType(PublicationException.class)
                    .isThrownBy(() -> site.publish(SiteDirectoryTest::manifest))
                    .withMessageContaining("was not written by callsheet");
        }
        assertThat(target.resolve("thesis.txt")).hasContent("written meanwhile");
        assertNothingElse();
    }

    @Test
    void refusesAFile() throws IOException {
        Files.writeString(target, "not a site");
        assertRefused(target, "site is not a directory");
        assertThat(target).hasContent("not a site");
        assertNothingElse();
    }

    @Test
    void refusesALinkThatLeadsNowhere() throws IOException {
        Files.createSymbolicLink(target, folder.resolve("nowhere"));
        assertRefused(target, "is a symbolic link that leads nowhere");
    }

    @Test
    void refusesTheCurrentDirectoryAndWhatHoldsIt() {
        assertRefused(Path.of(""), "current directory");
        assertRefused(Path.of("."), "current directory");
        assertRefused(Path.of("").toAbsolutePath().getRoot(), "current directory");
    }

    @Test
    void saysAtOnceThatAPlaceCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("file"), "");
        assertRefused(folder.resolve("file/site"), "cannot publish in " + folder.resolve("file/site") + ": ");
        assertThat(folder.toFile().list()).containsExactly("file");
    }

    @Test
    void oneWriterAtATime() throws IOException {
        try (SiteDirectory first = SiteDirectory.open(target)) {
            assertRefused(
                    target, folder.toRealPath().resolve(".site.callsheet-lock").toString());
            first.tree().write(INDEX, "first".getBytes(UTF_8));
            first.publish(SiteDirectoryTest::manifest);
            assertRefused(target, "another callsheet is writing there");
        }
        publish(target, "second");
        assertThat(target.resolve("index.html")).hasContent("second");
    }

    @Test
    void neighboursDoNotWaitForEachOther() throws IOException {
        try (SiteDirectory first = SiteDirectory.open(target)) {
            publish(folder.resolve("other"), "new");
            first.publish(SiteDirectoryTest::manifest);
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("site", "other");
    }

    @Test
    void aSiteIsPublishedOnce() throws IOException {
        try (SiteDirectory site = SiteDirectory.open(target)) {
            site.publish(SiteDirectoryTest::manifest);
            assertThatIllegalStateException().isThrownBy(() -> site.publish(SiteDirectoryTest::manifest));
            assertThatIllegalStateException().isThrownBy(() -> site.tree().write(INDEX, new byte[0]));
        }
    }

    @Test
    void putsTheOldSiteBackWhenTheNewOneCannotTakeItsPlace() throws IOException {
        publish(target, "old");
        SiteDirectory.Renamer openInABrowser = (from, to) -> {
            if (from.endsWith(".site.callsheet-new")) {
                throw new IOException("in use");
            }
            Files.move(from, to);
        };
        try (SiteDirectory site = SiteDirectory.open(target, openInABrowser)) {
            site.tree().write(INDEX, "new".getBytes(UTF_8));
            assertThatExceptionOfType(PublicationException.class)
                    .isThrownBy(() -> site.publish(SiteDirectoryTest::manifest))
                    .withMessage("cannot publish in " + target + ": in use");
        }
        assertThat(target.resolve("index.html")).hasContent("old");
        assertNothingElse();
    }

    @Test
    void keepsBothSitesWhenTheOldOneCannotBePutBack() throws IOException {
        publish(target, "old");
        SiteDirectory.Renamer diskGone = (from, to) -> {
            if (to.endsWith("site")) {
                throw new IOException("in use");
            }
            Files.move(from, to);
        };
        try (SiteDirectory site = SiteDirectory.open(target, diskGone)) {
            site.tree().write(INDEX, "new".getBytes(UTF_8));
            assertThatExceptionOfType(PublicationException.class)
                    .isThrownBy(() -> site.publish(SiteDirectoryTest::manifest));
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder(".site.callsheet-new", ".site.callsheet-old");
        SiteDirectory.open(target).close();
        assertThat(target.resolve("index.html")).hasContent("new");
        assertNothingElse();
    }

    private static void assertRefused(Path target, String message) {
        assertThatExceptionOfType(PublicationException.class)
                .isThrownBy(() -> SiteDirectory.open(target).close())
                .withMessageContaining(message);
    }
}
