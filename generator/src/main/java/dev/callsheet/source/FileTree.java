package dev.callsheet.source;

import dev.callsheet.model.Problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Files and directories. Follows no link, opens only regular files, goes by name so that messages keep their order. */
final class FileTree {

    private static final String OWN_MARKER = "callsheet-manifest.json";
    private static final Pattern OWN_WORK = Pattern.compile("\\..*\\.callsheet-(?:new|old|lock)");

    private final InputReader reader;

    FileTree(InputReader reader) {
        this.reader = reader;
    }

    /** Reads a source: a file by its name, a directory with all that is in it. */
    void read(Path source) {
        if (Files.isDirectory(source)) {
            readDirectory(source, "");
        } else {
            readFile(source, name(source));
        }
    }

    private void readDirectory(Path directory, String path) {
        if (Files.exists(directory.resolve(OWN_MARKER), LinkOption.NOFOLLOW_LINKS)) {
            skip(path.isEmpty() ? "." : path, "a report written by callsheet");
            return;
        }
        List<Path> children;
        try {
            children = children(directory);
        } catch (IOException failure) {
            reader.refuse(new InputLog(path.isEmpty() ? "." : path, false), failure);
            return;
        }
        for (Path child : children) {
            readChild(child, path.isEmpty() ? name(child) : path + "/" + name(child));
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        List<Path> children = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            entries.forEach(children::add);
        } catch (DirectoryIteratorException failure) {
            throw new IOException(failure);
        }
        children.sort(Comparator.comparing(FileTree::name));
        return children;
    }

    private void readChild(Path child, String path) {
        if (OWN_WORK.matcher(name(child)).matches()) {
            return; // of a build whose output lies inside this source
        }
        if (Files.isSymbolicLink(child)) {
            skip(path, "a link, which is not followed");
        } else if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
            if (name(child).startsWith(".")) {
                skip(path, "a hidden directory");
            } else {
                readDirectory(child, path);
            }
        } else if (Files.isRegularFile(child, LinkOption.NOFOLLOW_LINKS)) {
            readFile(child, path);
        } else {
            skip(path, "neither a file nor a directory");
        }
    }

    private void readFile(Path file, String path) {
        if (path.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            new ZipArchive(reader, file, path).read();
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            reader.read(path, InputReader.isNamedJson(path), in, Long.MAX_VALUE);
        } catch (IOException failure) {
            reader.refuse(new InputLog(path, false), failure);
        }
    }

    private void skip(String path, String found) {
        reader.skip(new InputLog(path, false), Severity.INFO, found, "");
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString();
    }
}
