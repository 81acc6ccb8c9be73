package dev.callsheet.fetch;

import dev.callsheet.output.SiteDirectory;
import dev.callsheet.output.Slugs;
import dev.callsheet.output.TargetLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.node.ObjectNode;

/**
 * The directory that answers are kept in: {@code scenarios/ runs/ batches/ simulation-sets/}, a file a record under
 * its slug, and {@code fetch.json}. Each file is there as a whole or not at all, and only its owner can read it. Only
 * one process writes it at a time, of which several threads may.
 */
final class Archive implements AutoCloseable {

    static final String STATE = "fetch.json";

    /** Files of this form are no input of a report. */
    private static final String LOCK = ".fetch.callsheet-lock";

    private static final String PART = ".callsheet-new";
    private static final Set<PosixFilePermission> OWNER = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final ObjectWriter WRITER = Reading.JSON
            .writer()
            .with(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                    .withArrayIndenter(new DefaultIndenter("  ", "\n")));

    private final Path directory;
    private final TargetLock lock;

    private Archive(Path directory, TargetLock lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /**
     * Opens or makes it, and takes away what a process that was killed left half written.
     *
     * @throws dev.callsheet.output.PublicationException if another process writes it
     */
    static Archive open(Path directory) throws IOException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new FileSystemException(directory.toString(), null, "it is not a directory");
        }
        if (Files.exists(directory.resolve(SiteDirectory.MANIFEST.toString()))) {
            throw new FileSystemException(directory.toString(), null, "it is a site, which the next build replaces");
        }
        make(directory);
        TargetLock lock = TargetLock.acquire(directory.toRealPath().resolve(LOCK));
        boolean isOpen = false;
        try {
            for (RecordKind kind : RecordKind.values()) {
                Path folder = directory.resolve(kind.folder());
                make(folder);
                sweep(folder);
            }
            sweep(directory);
            isOpen = true;
            return new Archive(directory, lock);
        } finally {
            if (!isOpen) {
                lock.close();
            }
        }
    }

    /** The record that is kept under an id; null when there is none, or none that can be used. */
    @Nullable
    ObjectNode read(RecordKind kind, String id) throws IOException {
        ObjectNode document = read(file(kind, id));
        return document != null && id.equals(Named.of(kind, document)) ? document : null;
    }

    void write(RecordKind kind, String id, ObjectNode document) throws IOException {
        write(file(kind, id), document);
    }

    /** What {@code fetch.json} says; null when there is none that can be read. */
    @Nullable
    ObjectNode state() throws IOException {
        return read(directory.resolve(STATE));
    }

    void writeState(ObjectNode state) throws IOException {
        write(directory.resolve(STATE), state);
        // What it owes must outlive a power cut; a record that is lost is only fetched again.
        try (FileChannel file = FileChannel.open(directory.resolve(STATE), StandardOpenOption.WRITE)) {
            file.force(true);
        }
    }

    private Path file(RecordKind kind, String id) {
        return directory.resolve(kind.folder()).resolve(Slugs.of(id) + ".json");
    }

    /** A link is not followed, as a report would not follow it. */
    private static @Nullable ObjectNode read(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Reading.JSON.readTree(in) instanceof ObjectNode object ? object : null;
        } catch (NoSuchFileException | JacksonException none) {
            return null;
        }
    }

    private void write(Path file, ObjectNode document) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + PART);
        Files.deleteIfExists(part);
        Files.createFile(part, mode(part, OWNER));
        Files.write(part, WRITER.writeValueAsBytes(document));
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, mode(folder, OWNERS_FOLDER));
        }
    }

    private static FileAttribute<?>[] mode(Path place, Set<PosixFilePermission> mode) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(mode)}
                : new FileAttribute<?>[0];
    }

    private static void sweep(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, ".*" + PART)) {
            for (Path part : parts) {
                Files.deleteIfExists(part);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
