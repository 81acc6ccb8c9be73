package dev.callsheet.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each test sets up what a kill leaves on the disk, and lets the next run begin. */
class SiteRecoveryTest {

    @TempDir
    Path folder;

    private Path target;
    private Path staged;
    private Path old;

    @BeforeEach
    void names() {
        target = folder.resolve("site");
        staged = folder.resolve(".site.callsheet-new");
        old = folder.resolve(".site.callsheet-old");
    }

    private static void complete(Path directory, String content) throws IOException {
        partial(directory, content);
        Files.writeString(directory.resolve("callsheet-manifest.json"), "{}");
    }

    private static void partial(Path directory, String content) throws IOException {
        Files.createDirectories(directory.resolve("runs"));
        Files.writeString(directory.resolve("index.html"), content);
        Files.writeString(directory.resolve("runs/x.html"), content);
    }

    private void nextRunBegins() throws IOException {
        SiteDirectory.open(target).close();
        assertThat(staged).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(folder.resolve(".site.callsheet-lock")).doesNotExist();
    }

    @Test
    void killedWhileStagingTheFirstSite() throws IOException {
        partial(staged, "new");
        nextRunBegins();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void killedWhileStaging() throws IOException {
        complete(target, "old");
        partial(staged, "new");
        nextRunBegins();
        assertThat(target.resolve("index.html")).hasContent("old");
    }

    @Test
    void killedWhileWritingTheManifest() throws IOException {
        complete(target, "old");
        partial(staged, "new");
        Files.writeString(staged.resolve(".callsheet-manifest.json.part"), "{\"files\":");
        nextRunBegins();
        assertThat(target.resolve("index.html")).hasContent("old");
    }

    @Test
    void killedBeforeTheFirstRename() throws IOException {
        complete(target, "old");
        complete(staged, "new");
        nextRunBegins();
        assertThat(target.resolve("index.html")).hasContent("old");
    }

    @Test
    void killedBetweenTheTwoRenames() throws IOException {
        complete(old, "old");
        complete(staged, "new");
        nextRunBegins();
        assertThat(target.resolve("index.html")).hasContent("new");
        assertThat(target.resolve("runs/x.html")).hasContent("new");
    }

    @Test
    void killedBetweenTheTwoRenamesAndAnEmptyDirectoryWasMadeSince() throws IOException {
        complete(old, "old");
        complete(staged, "new");
        Files.createDirectory(target);
        nextRunBegins();
        assertThat(target.resolve("index.html")).hasContent("new");
    }

    @Test
    void killedWhilePuttingTheOldSiteBack() throws IOException {
        complete(old, "old");
        partial(staged, "new");
        nextRunBegins();
        assertThat(target.resolve("index.html")).hasContent("old");
    }

    @Test
    void killedBeforeTheOldSiteWasDeleted() throws IOException {
        complete(target, "new");
        complete(old, "old");
        nextRunBegins();
        assertThat(target.resolve("index.html")).hasContent("new");
    }

    @Test
    void aHalfDeletedSiteIsNeverRestored() throws IOException {
        partial(old, "old");
        nextRunBegins();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aForeignTargetIsRefusedBeforeAnythingIsDeleted() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("thesis.txt"), "made since the kill");
        complete(old, "old");
        complete(staged, "new");
        assertThatExceptionOfType(PublicationException.class).isThrownBy(() -> SiteDirectory.open(target));
        assertThat(target.resolve("thesis.txt")).exists();
        assertThat(old.resolve("index.html")).hasContent("old");
        assertThat(staged.resolve("index.html")).hasContent("new");
    }

    @Test
    void leftoversAreDeletedWithoutFollowingLinks() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("kept.txt"), "kept");
        Files.createDirectory(staged);
        Files.createSymbolicLink(staged.resolve("link"), outside);
        Files.createSymbolicLink(old, outside);
        nextRunBegins();
        assertThat(outside.resolve("kept.txt")).hasContent("kept");
    }

    @Test
    void theLockOfAKilledProcessIsFreeAndItsLeftoversGo() throws Exception {
        complete(target, "old");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes(SiteDirectory.class) + System.getProperty("path.separator") + classes(Staging.class),
                        Staging.class.getName(),
                        target.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("staged");
            assertThatExceptionOfType(PublicationException.class)
                    .isThrownBy(() -> SiteDirectory.open(target))
                    .withMessageContaining("another callsheet is writing there");
            assertThat(staged.resolve("index.html")).exists();
        } finally {
            other.destroyForcibly();
        }
        assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
        nextRunBegins();
        assertThat(target.resolve("index.html")).hasContent("old");
    }

    private static String classes(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    /** A process that stages a site and waits to be killed. */
    static final class Staging {

        private Staging() {}

        public static void main(String... args) throws IOException, InterruptedException {
            try (SiteDirectory site = SiteDirectory.open(Path.of(args[0]))) {
                site.tree().write(new SafePath("index.html"), new byte[] {1});
                System.out.println("staged");
                Thread.sleep(60_000);
            }
        }
    }
}
