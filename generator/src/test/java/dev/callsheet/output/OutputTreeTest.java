package dev.callsheet.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputTreeTest {

    private static final SafePath PAGE = new SafePath("runs/x.html");
    private static final String SHA256_OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path root;

    private DirectoryTree tree;

    @BeforeEach
    void emptyTree() {
        tree = new DirectoryTree(root);
    }

    @Test
    void writesAFileWithItsFolders() throws IOException {
        tree.write(PAGE, "abc".getBytes(UTF_8));
        assertThat(root.resolve("runs/x.html")).hasContent("abc");
    }

    @Test
    void knowsDigestAndSizeOfEveryFileByPath() throws IOException {
        tree.write(PAGE, "abc".getBytes(UTF_8));
        tree.write(new SafePath("index.html"), new byte[0]);
        assertThat(tree.seal())
                .containsExactly(
                        entry(
                                new SafePath("index.html"),
                                new FileDigest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 0)),
                        entry(PAGE, new FileDigest(SHA256_OF_ABC, 3)));
    }

    @Test
    void aStreamedFileHasTheDigestOfAllItsBytes() throws IOException {
        try (OutputStream out = tree.open(PAGE)) {
            out.write('a');
            out.flush();
            out.write("-bc-".getBytes(UTF_8), 1, 2);
        }
        assertThat(root.resolve("runs/x.html")).hasContent("abc");
        assertThat(tree.seal()).containsEntry(PAGE, new FileDigest(SHA256_OF_ABC, 3));
    }

    @Test
    void aPathIsWrittenOnce() throws IOException {
        tree.write(PAGE, new byte[] {1});
        assertThatIllegalStateException()
                .isThrownBy(() -> tree.write(PAGE, new byte[] {2}))
                .withMessageContaining("runs/x.html");
        assertThat(root.resolve("runs/x.html")).hasBinaryContent(new byte[] {1});
    }

    @Test
    void anOpenFileIsTakenToo() throws IOException {
        try (OutputStream first = tree.open(PAGE)) {
            first.write(1);
            assertThatIllegalStateException().isThrownBy(() -> tree.open(PAGE));
        }
    }

    @Test
    void doesNotFinishWhileAFileIsOpen() throws IOException {
        try (OutputStream out = tree.open(PAGE)) {
            out.write(1);
            assertThatIllegalStateException().isThrownBy(tree::seal).withMessageContaining("runs/x.html");
        }
        assertThat(tree.seal()).containsOnlyKeys(PAGE);
    }

    @Test
    void takesNothingAfterItIsFinished() {
        assertThat(tree.seal()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> tree.write(PAGE, new byte[0]));
        assertThatIllegalStateException().isThrownBy(tree::seal);
    }

    @Test
    void aFileInTheWayOfAFolderIsSaidToBeThere() throws IOException {
        Files.writeString(root.resolve("runs"), "");
        assertThatExceptionOfType(PublicationException.class)
                .isThrownBy(() -> tree.write(PAGE, new byte[0]))
                .withMessageStartingWith("cannot write runs/x.html: ")
                .withMessageContaining("in the way");
    }

    @Test
    void aFailureWhileWritingNamesTheFile() throws IOException {
        FileLedger ledger = new FileLedger();
        ledger.claim(PAGE);
        OutputStream out = ledger.record(PAGE, new FullDisk());
        assertThatExceptionOfType(PublicationException.class)
                .isThrownBy(() -> out.write(new byte[100_000]))
                .withMessage("cannot write runs/x.html: No space left on device");
    }

    @Test
    void threadsMayWriteAtTheSameTimeAndOneOfThemWinsAPath() throws Exception {
        int threads = 8;
        int files = 100;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Integer>> writers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                byte[] content = new byte[] {(byte) t};
                writers.add(() -> writeAll(files, content));
            }
            int written = 0;
            for (Future<Integer> one : pool.invokeAll(writers)) {
                written += one.get();
            }
            assertThat(written).isEqualTo(files);
        } finally {
            pool.shutdownNow();
        }
        assertThat(tree.seal())
                .hasSize(files)
                .allSatisfy((path, digest) -> assertThat(digest.size()).isEqualTo(1));
    }

    /** The number of files this thread was the first to write. */
    private int writeAll(int files, byte[] content) throws IOException {
        int written = 0;
        for (int i = 0; i < files; i++) {
            try {
                tree.write(new SafePath("folder-" + i % 7 + "/" + i), content);
                written++;
            } catch (IllegalStateException e) {
                assertThat(e).hasMessageContaining("written twice");
            }
        }
        return written;
    }

    @Test
    void memoryHoldsWhatADirectoryWould() throws IOException {
        MemoryTree memory = new MemoryTree();
        memory.write(PAGE, "abc".getBytes(UTF_8));
        assertThat(memory.text("runs/x.html")).isEqualTo("abc");
        assertThat(memory.contents()).containsOnlyKeys("runs/x.html");
        assertThatIllegalStateException().isThrownBy(() -> memory.open(PAGE));
        assertThat(memory.seal()).containsEntry(PAGE, new FileDigest(SHA256_OF_ABC, 3));
    }

    @Test
    void aDigestRefusesToBeWrong() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FileDigest(SHA256_OF_ABC, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new FileDigest("ABC", 0));
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
