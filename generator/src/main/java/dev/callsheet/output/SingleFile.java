package dev.callsheet.output;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file that is published beside a site. It is staged beside its place and takes it as a whole; without {@link #publish}
 * nothing of the run remains. Like a site it replaces nothing that callsheet did not write.
 *
 * <p>Beside a target {@code report.html} stand {@code .report.html.callsheet-new} and {@code
 * .report.html.callsheet-lock}, while a process is at work or after it was killed.
 */
public final class SingleFile implements AutoCloseable {

    /** What the file is called in the tree of {@link #beside}. */
    public static final SafePath NAME = new SafePath("single-file");

    /** The file says it of itself in its head, so that the next one may replace it. */
    public static final String GENERATOR = "Callsheet, single file";

    private static final String MARK = "<meta name=\"generator\" content=\"" + GENERATOR + "\">";

    /** Where the mark is looked for. */
    private static final int HEAD_BYTES = 2_048;

    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final Target target;
    private final TargetLock lock;
    private long size;

    private SingleFile(Target target, TargetLock lock) {
        this.target = target;
        this.lock = lock;
    }

    /**
     * Takes the lock, so that all that can fail about a place fails before the slow work.
     *
     * @throws PublicationException if the target is locked, cannot be written, is not a file, lies within the site, or
     *     was not written by callsheet
     */
    public static SingleFile open(Path given, SiteDirectory site) throws PublicationException {
        try {
            if (Files.isDirectory(given)) {
                throw new PublicationException(given + " is a directory; name a file");
            }
            Target target = Target.prepare(given);
            @Nullable TargetLock lock = null;
            @Nullable SingleFile file = null;
            try {
                if (site.holds(target.path())) {
                    throw new PublicationException(
                            given + " lies within the site, which is replaced as a whole; name a file beside it");
                }
                requireReplaceable(target);
                lock = TargetLock.acquire(target.lock());
                Target.delete(target.staged());
                file = new SingleFile(target, lock);
                return file;
            } finally {
                if (file == null) {
                    target.release(lock);
                }
            }
        } catch (IOException e) {
            throw PublicationException.because("cannot write " + given, e);
        }
    }

    /** The files of a tree, and this one among them as {@link #NAME}; what is written last counts. */
    public OutputTree beside(OutputTree site) {
        return path -> path.equals(NAME) ? stream() : site.open(path);
    }

    private OutputStream stream() {
        return new ByteArrayOutputStream() {
            @Override
            public void close() throws IOException {
                stage(toByteArray());
            }
        };
    }

    private void stage(byte[] content) throws PublicationException {
        try {
            Files.write(target.staged(), content);
            if (Files.getFileAttributeView(target.staged(), PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(target.staged(), READABLE);
            }
            try (FileChannel file = FileChannel.open(target.staged(), StandardOpenOption.WRITE)) {
                file.force(true);
            }
            size = content.length;
        } catch (IOException e) {
            throw PublicationException.because("cannot write " + target.given(), e);
        }
    }

    /** How many bytes it has. */
    public long size() {
        return size;
    }

    /**
     * Puts the staged file in its place.
     *
     * @throws PublicationException if it could not be put there; what was there before is there still
     */
    public void publish() throws PublicationException {
        try {
            requireReplaceable(target);
            Files.move(
                    target.staged(),
                    target.path(),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw PublicationException.because("cannot write " + target.given(), e);
        }
    }

    /** Releases the lock, and deletes the staged file if it was not published. */
    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(target.staged());
        } finally {
            target.release(lock);
        }
    }

    /** Refuses what callsheet must not replace: anything but nothing, an empty file, or one of its own. */
    private static void requireReplaceable(Target target) throws IOException {
        Path file = target.path();
        if (!Files.exists(file, NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.isRegularFile(file, NOFOLLOW_LINKS)) {
            throw new PublicationException(target.given() + " is not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length > 0 && !new String(head, StandardCharsets.UTF_8).contains(MARK)) {
                throw new PublicationException(
                        target.given() + " was not written by callsheet as a single file; name another, or delete it");
            }
        }
    }
}
