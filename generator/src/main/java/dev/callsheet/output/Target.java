package dev.callsheet.output;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A place for a site and the names beside it.
 *
 * @param given as the user wrote it, for messages
 * @param path the same, absolute and without symbolic links; it need not exist
 * @param newParents directories that were made to hold it, innermost first
 */
record Target(Path given, Path path, List<Path> newParents) {

    Target {
        newParents = List.copyOf(newParents);
    }

    /** Resolves the path and makes the directories that shall hold it. */
    static Target prepare(Path given) throws IOException {
        if (Files.isSymbolicLink(given) && !Files.exists(given)) {
            throw new PublicationException(given + " is a symbolic link that leads nowhere");
        }
        List<Path> newParents = new ArrayList<>();
        Path path;
        if (Files.exists(given)) {
            path = given.toRealPath();
            if (path.getParent() == null || Path.of("").toRealPath().startsWith(path)) {
                throw new PublicationException(
                        given + " is replaced as a whole, so it cannot be or hold the current directory;"
                                + " name a directory inside it");
            }
        } else {
            Path absolute = given.toAbsolutePath().normalize();
            Path parent = Objects.requireNonNull(absolute.getParent(), "a root always exists");
            Path above = parent;
            while (above != null && !Files.exists(above)) {
                newParents.add(above);
                above = above.getParent();
            }
            Files.createDirectories(parent);
            path = parent.toRealPath().resolve(absolute.getFileName());
        }
        return new Target(given, path, newParents);
    }

    /** Lets others have the place, and takes back directories that were made for it and hold nothing. */
    void release(@Nullable TargetLock lock) throws IOException {
        try {
            if (lock != null) {
                lock.close();
            }
        } finally {
            deleteEmptyParents();
        }
    }

    Path staged() {
        return beside("new");
    }

    Path old() {
        return beside("old");
    }

    Path lock() {
        return beside("lock");
    }

    private Path beside(String role) {
        return path.resolveSibling("." + path.getFileName() + ".callsheet-" + role);
    }

    /** Refuses what callsheet must not replace: anything but nothing, an empty directory, or a site of its own. */
    void requireReplaceable() throws IOException {
        if (Files.exists(path, NOFOLLOW_LINKS) && !Files.isDirectory(path, NOFOLLOW_LINKS)) {
            throw new PublicationException(given + " is not a directory");
        }
        if (!isMissingOrEmpty(path) && !isComplete(path)) {
            throw new PublicationException(given + " is not empty and was not written by callsheet (it has no "
                    + SiteDirectory.MANIFEST + "); name another directory, or empty it");
        }
    }

    static Path manifest(Path directory) {
        return directory.resolve(SiteDirectory.MANIFEST.value());
    }

    static boolean isComplete(Path directory) {
        return Files.isDirectory(directory, NOFOLLOW_LINKS) && Files.isRegularFile(manifest(directory), NOFOLLOW_LINKS);
    }

    static boolean isMissingOrEmpty(Path directory) throws IOException {
        if (!Files.exists(directory, NOFOLLOW_LINKS)) {
            return true;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findAny().isEmpty();
        }
    }

    /** Deletes a directory if it is there, its manifest first, so that the rest of it is never taken for a site. */
    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory, NOFOLLOW_LINKS)) {
            return;
        }
        if (isComplete(directory)) {
            Files.delete(manifest(directory));
        }
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                if (e != null) {
                    throw e;
                }
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Takes back the directories made for a site that was not published. */
    private void deleteEmptyParents() throws IOException {
        try {
            for (Path parent : newParents) {
                Files.deleteIfExists(parent);
            }
        } catch (DirectoryNotEmptyException e) {
            // In use: by the site itself, or by somebody else.
        }
    }
}
