package dev.callsheet.source;

import dev.callsheet.model.Problem.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A zip archive. Nothing is ever unpacked to disk; sizes are counted while reading, since stated ones may be lies. */
final class ZipArchive {

    private final InputReader reader;
    private final Path file;
    private final String path;
    private long total;

    /** @param path the archive's path as messages name it */
    ZipArchive(InputReader reader, Path file, String path) {
        this.reader = reader;
        this.file = file;
        this.path = path;
    }

    /** Reads every file in it. */
    void read() {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > Limits.ZIP_ENTRIES) {
                throw new LimitExceededException("at most " + Limits.ZIP_ENTRIES + " files in an archive");
            }
            List<ZipEntry> entries = new ArrayList<>(zip.stream().toList());
            Map<String, Integer> names = new HashMap<>();
            entries.forEach(entry -> names.merge(entry.getName(), 1, Integer::sum));
            entries.sort(Comparator.comparing(ZipEntry::getName));
            String last = "";
            for (ZipEntry entry : entries) {
                if (!entry.isDirectory() && !entry.getName().equals(last)) {
                    last = entry.getName();
                    read(zip, entry, names.getOrDefault(last, 1));
                }
            }
        } catch (IOException failure) {
            reader.refuse(new InputLog(path, false), failure);
        }
    }

    private void read(ZipFile zip, ZipEntry entry, int times) throws IOException {
        String inner = path + "!/" + entry.getName();
        if (times > 1) {
            refuse(inner, times + " files of the same name in an archive");
        } else if (!isSafe(entry.getName())) {
            refuse(inner, "a file in an archive whose name leads out of it");
        } else {
            read(zip, entry, inner);
        }
    }

    private void read(ZipFile zip, ZipEntry entry, String inner) throws IOException {
        if (total >= Limits.ZIP_BYTES) {
            throw new LimitExceededException("at most " + Limits.inWords(Limits.ZIP_BYTES) + " unpacked");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            InflationGuard guard =
                    new InflationGuard(in, entry::getCompressedSize, Limits.ZIP_ENTRY_BYTES, InputReader.TOO_LARGE);
            reader.read(inner, InputReader.isNamedJson(inner), guard, Limits.ZIP_ENTRY_BYTES);
            total += guard.count();
        } catch (IOException failure) {
            reader.refuse(new InputLog(inner, false), failure);
        }
    }

    private void refuse(String inner, String found) {
        reader.skip(new InputLog(inner, false), Severity.WARNING, found, "it was not read");
    }

    private static boolean isSafe(String name) {
        return !name.startsWith("/")
                && !name.contains("\\")
                && !name.contains(":")
                && !List.of(name.split("/", -1)).contains("..");
    }
}
