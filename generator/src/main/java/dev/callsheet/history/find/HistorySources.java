package dev.callsheet.history.find;

import dev.callsheet.model.OneLine;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Where the memory of earlier nights is read from: directories, archives, files and live sites. */
public final class HistorySources {

    private static final String NONE = "is neither a directory, a site, a zip, a history file nor an http(s) address";

    private HistorySources() {}

    /**
     * Finds the history files of every source. Nothing in or about a source is an error of the program: what cannot be
     * read is said in the result.
     *
     * @param given each a directory of history files, a site or the directory of a site's data; a {@code .zip} of one;
     *     a single {@code .ndjson.gz}; or the {@code http(s)} address of a live site
     * @param workingDirectory where paths start
     * @param nonces words of letters and digits, each used once, that keep caches from answering with an old index
     * @return one for each source, in the order given
     */
    public static List<FoundHistory> read(
            List<String> given, Path workingDirectory, HistoryLimits limits, Supplier<String> nonces) {
        List<FoundHistory> all = new ArrayList<>();
        long room = limits.maxBytes();
        for (String source : given) {
            Gathering found = new Gathering(limits, room);
            all.add(
                    SiteAddress.isWeb(source)
                            ? readSite(SiteAddress.of(source), nonces, found)
                            : readPath(source, workingDirectory, found));
            room -= all.get(all.size() - 1).files().stream()
                    .mapToLong(file -> file.content().length)
                    .sum();
        }
        return all;
    }

    private static FoundHistory readSite(SiteAddress address, Supplier<String> nonces, Gathering found) {
        if (address.root() == null) {
            found.fail(address.refusal());
        } else {
            SiteHistory.read(address.root(), nonces, found);
        }
        return found.end(address.shown());
    }

    private static FoundHistory readPath(String source, Path workingDirectory, Gathering found) {
        int scheme = source.indexOf("://");
        if (scheme >= 0) {
            found.fail(NONE);
            return found.end(OneLine.of(source.substring(0, scheme)) + "://…"); // the rest may hold a password
        }
        Path path = existing(source, workingDirectory, found);
        if (path == null) {
            return found.end(OneLine.of(source));
        }
        if (Files.isDirectory(path)) {
            HistoryDirectory.read(path, found);
        } else if (Files.isRegularFile(path)) {
            readFile(path, Path.of(source).getFileName().toString(), found);
        } else {
            found.fail(NONE);
        }
        return found.end(OneLine.of(source));
    }

    /** @param name as it was given, since the path may be what a link points to */
    private static void readFile(Path file, String name, Gathering found) {
        String place = OneLine.of(name);
        if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            HistoryZip.read(file, place, found);
        } else if (name.endsWith(Gathering.SUFFIX)) {
            found.add(name, place, found.limits().fileBytes(), () -> Files.newInputStream(file));
        } else {
            boolean isPacked = HistoryZip.ARCHIVE.matcher(name).matches();
            found.fail(isPacked ? NONE + ": unpack it first and give the directory" : NONE);
        }
    }

    /** The path without links, or null when it leads nowhere. A source may be a link; inside it none is followed. */
    private static @Nullable Path existing(String source, Path workingDirectory, Gathering found) {
        try {
            if (!source.isBlank()) {
                return workingDirectory.resolve(source).toRealPath();
            }
        } catch (AccessDeniedException denied) {
            found.fail("may not be opened");
            return null;
        } catch (InvalidPathException | IOException notThere) {
            // Said below, as of a path that is empty.
        }
        found.fail("does not exist; before the first night there is none, later the path is wrong");
        return null;
    }
}
