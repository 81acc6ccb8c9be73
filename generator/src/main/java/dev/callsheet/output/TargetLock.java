package dev.callsheet.output;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One writer at a time for one target. The operating system holds the lock and drops it when the process ends, however
 * it ends, so a lock file that lies about means nothing by itself.
 */
public final class TargetLock implements AutoCloseable {

    /**
     * Locks of this process. They are asked first, since closing any channel of a locked file drops the lock of the
     * whole process on POSIX systems.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private TargetLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, without waiting.
     *
     * @param file lock file, absolute and real
     * @throws PublicationException if another writer holds it
     */
    public static TargetLock acquire(Path file) throws IOException {
        if (!HELD.add(file)) {
            throw held(file);
        }
        FileChannel channel = null;
        try {
            while (channel == null) {
                channel = tryAcquire(file);
            }
            return new TargetLock(file, channel);
        } finally {
            if (channel == null) {
                HELD.remove(file);
            }
        }
    }

    /** The locked channel, or null if the file was deleted by its last holder after it was opened here. */
    private static @Nullable FileChannel tryAcquire(Path file) throws IOException {
        createUnlessThere(file);
        boolean mine = false;
        FileChannel channel = null;
        try {
            Object key = key(file);
            channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            if (channel.tryLock() == null) {
                throw held(file);
            }
            mine = Objects.equals(key, key(file));
            return mine ? channel : null;
        } catch (NoSuchFileException deletedMeanwhile) {
            return null;
        } finally {
            if (channel != null && !mine) {
                channel.close();
            }
        }
    }

    private static void createUnlessThere(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            // In use, or left by a process that was killed; the lock will tell.
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private static PublicationException held(Path file) {
        return new PublicationException("another callsheet is writing there: it holds the lock " + file);
    }

    @Override
    public void close() throws IOException {
        try {
            Files.deleteIfExists(file); // while it is still locked
        } finally {
            HELD.remove(file);
            channel.close();
        }
    }
}
