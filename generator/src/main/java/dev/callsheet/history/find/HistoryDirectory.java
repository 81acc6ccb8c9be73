package dev.callsheet.history.find;

import dev.callsheet.history.FileName;
import dev.callsheet.model.OneLine;
import dev.callsheet.model.Problem.Kind;
import dev.callsheet.model.Problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A directory of history files, or one that holds a site or a site's data. Its files are told by their names alone: the
 * index may be missing, or in conflict after a merge. Inside it no link is followed.
 */
final class HistoryDirectory {

    /** Where its history may be, from a folder of history to the folder of a site. */
    private static final List<String> FOLDERS = List.of("", "history/", "data/history/");

    private HistoryDirectory() {}

    static void read(Path directory, Gathering found) {
        List<Map<String, Path>> folders = new ArrayList<>();
        for (String folder : FOLDERS) {
            folders.add(files(directory, folder, found));
        }
        // Other data may be packed in the same way: folders with names of history go before those without.
        List<Map<String, Path>> surely = folders.stream()
                .filter(files -> files.values().stream().anyMatch(HistoryDirectory::isSurelyHistory))
                .toList();
        (surely.isEmpty() ? folders : surely)
                .forEach(files -> files.entrySet().stream()
                        .sorted(Comparator.comparing(file -> name(file.getValue()), FileName.NEWEST_FIRST))
                        .forEach(file -> read(file.getValue(), OneLine.of(file.getKey()), found)));
        if (folders.stream().allMatch(Map::isEmpty)) {
            found.fail("holds no history: looked in it, in history and in data/history for files whose names end in "
                    + Gathering.SUFFIX);
        }
    }

    private static void read(Path file, String place, Gathering found) {
        found.add(name(file), place, found.limits().fileBytes(), () -> open(file));
    }

    /** Closed with the stream that is made of it; a link put here since the folder was listed is not followed. */
    private static InputStream open(Path file) throws IOException {
        return Channels.newInputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    /** Files of a folder that may be history, by place. */
    private static Map<String, Path> files(Path directory, String folder, Gathering found) {
        Map<String, Path> files = new TreeMap<>();
        Path path = inside(directory, folder, found);
        if (path == null) {
            return files;
        }
        try (DirectoryStream<Path> children = Files.newDirectoryStream(path)) {
            for (Path child : children) {
                String place = folder + name(child);
                if (!name(child).endsWith(Gathering.SUFFIX)) {
                    continue; // the index, or what somebody else keeps here
                }
                if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
                    files.put(place, child);
                } else {
                    skip(OneLine.of(place), "a history file", found);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            String place = folder.isEmpty() ? "." : folder;
            found.refuse(place, "a directory", "one whose files cannot be listed");
        }
        return files;
    }

    /** The folder in the directory, or null when it is not there. */
    private static @Nullable Path inside(Path directory, String folder, Gathering found) {
        Path path = directory;
        for (Path name : Path.of(folder)) {
            path = path.resolve(name);
            if (Files.isSymbolicLink(path)) {
                skip(folder, "a directory", found);
            }
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                return null;
            }
        }
        return path;
    }

    private static void skip(String place, String expected, Gathering found) {
        found.problem(Gathering.problem(
                Kind.SKIPPED,
                Severity.WARNING,
                place,
                expected,
                "a link, or something else that is neither file nor directory",
                "inside a source of history no link is followed"));
    }

    private static boolean isSurelyHistory(Path file) {
        return FileName.isName(name(file));
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
