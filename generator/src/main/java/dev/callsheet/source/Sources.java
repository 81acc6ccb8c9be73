package dev.callsheet.source;

import dev.callsheet.model.RecordSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way in: files, directories, archives and pipes, each read once from beginning to end. */
public final class Sources {

    private static final String STANDARD_INPUT = "-";

    private Sources() {}

    /**
     * Reads every source and hands what it holds to the sink, in an order that depends on names only. What is wrong
     * inside a source becomes a problem; only a source that does not exist is an error, before anything is read.
     *
     * @param arguments paths of files, directories and zip archives, or {@code -} for standard input
     * @param standardInput what {@code -} stands for; not closed
     * @throws SourceNotFoundException when an argument names nothing
     */
    public static ReadTotals read(List<String> arguments, InputStream standardInput, RecordSink sink)
            throws SourceNotFoundException {
        for (String argument : arguments) {
            if (!argument.equals(STANDARD_INPUT) && existing(argument) == null) {
                throw new SourceNotFoundException(argument);
            }
        }
        InputReader reader = new InputReader(sink);
        FileTree tree = new FileTree(reader);
        for (String argument : arguments) {
            Path path = argument.equals(STANDARD_INPUT) ? null : existing(argument);
            if (path == null) {
                reader.read(STANDARD_INPUT, true, standardInput, Long.MAX_VALUE);
            } else {
                tree.read(path);
            }
        }
        return reader.totals();
    }

    /** The path without links, or null when there is nothing. A source may be a link; inside it none is followed. */
    private static @Nullable Path existing(String argument) {
        try {
            return argument.isBlank() || !Files.exists(Path.of(argument))
                    ? null
                    : Path.of(argument).toRealPath();
        } catch (InvalidPathException | IOException notThere) {
            return null;
        }
    }
}
