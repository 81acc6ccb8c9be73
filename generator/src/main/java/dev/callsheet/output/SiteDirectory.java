package dev.callsheet.output;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The directory a site is published in. Files are staged beside it and take its place as a whole, so that what is
 * published is never a mixture and never half written (design.md 1.5 no. 2). Without {@link #publish} nothing of the
 * run remains.
 *
 * <p>Publishing writes the manifest, moves the published directory aside, moves the staged one in its place and deletes
 * the old one. A process that is killed in between leaves complete directories beside the target, and the next
 * {@link #open} restores the newest complete one. A directory is complete if it holds its manifest: that is written
 * last and deleted first.
 *
 * <p>Beside a target {@code site} stand {@code .site.callsheet-new}, {@code .site.callsheet-old} and {@code
 * .site.callsheet-lock}, while a process is at work or after it was killed.
 */
public final class SiteDirectory implements AutoCloseable {

    /** Marks a directory as ours, and complete. */
    public static final SafePath MANIFEST = new SafePath("callsheet-manifest.json");

    private static final String UNFINISHED_MANIFEST = ".callsheet-manifest.json.part";

    /** Moves a directory to a name that is free; tests put failures here. */
    interface Renamer {
        void move(Path from, Path to) throws IOException;
    }

    private final Target target;
    private final Renamer renamer;
    private final TargetLock lock;
    private DirectoryTree tree;

    private SiteDirectory(Target target, Renamer renamer, TargetLock lock) {
        this.target = target;
        this.renamer = renamer;
        this.lock = lock;
        this.tree = new DirectoryTree(target.staged());
    }

    /**
     * Takes the lock, restores what a killed run left, and makes an empty place for the files: all that can fail about
     * a place fails now, before the slow work. Open it before the published site is read, for its history say.
     *
     * @throws PublicationException if the target is locked, cannot be written, is not a directory, or holds something
     *     that callsheet did not write
     */
    public static SiteDirectory open(Path target) throws PublicationException {
        return open(target, (from, to) -> Files.move(from, to, StandardCopyOption.ATOMIC_MOVE));
    }

    static SiteDirectory open(Path given, Renamer renamer) throws PublicationException {
        try {
            Target target = Target.prepare(given);
            TargetLock lock = null;
            SiteDirectory site = null;
            try {
                lock = TargetLock.acquire(target.lock());
                target.requireReplaceable();
                recover(target, renamer);
                Files.createDirectory(target.staged());
                site = new SiteDirectory(target, renamer, lock);
                return site;
            } finally {
                if (site == null) {
                    target.release(lock);
                }
            }
        } catch (IOException e) {
            throw PublicationException.because("cannot publish in " + given, e);
        }
    }

    /** Whether a place, absolute and real, is the target's own, lies in it, or is needed beside it. */
    boolean holds(Path place) {
        return Stream.of(target.path(), target.staged(), target.old(), target.lock())
                .anyMatch(place::startsWith);
    }

    /** The staged files. The manifest is not among them. */
    public OutputTree tree() {
        return tree;
    }

    /** The files staged so far, all streams being closed. */
    public SortedMap<SafePath, FileDigest> written() {
        return tree.written();
    }

    /** Throws the staged files away; what is written from now on goes into the tree that {@link #tree} gives then. */
    public void restart() throws PublicationException {
        try {
            Target.delete(target.staged());
            Files.createDirectory(target.staged());
        } catch (IOException e) {
            throw PublicationException.because("cannot publish in " + target.given(), e);
        }
        tree = new DirectoryTree(target.staged());
    }

    /**
     * Publishes the staged files. It can be called once, when all their streams are closed.
     *
     * @param manifest the content of {@link #MANIFEST}, made from every file that was written
     * @throws PublicationException if the target could not be replaced; what was published before is published still
     */
    public void publish(Function<SortedMap<SafePath, FileDigest>, byte[]> manifest) throws PublicationException {
        byte[] content = manifest.apply(tree.seal());
        try {
            writeManifest(content);
            target.requireReplaceable();
            swap();
        } catch (IOException e) {
            throw PublicationException.because("cannot publish in " + target.given(), e);
        }
    }

    /** A manifest that is there is whole: it gets its name when its bytes are on the disk. */
    private void writeManifest(byte[] content) throws IOException {
        Path part = target.staged().resolve(UNFINISHED_MANIFEST);
        Files.write(part, content);
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(part, Target.manifest(target.staged()), StandardCopyOption.ATOMIC_MOVE);
    }

    private void swap() throws IOException {
        if (!Files.exists(target.path(), NOFOLLOW_LINKS)) {
            renamer.move(target.staged(), target.path());
            return;
        }
        renamer.move(target.path(), target.old());
        try {
            renamer.move(target.staged(), target.path());
        } catch (IOException e) {
            putBack(e);
            throw e;
        }
        try {
            Target.delete(target.old());
        } catch (IOException e) {
            // The new site is published; the next run deletes what is left of the old one.
        }
    }

    private void putBack(IOException failure) {
        try {
            renamer.move(target.old(), target.path());
        } catch (IOException e) {
            failure.addSuppressed(e); // both sites stay beside the target, for the next run to restore one
        }
    }

    /** Puts a complete directory in place of a missing target, and deletes what is left beside it. */
    private static void recover(Target target, Renamer renamer) throws IOException {
        if (Target.isMissingOrEmpty(target.path())) {
            for (Path candidate : new Path[] {target.staged(), target.old()}) {
                if (Target.isComplete(candidate)) {
                    Files.deleteIfExists(target.path());
                    renamer.move(candidate, target.path());
                    break;
                }
            }
        }
        Target.delete(target.staged());
        Target.delete(target.old());
    }

    /** Releases the lock, and deletes the staged files if they were not published. */
    @Override
    public void close() throws IOException {
        try {
            // With nothing published and the old site aside, both stay for the next run to choose from.
            if (Files.exists(target.path()) || !Target.isComplete(target.old())) {
                Target.delete(target.staged());
            }
        } finally {
            target.release(lock);
        }
    }
}
