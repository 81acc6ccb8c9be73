package dev.callsheet.history.find;

import dev.callsheet.history.FileName;
import dev.callsheet.model.OneLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip archive of a site or of its history, as jobs keep them. Nothing is unpacked to disk, and of an entry's path only
 * the last name is used. Sizes are counted while reading, since stated ones may be lies.
 */
final class HistoryZip {

    /** Unpacked bytes for one packed byte: history is packed already, so its entries hardly grow. */
    private static final long INFLATION = 100;

    /** Unpacked bytes of an entry before the ratio is looked at. */
    private static final long INFLATION_FREE_BYTES = 1L << 20;

    private static final Pattern IN_SITE = Pattern.compile("(?:.*/)?data/history/[^/]+");
    /** Names of archives that are not opened here. */
    static final Pattern ARCHIVE = Pattern.compile(".*\\.(?:zip|tar|tgz|tar\\.gz)");

    private HistoryZip() {}

    /** @param shown the archive's own name */
    static void read(Path file, String shown, Gathering found) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            // A site has a page for every run: what is not packed like history is passed over, however much it is.
            TreeMap<String, List<ZipEntry>> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().endsWith(Gathering.SUFFIX))
                    .collect(Collectors.groupingBy(HistoryZip::path, TreeMap::new, Collectors.toList()));
            List<String> history = history(entries.keySet());
            if (history.isEmpty()) {
                found.fail(missing(zip));
            } else if (history.size() > Gathering.MOST_FILES) {
                found.fail("holds more than " + Gathering.MOST_FILES + " files of history");
            } else {
                Comparator<String> newestFirst = Comparator.comparing(HistoryZip::name, FileName.NEWEST_FIRST);
                history.stream()
                        .sorted(newestFirst.thenComparing(Comparator.naturalOrder()))
                        .forEach(path -> read(zip, entries.getOrDefault(path, List.of()), path, shown, found));
            }
        } catch (IOException damaged) {
            found.fail("cannot be read as a zip archive: it is damaged, cut short, not a zip, or may not be opened");
        }
    }

    private static void read(ZipFile zip, List<ZipEntry> entries, String path, String shown, Gathering found) {
        String place = shown + "!/" + OneLine.of(path);
        if (entries.size() > 1) {
            found.refuse(place, "one file of a name", entries.size() + " files of the same name in an archive");
            return;
        }
        ZipEntry entry = entries.get(0);
        long grown = Math.max(INFLATION_FREE_BYTES, INFLATION * entry.getCompressedSize());
        int most = (int) Math.min(found.limits().fileBytes(), grown);
        found.add(name(path), place, most, () -> zip.getInputStream(entry));
    }

    /**
     * The files of a site's history; without any, those that are named like it.
     *
     * @param paths of files that are packed like it
     */
    private static List<String> history(Set<String> paths) {
        List<String> inSite =
                paths.stream().filter(path -> IN_SITE.matcher(path).matches()).toList();
        return inSite.isEmpty()
                ? paths.stream().filter(path -> FileName.isName(name(path))).toList()
                : inSite;
    }

    private static String missing(ZipFile zip) {
        String none = "holds no history: no file in it is called <stream>-<night>-<hash>" + Gathering.SUFFIX;
        return zip.stream()
                .map(entry -> name(path(entry)))
                .filter(name -> ARCHIVE.matcher(name).matches())
                .min(Comparator.naturalOrder())
                .map(archive -> none + ", but another archive: unpack " + OneLine.quoted(archive)
                        + " first and give the directory")
                .orElse(none);
    }

    /** The path of an entry, also of an archive that was made with the separators of Windows. */
    private static String path(ZipEntry entry) {
        return entry.getName().replace('\\', '/');
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
